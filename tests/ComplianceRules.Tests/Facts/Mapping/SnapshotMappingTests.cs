using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using static ComplianceRules.Tests.Facts.MappingText;

namespace ComplianceRules.Tests.Facts;

public sealed class SnapshotMappingTests
{
    private const string Whole = """
        { "$schema": "../../rulepacks/mapping.schema.json", "date": "2026-09-01", "title": "秋季", "encoding": "gb18030", "note": "why", "tables": [ { "table": "class", "file": "c*.csv", "sheet": null,
            "where": [ { "column": " GRADE ", "not": [""] }, { "column": "KIND", "is": ["A", "B"], "note": "why" } ], "id": ["CODE", "GRADE"],
            "parent": { "table": "school", "key": ["CODE"], "fields": { "name": { "column": "NAME" } } }, "complete": true,
            "fields": { "minutes": { "column": "HOURS", "factor": 60 }, "kind": { "column": "KIND", "values": { "A": "ordinary", "B": null } },
                "kinds": { "column": "KINDS", "values": { "AB": ["ordinary", "special"] } }, "starts": { "column": "上课时间", "format": "H：mm" } } } ],
          "covers": ["US-NY-NYC"], "constants": { "school.region": "US-NY-NYC", "class.stage": "primary" }, "nulls": ["无"], "true": ["Y"], "false": ["N"] }
        """;

    [Fact]
    public void Everything_that_a_mapping_says_is_kept()
    {
        SnapshotMapping mapping = Read(Whole).Value;

        Assert.Equal((new DateOnly(2026, 9, 1), "秋季", "gb18030"), (mapping.Date, mapping.Title, mapping.Encoding));
        Assert.Equal(["US-NY-NYC"], mapping.Covers.Select(c => c.Text));
        Assert.Equal("US-NY-NYC", mapping.SchoolRegion?.Text);
        Assert.Equal(("class", "stage", "primary"), (mapping.Constants[0].Table.Name, mapping.Constants[0].Field.Name, mapping.Constants[0].Value.Text));
        MappedTable table = Assert.Single(mapping.Tables);
        Assert.Equal(("class", "c*.csv", true), (table.Table.Name, table.File, table.Complete));
        Assert.Equal(["CODE", "GRADE"], table.Id.Select(c => c.Name));
        Assert.Equal(("school", "CODE", "name", true), (table.Parent!.Table.Name, table.Parent.Key[0].Name, table.Parent.Fields[0].Field.Name, table.Parent.Made));
        Assert.Equal(["GRADE", "KIND"], table.Where.Select(w => w.Column.Name));
        Assert.Equal([true, false, true, false], [table.Where[0].Holds("x"), table.Where[0].Holds(""), table.Where[1].Holds("B"), table.Where[1].Holds("C")]);
    }

    [Fact]
    public void The_cells_of_a_mapping_are_read_by_its_factor_values_format_and_words()
    {
        Dictionary<string, CellReader> cells = Read(Whole).Value.Tables[0].Fields.ToDictionary(f => f.Field.Name, f => f.Cells, StringComparer.Ordinal);

        Assert.Equal(90, cells["minutes"].Read("1.5").Number);
        Assert.Equal(UnknownReason.Absent, cells["minutes"].Read("无").Unknown);
        Assert.Equal("ordinary", cells["kind"].Read("A").Text);
        Assert.Equal(UnknownReason.Absent, cells["kind"].Read("B").Unknown);
        Assert.Equal("special", cells["kind"].Read("special").Text);
        Assert.Equal<string>(["ordinary", "special"], cells["kinds"].Read("AB").Keys);
        Assert.Equal(500, cells["starts"].Read("８:20").Number);
    }

    [Fact]
    public void A_number_may_have_a_format_of_thousands() => Assert.Equal(1234, TableOf("\"fields\": { \"minutes\": { \"column\": \"A\", \"format\": \"#,##0\" } }").Fields[0].Cells.Read("1,234").Number);

    [Fact]
    public void A_mapping_need_not_say_a_day_or_a_title()
    {
        SnapshotMapping mapping = Read(Table("\"note\": \"\"")).Value;

        Assert.Equal((null, null), (mapping.Date, mapping.Title));
    }

    [Fact]
    public void The_name_and_region_of_the_one_school_are_constants()
    {
        SnapshotMapping mapping = Read("""
            { "tables": [ { "table": "class", "id": ["班级"], "parent": { "table": "school", "key": [{ "text": "3703220012" }] } } ],
              "constants": { "school.region": "370322", "school.name": "实验小学", "note": "one school" } }
            """).Value;

        Assert.Equal("370322", mapping.SchoolRegion?.Text);
        Assert.Equal([("school", "name", "实验小学")], mapping.Constants.Select(c => (c.Table.Name, c.Field.Name, c.Value.Text)));
    }

    [Fact]
    public void A_parent_that_is_mapped_itself_is_looked_up_and_not_made()
    {
        SnapshotMapping mapping = Read("""
            { "tables": [ { "table": "class", "id": ["A"], "parent": { "table": "school", "key": ["S"] } },
                          { "table": "school", "id": ["S"], "parent": { "table": "region", "key": ["R"] } } ] }
            """).Value;

        Assert.False(mapping.Tables[0].Parent!.Made);
        Assert.True(mapping.Tables[1].Parent!.Made);
    }

    [Theory]
    [InlineData("{ \"tables\": [] }", "CR1062(1,13)")]
    [InlineData("{ }", "CR1030(1,1)")]
    [InlineData("[]", "CR1036(1,1)")]
    [InlineData("{ \"tables\": [ 1 ] }", "CR1036(1,15)")]
    [InlineData("{ \"tables\": [ { \"table\": \"clas\", \"id\": [\"A\"] } ] }", "CR1051(1,26)")]
    [InlineData("{ \"tables\": [ { \"table\": \"class\", \"id\": [] } ] }", "CR1062(1,41)")]
    [InlineData("{ \"tables\": [ { \"table\": \"class\" } ] }", "CR1030(1,15)")]
    [InlineData("{ \"encoding\": \"utf-16\",\n\"tables\": [ { \"table\": \"class\", \"id\": [\"A\"] } ] }", "CR1053(1,15)")]
    [InlineData("{ \"date\": \"2026-02-29\",\n\"tables\": [ { \"table\": \"class\", \"id\": [\"A\"] } ] }", "CR1037(1,11)")]
    [InlineData("{ \"title\": \"\", \"dat\": 1,\n\"tables\": [ { \"table\": \"class\", \"id\": [\"A\"] } ] }", "CR1038(1,12) CR1003(1,16)")]
    [InlineData("{ \"covers\": [\"ny\"],\n\"tables\": [ { \"table\": \"class\", \"id\": [\"A\"] } ] }", "CR1059(1,14)")]
    [InlineData("{ \"tables\": [ { \"table\": \"class\", \"id\": [\"A\"], } ] }", "CR1009(1,46)")]
    public void A_mapping_of_a_wrong_shape_is_refused_at_its_place(string json, string expected) => Assert.Equal(expected, Places(Read(json)));

    [Theory]
    [InlineData("\"complete\": 1", "CR1032(2,13)")]
    [InlineData("\"fileds\": {}", "CR1003(2,1)")]
    [InlineData("\"where\": [ { \"column\": \"A\" } ]", "CR1060(2,12)")]
    [InlineData("\"where\": [ { \"column\": \"A\", \"is\": [], \"not\": [] } ]", "CR1060(2,12)")]
    [InlineData("\"parent\": { \"table\": \"region\", \"key\": [\"R\"] }", "CR1054(2,22)")]
    [InlineData("\"parent\": { \"table\": \"school\", \"key\": [] }", "CR1062(2,39)")]
    public void A_table_that_says_what_is_not_read_is_refused(string members, string expected) => Assert.Equal(expected, Places(Read(Table(members))));

    [Theory]
    [InlineData("\"enrollment\": { \"column\": \"A\" }", "CR1052(2,13)")]
    [InlineData("\"minutes\": { }", "CR1030(2,24)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"factor\": 0 }", "CR1055(2,51)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"factor\": -60 }", "CR1055(2,51)")]
    [InlineData("\"remark\": { \"column\": \"A\", \"factor\": 2 }", "CR1055(2,50)")]
    [InlineData("\"kind\": { \"column\": \"A\", \"values\": { \"x\": \"ordinari\" } }", "CR1056(2,55)")]
    [InlineData("\"kinds\": { \"column\": \"A\", \"values\": { \"x\": [\"ordinary\", 1] } }", "CR1056(2,56)")]
    [InlineData("\"enrolment\": { \"column\": \"A\", \"values\": { \"x\": 101 } }", "CR1056(2,60)")]
    [InlineData("\"enrolment\": { \"column\": \"A\", \"values\": { \"x\": \"1\" } }", "CR1056(2,60)")]
    [InlineData("\"kind\": { \"column\": \"A\", \"values\": { \"x\": null, \" x\": null } }", "CR1057(2,61)")]
    [InlineData("\"starts\": { \"column\": \"A\", \"format\": \"yyyy\" }", "CR1058(2,50)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"format\": \"H:mm\" }", "CR1058(2,51)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"format\": \"#,##0.00\" }", "CR1058(2,51)")]
    [InlineData("\"minutes\": { \"column\": \"A\", \"format\": \"0\" }", "CR1058(2,51)")]
    [InlineData("\"opened\": { \"column\": \"A\", \"format\": \"#,##0\" }", "CR1058(2,50)")]
    [InlineData("\"remark\": { \"column\": \"A\", \"format\": \"#,##0\" }", "CR1058(2,50)")]
    public void A_field_that_cannot_be_read_so_is_refused(string field, string expected) => Assert.Equal(expected, Places(Read(Field(field))));

    [Theory]
    [InlineData("\"region\": \"CN\"", "CR1061(2,17)")]
    [InlineData("\"scool.region\": \"CN\"", "CR1051(2,17)")]
    [InlineData("\"school.region\": \"nowhere\"", "CR1059(2,34)")]
    [InlineData("\"school.nam\": \"x\"", "CR1052(2,17)")]
    [InlineData("\"class.stage\": \"nursery\"", "CR1056(2,32)")]
    [InlineData("\"class.grade\": 3", "CR1057(2,17)")]
    public void A_constant_must_name_a_field_that_no_column_gives(string constant, string expected)
    {
        string json = "{ \"tables\": [ { \"table\": \"class\", \"id\": [\"A\"], \"fields\": { \"grade\": { \"column\": \"G\" } } } ],\n \"constants\": { " + constant + " } }";

        Assert.Equal(expected, Places(Read(json)));
    }

    [Fact]
    public void A_misspelt_field_is_told_the_nearest_one() =>
        Assert.Equal("mapping.json(2,13): error CR1052: the table `class` has no field `enrollment` (did you mean `enrolment`?)", Read(Field("\"enrollment\": { \"column\": \"A\" }")).Diagnostics[0].ToString());

    [Fact]
    public void A_chain_of_parents_that_does_not_go_up_ends_without_harm()
    {
        string chain = string.Concat(Enumerable.Repeat("\"parent\": { \"table\": \"school\", \"key\": [\"S\"], ", 25)) + "\"note\": \"\"" + new string('}', 25);

        Assert.Equal("CR1054(2,56)", Places(Read(Table(chain))));
    }
}
