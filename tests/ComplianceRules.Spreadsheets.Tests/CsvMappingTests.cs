using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class CsvMappingTests : IDisposable
{
    private const string Mapping = """
        { "tables": [ { "table": "class", "file": "size*.csv", "where": [ { "column": "GRADE", "not": [""] } ], "id": ["CODE", "GRADE", "TYPE"],
            "parent": { "table": "school", "key": ["CODE"], "fields": { "name": { "column": "NAME" } } },
            "fields": { "enrolment": { "column": "LARGEST" }, "grade": { "column": "GRADE", "values": { "0K": 0 } } } } ],
          "covers": ["US-NY-NYC"], "constants": { "school.region": "US-NY-NYC", "class.boarding": false }, "nulls": ["", "-"] }
        """;

    private const string Header = "CODE,NAME,GRADE ,TYPE,LARGEST,UNUSED\n";

    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Foreign_columns_become_facts_and_parents_are_made_of_repeated_ones()
    {
        Snapshot snapshot = _folder.With("sizes.csv", Header + "M1,First,0K,GEN/ED,20,x\nM1,First,03,-,-,x\nM1,First,,,,x\nM2,Second,09,GEN ED,31,x\n").Read(mapping: Mapping).Value;

        FactTable classes = snapshot.Table("class");
        Assert.Equal(["M1/M1|03|-", "M1/M1|0K|GEN%2FED", "M2/M2|09|GEN ED"], Enumerable.Range(0, 3).Select(classes.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, snapshot.Table("school").Count);
        Assert.Equal("First", ((TextColumn)snapshot.Table("school").Column("name")!)[0]);
        Assert.Equal((1, 3), (snapshot.Data.Filtered, snapshot.Data.Rows["class"]));
        Assert.Empty(snapshot.Data.Issues);
        Assert.Equal("US-NY-NYC", snapshot.Table("region").Id(snapshot.Table("school").Parent(0)));
        Assert.True(snapshot.Table("region").List("classes")!.IsReported(snapshot.Table("school").Parent(0)));
        Assert.True(classes.Column("boarding")!.IsKnown(2));
        Assert.Equal([0, 3, 9], Enumerable.Range(0, 3).Select(r => ((NumberColumn)classes.Column("grade")!)[r]).Order());
    }

    [Fact]
    public void The_columns_of_the_mapping_that_are_not_there_are_all_named_at_their_place()
    {
        Checked<Snapshot> read = _folder.With("sizes.csv", "CODE,NAME,GRAD,LARGEST\n").Read(mapping: Mapping);

        Assert.Equal(["CR4057 mapping.json(1,79)", "CR4057 mapping.json(1,129)"], CsvFolder.Places(read.Diagnostics));
        Assert.Equal("GRAD", read.Diagnostics[0].DidYouMean);
    }

    [Fact]
    public void A_mapping_says_the_day_and_the_title_of_any_file()
    {
        const string Said = """{ "date": "2026-09-01", "title": "秋季", "tables": [ { "table": "school", "id": ["id"] } ] }""";

        Snapshot snapshot = _folder.With("sizes.csv", "id\nM1\n").Read(mapping: Said).Value;

        Assert.Equal((new DateOnly(2026, 9, 1), "秋季"), (snapshot.Date, snapshot.Title));
        Assert.Equal(1, snapshot.Table("school").Count);
    }

    [Fact]
    public void A_mapping_that_matches_no_file_is_refused() =>
        Assert.Equal(["CR4051 data", "CR4072 data/other.csv"], CsvFolder.Places(_folder.With("other.csv", "x\n").Read(mapping: Mapping).Diagnostics));

    [Fact]
    public void A_repeated_column_that_changes_is_reported_once_and_the_first_counts()
    {
        Snapshot snapshot = _folder.With("sizes.csv", Header + "M1,First,01,A,1,\nM1,1st,01,B,1,\nM1,1st,01,C,1,\n").Read(mapping: Mapping).Value;

        Assert.Equal(["CR4066 data/sizes.csv(3,2)"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal("First", ((TextColumn)snapshot.Table("school").Column("name")!)[0]);
    }

    [Fact]
    public void A_repeated_column_that_changes_in_another_file_is_reported()
    {
        _folder.With("size1.csv", Header + "M1,First,01,A,1,\n").With("size2.csv", Header + "M1,1st,01,B,1,\n");

        Assert.Equal(["CR4066 data/size2.csv(2,2)"], CsvFolder.Places(_folder.Read(mapping: Mapping).Value.Data.Issues));
    }

    [Fact]
    public void A_record_whose_id_is_only_the_text_of_the_mapping_has_no_id()
    {
        const string Texts = """{ "tables": [ { "table": "class", "id": [{ "text": "S" }, "id"], "parent": { "table": "school", "key": [{ "text": "S" }] } } ] }""";

        Assert.Equal(["CR4014 data/c.csv(3)"], CsvFolder.Places(_folder.With("c.csv", "id,x\n1,\n,total\n").Read(mapping: Texts).Diagnostics));
    }

    [Fact]
    public void A_school_with_a_malformed_region_in_repeated_columns_is_reported_once()
    {
        const string Regions = """
            { "tables": [ { "table": "class", "file": "*.csv", "id": ["id"],
              "parent": { "table": "school", "key": ["school"], "parent": { "table": "region", "key": ["region"] } } } ] }
            """;
        Snapshot snapshot = _folder.With("c.csv", "id,school,region\n1,A,37-x\n2,A,37-x\n1,B,370322\n1,C,37-x\n2,C,37-x\n").Read(mapping: Regions).Value;

        Assert.Equal(["CR4025 data/c.csv(2)", "CR4025 data/c.csv(5)"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal((5, 3), (snapshot.Data.Rows["class"], snapshot.Data.Rows["school"]));
        Assert.False(snapshot.Data.Rows.ContainsKey("region"));
    }

    [Fact]
    public void Several_files_of_one_table_are_read_in_the_order_of_their_names()
    {
        _folder.With("size2.csv", Header + "M1,First,01,A,1,\n").With("size1.csv", Header + "M1,First,01,A,2,\n");

        Assert.Equal(["CR4015 data/size2.csv(2)"], CsvFolder.Places(_folder.Read(mapping: Mapping).Diagnostics));
    }

    [Fact]
    public void A_complete_table_gives_every_parent_its_list()
    {
        const string Tables = """
            { "tables": [ { "table": "class", "file": "class.csv", "id": ["id"], "parent": { "table": "school", "key": ["school"] }, "complete": true },
                          { "table": "school", "file": "school.csv", "id": ["id"], "parent": { "table": "region", "key": ["region"] } } ] }
            """;
        Snapshot snapshot = _folder.With("school.csv", "id,region\nS1,CN\nS2,CN\n").With("class.csv", "id,school\n1,S1\n").Read(mapping: Tables).Value;

        ChildList list = snapshot.Table("school").List("classes")!;
        Assert.True(list.IsReported(0) && list.IsReported(1));
        Assert.Equal(["CR4016 data/class.csv(2)"], CsvFolder.Places(_folder.With("class.csv", "id,school\n1,S3\n").Read(mapping: Tables).Diagnostics));
    }

    [Fact]
    public void Left_out_records_are_counted_before_their_ids_are_looked_at()
    {
        Snapshot snapshot = _folder.With("sizes.csv", Header + ",,,,,\n,, ,,,\nM1,First,01,A,1,\n").Read(mapping: Mapping).Value;

        Assert.Equal(2, snapshot.Data.Filtered);
    }

    [Fact]
    public void The_encoding_of_the_mapping_yields_to_that_of_the_options()
    {
        string chinese = Mapping.Replace("{ \"tables\"", "{ \"encoding\": \"gb18030\", \"tables\"", StringComparison.Ordinal);
        _folder.With("sizes.csv", Header + "M1,第一,01,A,1,\n");

        Assert.Equal("第一", ((TextColumn)_folder.Read(new SnapshotOptions { Encoding = "utf-8" }, chinese).Value.Table("school").Column("name")!)[0]);
    }
}
