using System.Collections.Immutable;
using System.Globalization;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Snapshots of any shape that every source can have.</summary>
internal static class RandomSnapshot
{
    private const int MostSchools = 5;

    private static readonly string[] Schools = ["3703220012", "a/b", "50%", "x|y", "007"];
    private static readonly string[] Classes = ["301", "1/2", "%2F", "甲 班"];
    private static readonly string?[] Regions = ["370322", "370321", "US-NY", null];
    private static readonly string?[] Systems = [null, "6-3", "5-4"];
    private static readonly double?[] Grades = [null, 0, 1, 6, 6, 7, 12];
    private static readonly double?[] Numbers = [null, 45, 0.1, 0.1 + 0.2, -3, 123456789012345];
    private static readonly string?[][] Sets = [[null], ["a"], ["b", "a"]];
    private static readonly int?[] Minutes = [null, 30, 1470, 1020, 1800, 1350];
    private static readonly bool?[] Truths = [null, true, false];

    public static AgreedSnapshot Of(int[] seeds)
    {
        Dice dice = new(seeds);
        List<AgreedRow> schools = [];
        Dictionary<string, List<AgreedRow>> below = new(StringComparer.Ordinal) { ["year_group"] = [], ["class"] = [], ["pupil"] = [], ["visit"] = [] };
        for (int i = 0; i < Math.Min(seeds.Length, MostSchools); i++) schools.Add(School(dice, Schools[i], below));
        return new AgreedSnapshot
        {
            Covers = dice.Next(2) == 0 ? ["370322"] : ["370322", "US"],
            Tables =
            [
                new("region", [AgreedRow.Of(("code", "370322"), ("name", "高青县"), ("level", "county")), AgreedRow.Of(("code", "370300"))]),
                new("school", [.. schools]),
                .. below.Select(t => new AgreedTable(t.Key, [.. t.Value])),
            ],
        };
    }

    private static AgreedRow School(Dice dice, string id, Dictionary<string, List<AgreedRow>> below)
    {
        int groups = dice.Next(3);
        for (int grade = 0; grade < groups; grade++) below["year_group"].Add(AgreedRow.Of(("school", id), ("grade", grade + 5.0), ("stage", dice.Next(4) == 0 ? "primary" : null)));
        int classes = dice.Next(4);
        for (int at = 0; at < classes; at++) below["class"].Add(Class(dice, id, Classes[at], below));
        return AgreedRow.Of(
            ("id", id), ("region", dice.Of(Regions)), ("name", dice.Next(2) == 0 ? null : "一中"), ("schooling_system", dice.Of(Systems)), ("stages", dice.Next(2) == 0 ? null : (string[])["primary", "junior"]),
            ("year_groups", Whole(dice, groups) is true ? true : null), ("classes", Whole(dice, classes)));
    }

    private static AgreedRow Class(Dice dice, string school, string id, Dictionary<string, List<AgreedRow>> below)
    {
        int pupils = dice.Next(3);
        for (int at = 0; at < pupils; at++)
        {
            string name = (at + 1).ToString(CultureInfo.InvariantCulture);
            int visits = dice.Next(2);
            if (visits > 0) below["visit"].Add(AgreedRow.Of(("school", school), ("class", id), ("pupil", name), ("id", "v/1"), ("day", new DateOnly(2026, 9, 1 + at))));
            below["pupil"].Add(AgreedRow.Of(("school", school), ("class", id), ("id", name), ("bedtime", Time(dice)), ("visits", Whole(dice, visits))));
        }

        return AgreedRow.Of(
            ("school", school), ("id", id), ("grade", dice.Of(Grades)), ("enrolment", dice.Of(Numbers)), ("boarding", dice.Of(Truths)), ("opened", dice.Next(2) == 0 ? null : new DateOnly(2024, 2, 29)),
            ("ends", Time(dice)), ("kinds", dice.Of(Sets) is [{ }, ..] set ? set : null), ("pupils", Whole(dice, pupils)));
    }

    // That a list with rows is not whole is what JSON cannot say.
    private static bool? Whole(Dice dice, int rows) => dice.Of(Truths) is var said && said == false && rows > 0 ? null : said;

    private static TimeSpan? Time(Dice dice) => dice.Of(Minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
}
