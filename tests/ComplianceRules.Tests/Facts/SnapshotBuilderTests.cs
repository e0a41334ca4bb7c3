using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class SnapshotBuilderTests
{
    private readonly SnapshotBuilder _builder = new(SampleFacts.Schema, new SnapshotOptions());

    [Fact]
    public void Regions_stand_before_what_lies_below_them_and_siblings_in_the_order_of_their_codes()
    {
        School("a", "370322");
        School("b", "US-NY-NYC");
        School("c", "110101");
        _builder.Cover(RegionCode.Parse("370321"));
        FactTable regions = _builder.Build().Value.Table("region");
        Assert.Equal("CN 110000 110100 110101 370000 370300 370321 370322 US US-NY US-NY-NYC", string.Join(' ', regions.Ids()));
        Assert.Equal([-1, 0, 1, 2, 0, 4, 5, 5, -1, 8, 9], Enumerable.Range(0, regions.Count).Select(regions.Parent));
    }

    [Fact]
    public void Made_regions_have_their_code_and_level_and_are_not_counted()
    {
        School("a", "370322");
        Snapshot snapshot = _builder.Build().Value;
        FactTable regions = snapshot.Table("region");
        TextColumn level = Assert.IsType<TextColumn>(regions.Column("level"));
        TextColumn code = Assert.IsType<TextColumn>(regions.Column("code"));
        Assert.Equal(["nation", "province", "city", "county"], Enumerable.Range(0, 4).Select(r => level[r]));
        Assert.Equal("370322", code[3]);
        Assert.Null(regions.Column("name"));
        Assert.Equal("school=1", string.Join(' ', snapshot.Data.Rows.Select(r => $"{r.Key}={r.Value}")));
    }

    [Fact]
    public void A_region_given_after_a_school_used_its_code_is_the_same_row()
    {
        School("a", "370391");
        TableBuilder regions = _builder.Table("region");
        int row = regions.Add("370391", -1);
        regions.SetText(row, SampleFacts.Field("region", "level"), "zone");
        Assert.Equal(-1, regions.Add("370391", -1));
        Snapshot snapshot = _builder.Build().Value;
        Assert.Equal("370391", snapshot.Table("region").Id(snapshot.Table("school").Parent(0)));
        Assert.Equal("zone", Assert.IsType<TextColumn>(snapshot.Table("region").Column("level"))[snapshot.Table("region").Row("370391")]);
        Assert.Equal(1, snapshot.Data.Rows["region"]);
    }

    [Fact]
    public void Two_rows_take_no_room_for_a_thousand()
    {
        MakeOne();
        long before = GC.GetAllocatedBytesForCurrentThread();
        MakeOne();
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < 120_000, $"{taken} bytes: proofs, cases and previews make thousands of snapshots of a few rows");
    }

    [Fact]
    public void Schools_are_grouped_below_their_region_and_those_without_one_stand_last()
    {
        School("x", null);
        School("d", "370322");
        School("b", "370321");
        School("a", "370322");
        School("p", "370300");
        Snapshot snapshot = _builder.Build().Value;
        Assert.Equal("p b d a x", string.Join(' ', snapshot.Table("school").Ids()));
        Assert.Equal("p b d a", string.Join(' ', snapshot.ListOf("region", "370300", "schools")));
        Assert.Equal("d a", string.Join(' ', snapshot.ListOf("region", "370322", "schools")));
        Assert.Equal(-1, snapshot.Table("school").Parent(4));
    }

    [Fact]
    public void Classes_of_a_school_are_sorted_by_grade_and_columns_follow()
    {
        int second = School("b", "370322");
        int first = School("a", "370321");
        Class(second, "21", 2);
        Class(first, "x", null);
        Class(first, "12", 1);
        Class(first, "91", 9);
        Class(first, "11", 1);
        Class(-1, "lost", 3);
        Snapshot snapshot = _builder.Build().Value;
        FactTable classes = snapshot.Table("class");
        Assert.Equal("a/12 a/11 a/91 a/x b/21 lost", string.Join(' ', classes.Keys()));
        NumberColumn grade = Assert.IsType<NumberColumn>(classes.Column("grade"));
        Assert.Equal([1, 1, 9, 0, 2, 3], Enumerable.Range(0, 6).Select(r => grade[r]));
        Assert.False(grade.IsKnown(3));
        Assert.Equal("a/12 a/11", string.Join(' ', snapshot.ListOf("year_group", "a/1", "classes")));
        Assert.Equal("a/12 a/11 a/91 a/x b/21", string.Join(' ', snapshot.ListOf("region", "370300", "classes")));
        Assert.Empty(snapshot.ListOf("region", "370322", "regions"));
        Assert.Equal("370321 370322", string.Join(' ', snapshot.ListOf("region", "370300", "regions")));
    }

    [Fact]
    public void Every_list_is_one_run_of_rows_that_holds_exactly_the_rows_below() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<int[]>(seeds =>
        {
            SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
            RandomRows.Fill(builder, seeds);
            Snapshot snapshot = builder.Build().Value;
            foreach (string table in (string[])["region", "school", "class"]) RandomRows.AssertLists(snapshot, table);
        }));

    [Fact]
    public void A_list_of_grandchildren_is_reported_where_every_list_on_the_way_is()
    {
        int school = School("a", null);
        int other = School("b", null);
        int first = Class(school, "1", 1);
        int second = Class(school, "2", 1);
        Class(other, "3", 1);
        _builder.Table("school").ReportList(school, "classes");
        _builder.Table("school").ReportList(other, "classes");
        _builder.Table("class").ReportList(first, "pupils");
        _builder.Table("class").ReportList(second, "pupils");
        _builder.Table("pupil").Add("p", first);
        Snapshot snapshot = _builder.Build().Value;
        Assert.True(snapshot.IsReported("school", "a", "pupils"));
        Assert.Equal("a/1/p", Assert.Single(snapshot.ListOf("school", "a", "pupils")));
        Assert.False(snapshot.IsReported("school", "b", "pupils"));
        Assert.Equal(UnknownReason.NotReported, snapshot.Table("school").List("pupils")!.ReasonAt(1));
    }

    [Fact]
    public void Lists_that_no_row_reports_are_named()
    {
        Class(School("a", "370322"), "1", 1);
        Assert.Equal("class.pupils region.schools school.classes school.year_groups", string.Join(' ', _builder.Build().Value.Data.Unreported));
    }

    [Fact]
    public void An_empty_snapshot_has_every_table_and_no_rows()
    {
        Snapshot snapshot = _builder.Build().Value;
        Assert.Equal("class pupil region school year_group", string.Join(' ', snapshot.Tables.Select(t => t.Schema.Name)));
        Assert.All(snapshot.Tables, t => Assert.Equal(0, t.Count));
        Assert.Empty(snapshot.Data.Unreported);
    }

    [Fact]
    public void Packs_named_for_a_school_follow_it_to_its_row()
    {
        School("b", "370322");
        _builder.NamePacks(0, ["plan-b"]);
        School("a", "370321");
        Snapshot snapshot = _builder.Build().Value;
        Assert.Equal("plan-b", Assert.Single(snapshot.PacksOfSchool(snapshot.Table("school").Row("b"))));
        Assert.Empty(snapshot.PacksOfSchool(snapshot.Table("school").Row("a")));
    }

    [Fact]
    public void A_refused_record_refuses_the_snapshot_and_reading_stops_after_a_hundred()
    {
        Diagnostic problem = new(DiagnosticCodes.RowWithoutId, new SourceSpan("s.json", 3, 1), "class");
        for (int i = 1; i < 100; i++) Assert.True(_builder.Refuse(problem));
        Assert.False(_builder.Refuse(problem));
        Checked<Snapshot> read = _builder.Build();
        Assert.False(read.IsValid);
        Assert.Equal(101, read.Diagnostics.Length);
        Assert.Contains(read.Diagnostics, d => d.ToString() == "s.json: error CR4019: reading stopped after 100 problems (put these right and read it again)");
    }

    [Fact]
    public void A_warning_refuses_no_record_so_whoever_tries_is_told()
    {
        Diagnostic warning = new(DiagnosticCodes.CellWrongType, new SourceSpan("s.json", 3, 1), "class", "grade", "number");
        Assert.Throws<ArgumentException>("problem", () => _builder.Refuse(warning));
    }

    [Fact]
    public void A_source_may_refuse_a_record_by_a_code_of_its_own()
    {
        _builder.Refuse(new Diagnostic(new DiagnosticCode(9001, DiagnosticSeverity.Error), new SourceSpan("s.db", 3, 0), "the row has no school"));
        Diagnostic found = Assert.Single(_builder.Build().Diagnostics);
        Assert.Equal("s.db(3): error CR9001: the row has no school", found.ToString());
        Assert.Equal("s.db(3): 错误 CR9001: the row has no school", found.ToText(TextLanguage.Chinese));
    }

    [Fact]
    public void A_refused_record_is_skipped_and_listed_where_the_caller_asks_for_it()
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions { SkipMalformed = true });
        Assert.True(builder.Refuse(new Diagnostic(DiagnosticCodes.RowWithoutId, new SourceSpan("s.json", 3, 1), "class")));
        builder.CountFiltered();
        Checked<Snapshot> read = builder.Build();
        Assert.Empty(read.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(read.Value.Data.Skipped).Severity);
        Assert.Equal(1, read.Value.Data.Filtered);
    }

    private static void MakeOne()
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        int school = builder.Table("school").Add("a", builder.Region(RegionCode.Parse("370322")));
        builder.Table("school").ReportList(school, "classes");
        builder.Table("class").SetNumber(builder.Table("class").Add("101", school), SampleFacts.Field("class", "enrolment"), 45);
        Assert.Equal(1, builder.Build().Value.Table("class").Count);
    }

    private int School(string id, string? region) => _builder.Table("school").Add(id, region is null ? -1 : _builder.Region(RegionCode.Parse(region)));

    private int Class(int school, string id, double? grade)
    {
        TableBuilder classes = _builder.Table("class");
        int row = classes.Add(id, school);
        if (grade is { } known) classes.SetNumber(row, SampleFacts.Field("class", "grade"), known);
        return row;
    }
}
