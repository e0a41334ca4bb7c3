using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>The same facts in every source give the same snapshot.</summary>
public sealed class AgreementTests
{
    private static readonly AgreedSource Json = AgreedSources.All["json"];

    public static TheoryData<string> Sources => AgreedSources.Names;

    public static TheoryData<string> OtherSources => [.. AgreedSources.All.Keys.Except(["json"])];

    [Theory]
    [MemberData(nameof(OtherSources))]
    public void Any_snapshot_is_the_same_in_every_source(string source) =>
        Prop.ForAll<int[]>(seeds =>
        {
            AgreedSnapshot made = RandomSnapshot.Of(seeds);
            Assert.Equal(AgreedText.Of(Json.Read(made)), AgreedText.Of(AgreedSources.All[source].Read(made)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_time_past_midnight_is_the_same_by_either_clock(string source)
    {
        Snapshot snapshot = Read(source, Class("a", ("ends", Minutes(30))), Class("b", ("ends", Minutes(1470))), Class("c", ("ends", Minutes(1020))));
        TimeColumn ends = (TimeColumn)snapshot.Table("class").Column("ends")!;
        Assert.Equal([1470, 1470, 1020], [ends[0], ends[1], ends[2]]);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_stage_follows_from_the_grade_and_the_schooling_system(string source)
    {
        Snapshot snapshot = AgreedSources.All[source].Read(Made(
            [AgreedRow.Of(("id", "S"), ("schooling_system", "6-3")), AgreedRow.Of(("id", "T"), ("schooling_system", "5-4")), AgreedRow.Of(("id", "U"))],
            [Class("1", ("grade", 6.0)), AgreedRow.Of(("school", "T"), ("id", "1"), ("grade", 6.0)), AgreedRow.Of(("school", "U"), ("id", "1"), ("grade", 6.0))]));
        TextColumn stage = (TextColumn)snapshot.Table("class").Column("stage")!;
        Assert.Equal("primary junior ?", string.Join(' ', Enumerable.Range(0, 3).Select(r => stage.IsKnown(r) ? stage[r] : "?")));
        Assert.Equal(3, snapshot.Table("year_group").Count);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Year_groups_that_are_given_are_those_that_there_are(string source)
    {
        AgreedTable groups = new("year_group", [AgreedRow.Of(("school", "S"), ("grade", 6.0)), AgreedRow.Of(("school", "S"), ("grade", 7.0))]);
        Snapshot snapshot = AgreedSources.All[source].Read(Made([AgreedRow.Of(("id", "S"))], [Class("1", ("grade", 7.0)), Class("2", ("grade", 8.0))], groups));
        Assert.Equal("6 7", AgreedText.ListOf(snapshot, "school", "S", "year_groups"));
        Assert.Equal("1", AgreedText.ListOf(snapshot, "year_group", "S/7", "classes"));
        Assert.Equal(string.Empty, AgreedText.ListOf(snapshot, "year_group", "S/6", "classes"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_list_is_known_by_its_rows_or_by_what_the_row_above_says(string source)
    {
        Snapshot snapshot = AgreedSources.All[source].Read(Made(
            [AgreedRow.Of(("id", "S")), AgreedRow.Of(("id", "T"), ("classes", true)), AgreedRow.Of(("id", "U"), ("classes", false)), AgreedRow.Of(("id", "V"))],
            [Class("1", ("grade", 1.0))]));
        Assert.Equal(["1", string.Empty, "?", "?"], ((string[])["S", "T", "U", "V"]).Select(s => AgreedText.ListOf(snapshot, "school", s, "classes")));
        Assert.Equal(["1", string.Empty, "?", "?"], ((string[])["S", "T", "U", "V"]).Select(s => AgreedText.ListOf(snapshot, "school", s, "year_groups")));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("mapped csv")]
    [InlineData("xlsx")]
    [InlineData("database")]
    [InlineData("typed database")]
    [InlineData("objects")]
    [InlineData("nested objects")]
    public void A_row_that_says_its_list_is_not_whole_is_believed_though_it_has_rows(string source)
    {
        Snapshot snapshot = AgreedSources.All[source].Read(Made([AgreedRow.Of(("id", "S"), ("classes", false)), AgreedRow.Of(("id", "T"))], [Class("1", ("grade", 1.0))]));
        Assert.Equal("1?", AgreedText.ListOf(snapshot, "school", "S", "classes"));
        Assert.Equal("1?", AgreedText.ListOf(snapshot, "year_group", "S/1", "classes"));
        Assert.Equal("1?", AgreedText.ListOf(snapshot, "school", "S", "year_groups"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Persons_and_what_lies_below_them_belong_to_the_right_class_of_the_right_school(string source)
    {
        AgreedTable pupils = new("pupil", [Pupil("S", ("id", "1"), ("bedtime", Minutes(30))), Pupil("T", ("id", "1"), ("visits", true))]);
        AgreedTable visits = new("visit", [Pupil("S", ("pupil", "1"), ("id", "v"))]);
        Snapshot snapshot = AgreedSources.All[source].Read(Made(
            [AgreedRow.Of(("id", "S")), AgreedRow.Of(("id", "T"))], [Class("1"), AgreedRow.Of(("school", "T"), ("id", "1"), ("pupils", true))], pupils, visits));
        Assert.Equal("v", AgreedText.ListOf(snapshot, "pupil", "S/1/1", "visits"));
        Assert.Equal(string.Empty, AgreedText.ListOf(snapshot, "pupil", "T/1/1", "visits"));
        Assert.Equal("v", AgreedText.ListOf(snapshot, "school", "S", "visits"));
        Assert.Equal(string.Empty, AgreedText.ListOf(snapshot, "school", "T", "visits"));
        Assert.Equal(1470, ((TimeColumn)snapshot.Table("pupil").Column("bedtime")!)[0]);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void An_id_is_called_the_same_whatever_signs_it_has(string source)
    {
        AgreedTable pupils = new("pupil", [AgreedRow.Of(("school", "a/b"), ("class", "1|2"), ("id", "50%"))]);
        Snapshot snapshot = AgreedSources.All[source].Read(Made([AgreedRow.Of(("id", "a/b"))], [AgreedRow.Of(("school", "a/b"), ("id", "1|2"))], pupils));
        Assert.Equal("a%2Fb/1%7C2/50%25", snapshot.Table("pupil").Key(0));
        Assert.Empty(snapshot.Data.Issues);
    }

    private static Snapshot Read(string source, params AgreedRow[] classes) => AgreedSources.All[source].Read(Made([AgreedRow.Of(("id", "S"))], classes));

    private static AgreedSnapshot Made(AgreedRow[] schools, AgreedRow[] classes, params AgreedTable[] more) =>
        new() { Tables = [new("school", [.. schools]), new("class", [.. classes]), .. more] };

    private static AgreedRow Class(string id, params (string Column, object? Value)[] cells) => AgreedRow.Of([("school", "S"), ("id", id), .. cells]);

    private static AgreedRow Pupil(string school, params (string Column, object? Value)[] cells) => AgreedRow.Of([("school", school), ("class", "1"), .. cells]);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
