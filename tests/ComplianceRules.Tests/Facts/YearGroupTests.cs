using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class YearGroupTests
{
    [Fact]
    public void Year_groups_are_made_from_the_grades_of_the_classes()
    {
        Snapshot snapshot = Read("""{"id":"a","classes":[{"id":"x","grade":10},{"id":"y","grade":2},{"id":"z","grade":2}]}""");
        FactTable groups = snapshot.Table("year_group");
        Assert.Equal("a/10 a/2", string.Join(' ', groups.Keys().Order(StringComparer.Ordinal)));
        Assert.Equal("a/y a/z", string.Join(' ', snapshot.ListOf("year_group", "a/2", "classes")));
        Assert.Equal("senior", Stage(snapshot, "year_group", "a/10"));
        Assert.Equal(2, Assert.IsType<NumberColumn>(groups.Column("grade"))[groups.Row("a/2")]);
        Assert.True(snapshot.IsReported("school", "a", "year_groups"));
        Assert.True(snapshot.IsReported("year_group", "a/2", "classes"));
        Assert.False(snapshot.Data.Rows.ContainsKey("year_group"));
    }

    [Fact]
    public void A_class_without_a_grade_leaves_the_classes_of_every_year_group_of_its_school_open()
    {
        Snapshot snapshot = Read("""{"id":"a","classes":[{"id":"y","grade":2},{"id":"z"}]},{"id":"b","classes":[{"id":"y","grade":2}]}""");
        Assert.False(snapshot.IsReported("year_group", "a/2", "classes"));
        Assert.False(snapshot.IsReported("school", "a", "year_groups"));
        Assert.True(snapshot.IsReported("year_group", "b/2", "classes"));
    }

    [Fact]
    public void Where_a_school_gives_its_year_groups_none_are_made()
    {
        Snapshot snapshot = Read("""{"id":"a","year_groups":[{"grade":1}],"classes":[{"id":"y","grade":2}]},{"id":"b","year_groups":[],"classes":[{"id":"y","grade":2}]}""");
        Assert.Equal("a/1", string.Join(' ', snapshot.Table("year_group").Keys()));
        Assert.Empty(snapshot.ListOf("year_group", "a/1", "classes"));
        Assert.Equal(1, snapshot.Data.Rows["year_group"]);
    }

    [Fact]
    public void Classes_listed_below_a_year_group_are_of_its_school_and_its_grade()
    {
        Snapshot snapshot = Read("""{"id":"a","year_groups":[{"classes":[{"id":"y"},{"id":"z","grade":3}],"grade":2},{"grade":5,"classes":[]}]}""");
        Assert.Equal("a/y a/z", string.Join(' ', snapshot.ListOf("school", "a", "classes")));
        Assert.Equal("a/y", string.Join(' ', snapshot.ListOf("year_group", "a/2", "classes")));
        Assert.True(snapshot.IsReported("school", "a", "classes"));
        Assert.True(snapshot.IsReported("year_group", "a/5", "classes"));
        Assert.Equal(
            "s.json(1,79): warning CR4028: class `z` is of grade 3 but is listed below grade 2 (the class's own grade is followed; put one of them right)",
            Assert.Single(snapshot.Data.Issues).ToString());
    }

    [Theory]
    [InlineData("1", null, "primary")]
    [InlineData("5", null, "primary")]
    [InlineData("6", null, null)]
    [InlineData("6", "6-3", "primary")]
    [InlineData("6", "5-4", "junior")]
    [InlineData("7", "6-3", "junior")]
    [InlineData("9", null, "junior")]
    [InlineData("10", null, "senior")]
    [InlineData("12", null, "senior")]
    [InlineData("0", "6-3", null)]
    [InlineData("null", "6-3", null)]
    public void The_stage_follows_from_the_grade_and_the_schooling_system(string grade, string? system, string? stage)
    {
        string school = system is null ? string.Empty : $"\"schooling_system\":\"{system}\",";
        Snapshot snapshot = Read($$"""{"id":"a","classes":[{"id":"y","grade":{{grade}}}],{{school}}"note":""}""");
        Assert.Equal(stage, Stage(snapshot, "class", "a/y"));
    }

    [Fact]
    public void A_stage_that_contradicts_the_grade_is_a_data_issue_and_unknown()
    {
        Snapshot snapshot = Read("""{"id":"a","classes":[{"id":"y","grade":7,"stage":"primary"},{"id":"z","grade":6,"stage":"primary"}]}""");
        FactColumn stage = snapshot.Table("class").Column("stage")!;
        int row = snapshot.Table("class").Row("a/y");
        Assert.False(stage.IsKnown(row));
        Assert.Equal(UnknownReason.OutOfRange, stage.ReasonAt(row));
        Assert.Equal("primary", Stage(snapshot, "class", "a/z"));
        Assert.Equal("primary", Stage(snapshot, "year_group", "a/6"));
        Assert.Equal(
            "s.json(1,52): warning CR4027: `stage` of `class:a/y` is `primary`, but grade 7 is `junior`; it counts as unknown (check the grade, the stage and the school's `schooling_system`)",
            Assert.Single(snapshot.Data.Issues).ToString());
    }

    [Fact]
    public void A_year_group_whose_classes_disagree_has_no_stage_where_none_follows()
    {
        Snapshot snapshot = Read("""{"id":"a","classes":[{"id":"x","grade":6,"stage":"primary"},{"id":"y","grade":6,"stage":"junior"}]}""");
        Assert.Null(Stage(snapshot, "year_group", "a/6"));
    }

    private static Snapshot Read(string schools) => SampleFacts.Read(SampleFacts.Snapshot($"\"schools\":[{schools}]")).Value;

    private static string? Stage(Snapshot snapshot, string table, string key)
    {
        int row = snapshot.Table(table).Row(key);
        return snapshot.Table(table).Column("stage") is TextColumn column && column.IsKnown(row) ? column[row] : null;
    }
}
