using System.Globalization;
using System.Text.Json;

namespace ComplianceRules.Tests.Engine;

/// <summary>Makes small snapshots over a schema of small finite fields, with holes, and fills the holes.</summary>
internal static class MadeFacts
{
    /// <summary>What a pack declares of the fields below.</summary>
    public const string Schema = """
        { "class": { "fields": { "b": { "type": "bool" }, "c": { "type": "bool" }, "e": { "type": "enum", "values": { "x": "x", "y": "y", "z": "z" } },
            "n": { "type": "number", "unit": "1", "range": [0, 4], "step": 1 }, "m": { "type": "number", "unit": "1", "range": [-1, 4] },
            "t": { "type": "time", "range": ["17:00", "30:00"] }, "s": { "type": "set", "values": { "p": "p", "q": "q" } }, "d": { "type": "date" } } },
          "school": { "fields": { "sb": { "type": "bool" }, "sn": { "type": "number", "unit": "1", "range": [0, 4], "step": 1 },
            "se": { "type": "enum", "values": { "x": "x", "y": "y", "z": "z" } } } },
          "region": { "fields": { "rb": { "type": "bool" }, "rn": { "type": "number", "unit": "1", "range": [0, 4], "step": 1 } } } }
        """;

    private static readonly string[] Regions = ["CN", "370000", "370300", "370322"];

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["class"] = ["b", "c", "e", "n", "m", "t", "s", "d"],
        ["school"] = ["sb", "sn", "se"],
        ["region"] = ["rb", "rn"],
    };

    /// <summary>The nation with one county of a few schools.</summary>
    public static MadeRow Nation(Dice dice, int holesOneIn)
    {
        MadeRow? above = null;
        foreach (string code in Regions)
        {
            MadeRow region = new("region", code, above);
            above?.Children!.Add(region);
            above = region;
            Fill(dice, region, holesOneIn);
        }

        MadeRow county = above!;
        foreach (MadeRow covered in Coverage(dice, holesOneIn) switch { 0 => [], 1 => [county], _ => Root(county).SelfAndBelow() }) covered.Covered = true;
        for (int i = dice.Between(0, 3); i > 0; i--) county.Children!.Add(School(dice, county, $"s{i}", holesOneIn));
        return Root(county);
    }

    public static MadeRow Root(MadeRow row) => row.Parent is null ? row : Root(row.Parent);

    /// <summary>Fills holes below a row: facts, lists and what is covered.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="row">The row.</param>
    /// <param name="leavesOneIn">How many holes stay; 0 for none.</param>
    public static void Complete(Dice dice, MadeRow row, int leavesOneIn)
    {
        Fill(dice, row, leavesOneIn);
        if (!row.Covered && row.Table == "region" && !Leaves(dice, leavesOneIn)) Cover(dice, row);
        if (row.Children is null && !Leaves(dice, leavesOneIn)) row.Children = Classes(dice, row, leavesOneIn);
        foreach (MadeRow child in row.Children ?? []) Complete(dice, child, leavesOneIn);
    }

    /// <summary>Fills holes among the facts of one row.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="row">The row.</param>
    /// <param name="leavesOneIn">How many holes stay; 0 for none.</param>
    public static void Fill(Dice dice, MadeRow row, int leavesOneIn)
    {
        foreach (string field in Fields[row.Table])
        {
            if (!row.Facts.ContainsKey(field) && !Leaves(dice, leavesOneIn)) Give(dice, row, field);
        }
    }

    /// <summary>Gives one fact any value.</summary>
    public static void Give(Dice dice, MadeRow row, string field) => row.Facts.TryAdd(field, Value(dice, field));

    /// <summary>The snapshot as its JSON stands in a file.</summary>
    public static string Json(MadeRow nation)
    {
        MadeRow[] rows = [.. nation.SelfAndBelow()];
        Dictionary<string, object> snapshot = new()
        {
            ["schemaVersion"] = 1,
            ["date"] = "2026-09-01",
            ["covers"] = rows.Where(r => r.Covered).Select(r => r.Id),
            ["regions"] = rows.Where(r => r.Table == "region").Select(r => Object(r, "code")),
            ["schools"] = rows.Where(r => r.Table == "school").Select(School),
        };
        return JsonSerializer.Serialize(snapshot);
    }

    private static int Coverage(Dice dice, int holesOneIn) => holesOneIn == 0 ? 2 : dice.Between(0, 2);

    private static MadeRow School(Dice dice, MadeRow county, string id, int holesOneIn)
    {
        MadeRow school = new("school", id, county);
        Fill(dice, school, holesOneIn);
        school.Children = holesOneIn > 0 && dice.OneIn(holesOneIn) ? null : Classes(dice, school, holesOneIn);
        return school;
    }

    private static List<MadeRow> Classes(Dice dice, MadeRow school, int holesOneIn)
    {
        List<MadeRow> classes = [];
        for (int i = dice.Between(0, 3); i > 0; i--)
        {
            classes.Add(new MadeRow("class", i.ToString(CultureInfo.InvariantCulture), school));
            Fill(dice, classes[^1], holesOneIn);
        }

        return classes;
    }

    // A region that is covered covers all below it, and its list may turn out longer.
    private static void Cover(Dice dice, MadeRow region)
    {
        foreach (MadeRow below in region.SelfAndBelow().Where(r => r.Table == "region").ToArray())
        {
            if (!below.Covered && below.Id == Regions[^1] && dice.OneIn(2)) below.Children!.Add(School(dice, below, "late", 0));
            below.Covered = true;
        }
    }

    private static bool Leaves(Dice dice, int oneIn) => oneIn > 0 && dice.OneIn(oneIn);

    private static object Value(Dice dice, string field) => field switch
    {
        "b" or "c" or "sb" or "rb" => dice.OneIn(2),
        "e" or "se" => dice.Of("x", "y", "z"),
        "n" or "sn" or "rn" => Fraction.Of(dice.Between(0, 4)),
        "m" => Fraction.Of(dice.Of(-1m, 0m, 0.1m, 0.2m, 0.3m, 1m, 2.5m, 4m)),
        "t" => TimeSpan.FromMinutes(dice.Of(1020, 1279, 1280, 1410, 1440, 1470, 1800)),
        "s" => new SortedSet<string>(dice.Of<string[]>([], ["p"], ["q"], ["p", "q"])),
        _ => new DateOnly(2026, 8, 30).AddDays(dice.Between(0, 4)),
    };

    private static Dictionary<string, object> School(MadeRow school)
    {
        Dictionary<string, object> written = Object(school, "id");
        written["region"] = school.Parent!.Id;
        if (school.Children is { } classes) written["classes"] = classes.Select(c => Object(c, "id"));
        return written;
    }

    private static Dictionary<string, object> Object(MadeRow row, string id)
    {
        Dictionary<string, object> written = row.Facts.ToDictionary(f => f.Key, f => Written(f.Value));
        written[id] = row.Id;
        return written;
    }

    private static object Written(object value) => value switch
    {
        Fraction number => decimal.Parse(number.Text, CultureInfo.InvariantCulture),
        TimeSpan time => $"{(int)time.TotalHours % 24:D2}:{time.Minutes:D2}",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };
}
