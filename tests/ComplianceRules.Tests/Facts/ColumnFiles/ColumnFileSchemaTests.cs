using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Column files of other packs.</summary>
public sealed class ColumnFileSchemaTests
{
    private static readonly byte[] Small = ColumnFile.Of(ColumnFile.Small());

    [Fact]
    public void A_field_of_another_range_refuses_the_file_and_says_what_differs()
    {
        FactSchema schema = With(SampleFacts.Field("class", "enrolment") with { Range = new NumberRange(0, 300) });
        Diagnostic problem = Assert.Single(ColumnFile.Read(Small, schema).Diagnostics);
        Assert.Equal("s.crcol: error CR4155: `range` of `class.enrolment` is `0, 200` in the column file and `0, 300` in the packs (the file was converted for other packs: convert the data again with these)", problem.ToString());
    }

    [Fact]
    public void All_that_differs_is_told_at_once()
    {
        FactSchema schema = With(
            SampleFacts.Field("class", "share") with { Unit = Unit.One, Step = 1 },
            new FieldSchema("founded", FieldType.Text),
            SampleFacts.Field("class", "ends") with { Scale = TimeScale.WholeDay },
            SampleFacts.Field("class", "clubs") with { Options = [new FieldOption("go", LocalText.Same("go"))] });
        string[] told = [.. ColumnFile.Read(Small, schema).Diagnostics.Select(d => string.Join(' ', d.Arguments))];
        Assert.Equal(
            ["class.clubs values go, choir, football go", "class.ends range 17:00, 30:00 00:00, 24:00", "class.founded type date text", "class.share unit % 1", "class.share step 0.1 1"],
            told);
    }

    [Fact]
    public void A_field_that_no_row_has_may_differ()
    {
        byte[] file = ColumnFile.Of(SampleFacts.Read(SampleFacts.Snapshot("\"schools\":[{\"id\":\"a\",\"classes\":[{\"id\":\"1\"}]}]")).Value);
        Assert.True(ColumnFile.Read(file, With(SampleFacts.Field("class", "enrolment") with { Step = 2 })).IsValid);
    }

    [Fact]
    public void Titles_and_costs_may_change()
    {
        FactSchema schema = With(SampleFacts.Field("class", "enrolment") with { Title = new LocalText("班额", "class size"), ChangeCost = 3 });
        Assert.True(ColumnFile.Read(Small, schema).IsValid);
    }

    [Fact]
    public void A_field_that_packs_have_added_is_absent()
    {
        Snapshot read = ColumnFile.Read(Small, With(new FieldSchema("noise", FieldType.Bool))).Value;
        Assert.Null(read.Table("class").Column("noise"));
        Assert.Equal(45, ((NumberColumn)read.Table("class").Column("enrolment")!)[0]);
    }

    [Fact]
    public void A_field_that_packs_have_dropped_is_passed_over_and_listed()
    {
        TableSchema classes = SampleFacts.Schema.Table("class")!;
        FactSchema schema = With(classes with { Fields = classes.Fields.Remove("enrolment").Add("enrollment", new FieldSchema("enrollment", FieldType.Bool)) });
        Snapshot read = ColumnFile.Read(Small, schema).Value;
        Assert.Null(read.Table("class").Column("enrolment"));
        Assert.Equal("s.crcol: warning CR4157: `class.enrolment` of the column file is no field of the packs, it is passed over (did you mean `enrollment`?)", read.Data.Issues[0].ToString());
        Assert.True(read.Data.HasUnknownNames);
        Assert.Equal(ColumnFile.Small().Data.Issues.Length + 1, read.Data.Issues.Length);
    }

    [Fact]
    public void Texts_that_packs_have_dropped_are_passed_over_with_their_dictionary()
    {
        TableSchema classes = SampleFacts.Schema.Table("class")!;
        Snapshot read = ColumnFile.Read(Small, With(classes with { Fields = classes.Fields.Remove("name") })).Value;
        Assert.Equal("CR4157", read.Data.Issues[0].Code.ToString());
        Assert.Equal("primary", ((TextColumn)read.Table("class").Column("stage")!)[0]);
    }

    [Fact]
    public void A_table_that_packs_have_dropped_is_passed_over_and_listed_with_its_rows()
    {
        FactSchema schema = SampleFacts.Schema with { Tables = SampleFacts.Schema.Tables.Remove("pupil") };
        Snapshot read = ColumnFile.Read(Small, schema).Value;
        Assert.Equal("CR4158", read.Data.Issues[0].Code.ToString());
        Assert.Equal("`pupil` of the column file is no table of the packs, its rows are passed over: 1", read.Data.Issues[0].Message(TextLanguage.English));
        Assert.Null(read.Table("school").List("pupils"));
        Assert.DoesNotContain("pupil", read.Data.Rows.Keys);
        Assert.DoesNotContain(read.Data.Unreported, name => name.EndsWith(".pupils", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_packs_have_added_is_empty_and_not_reported()
    {
        FactSchema without = SampleFacts.Schema with { Tables = SampleFacts.Schema.Tables.Remove("pupil") };
        const string json = "\"schools\":[{\"id\":\"a\",\"classes\":[{\"id\":\"1\"}]}]";
        Checked<Snapshot> old = new JsonSnapshotSource(() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(SampleFacts.Snapshot(json))), "s.json").Read(without, new SnapshotOptions(), default);
        Snapshot read = ColumnFile.Read(ColumnFile.Of(old.Value)).Value;
        Assert.Equal(ColumnFile.TextOf(SampleFacts.Read(SampleFacts.Snapshot(json)).Value), ColumnFile.TextOf(read));
    }

    [Fact]
    public void A_table_that_stands_elsewhere_refuses_the_file()
    {
        FactSchema schema = With(SampleFacts.Schema.Table("pupil")! with { Parent = "school" });
        Diagnostic problem = Assert.Single(ColumnFile.Read(Small, schema).Diagnostics);
        Assert.Equal("CR4156", problem.Code.ToString());
        Assert.Equal("pupil class.pupils school.pupils", string.Join(' ', problem.Arguments));
    }

    [Fact]
    public void A_region_for_schools_that_have_none_comes_too_late()
    {
        byte[] file = ColumnFile.Of(SampleFacts.Read(SampleFacts.Snapshot("\"schools\":[{\"id\":\"a\"}]")).Value);
        SnapshotOptions options = new() { DefaultRegion = RegionCode.Parse("370322") };
        Assert.Equal("CR4159", ColumnFile.Read(file, options: options).Diagnostics.Codes());
        Assert.True(ColumnFile.Read(Small, options: options).IsValid);
        Assert.True(ColumnFile.Read(file).IsValid);
    }

    [Theory]
    [InlineData("370322", "370303", "370322 370303")]
    [InlineData("370300", "370400", "370300 370400")]
    public void A_region_that_has_been_merged_into_another_since_is_to_be_converted_again(string former, string current, string arguments)
    {
        byte[] file = ColumnFile.Of(SampleFacts.Read(SampleFacts.Snapshot("\"schools\":[{\"id\":\"a\",\"region\":\"370322\"}]")).Value);
        FormerCodes codes = new(new Dictionary<RegionCode, RegionCode> { [RegionCode.Parse(former)] = RegionCode.Parse(current) });
        Diagnostic problem = Assert.Single(ColumnFile.Read(file, SampleFacts.Schema with { FormerCodes = codes }).Diagnostics);
        Assert.Equal(("CR4160", arguments), (problem.Code.ToString(), string.Join(' ', problem.Arguments)));
    }

    private static FactSchema With(params FieldSchema[] fields)
    {
        TableSchema classes = SampleFacts.Schema.Table("class")!;
        return With(classes with { Fields = classes.Fields.SetItems(fields.Select(f => KeyValuePair.Create(f.Name, f))) });
    }

    private static FactSchema With(TableSchema table) => SampleFacts.Schema with { Tables = SampleFacts.Schema.Tables.SetItem(table.Name, table) };
}
