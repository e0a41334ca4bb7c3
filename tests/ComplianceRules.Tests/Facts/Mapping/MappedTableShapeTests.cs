using System.Globalization;
using ComplianceRules.Facts;
using static ComplianceRules.Tests.Facts.MappingText;

namespace ComplianceRules.Tests.Facts;

public sealed class MappedTableShapeTests
{
    [Theory]
    [InlineData("\"sheet\": \"班级*\"", "班级*")]
    [InlineData("\"sheet\": null", null)]
    [InlineData("\"note\": \"none\"", null)]
    public void A_table_may_name_its_sheets(string members, string? expected) => Assert.Equal(expected, TableOf(members).Sheet);

    [Theory]
    [InlineData("\"note\": \"none\"", 1, 1, false)]
    [InlineData("\"header\": 3", 3, 3, false)]
    [InlineData("\"header\": [2, 3]", 2, 3, false)]
    [InlineData("\"header\": [2, 2]", 2, 2, false)]
    [InlineData("\"header\": [991, 1000]", 991, 1000, false)]
    [InlineData("\"transposed\": true", 1, 1, true)]
    [InlineData("\"transposed\": true, \"header\": [1, 2]", 1, 2, true)]
    [InlineData("\"transposed\": false, \"header\": 2", 2, 2, false)]
    public void A_table_says_where_its_names_stand(string members, int first, int last, bool transposed) =>
        Assert.Equal(new SheetShape(first, last, transposed), TableOf(members).Shape);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("1001")]
    [InlineData("99999999999999")]
    [InlineData("\"2\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[2]")]
    [InlineData("[3, 2]")]
    [InlineData("[0, 1]")]
    [InlineData("[1, 11]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[1, \"2\"]")]
    public void Names_that_stand_nowhere_are_refused(string header) => Assert.Equal("CR1063(2,11)", Places(Read(Table($"\"header\": {header}"))));

    [Theory]
    [InlineData("\"sheet\": \"\"", "CR1038(2,10)")]
    [InlineData("\"sheet\": 1", "CR1031(2,10)")]
    [InlineData("\"transposed\": \"yes\"", "CR1032(2,15)")]
    [InlineData("\"sheets\": \"A\"", "CR1003(2,1)")]
    [InlineData("\"headers\": 1, \"transpose\": true", "CR1003(2,1) CR1003(2,15)")]
    public void A_shape_of_another_kind_is_refused(string members, string expected) => Assert.Equal(expected, Places(Read(Table(members))));

    [Fact]
    public void A_misspelt_key_is_told_the_nearest_one() => Assert.Equal("header", Read(Table("\"haeder\": 2")).Diagnostics[0].DidYouMean);

    [Fact]
    public void All_problems_of_a_table_are_told_at_once() =>
        Assert.Equal(
            "CR1063(2,11) CR1038(2,23) CR1064(2,39) CR1069(2,122)",
            Places(Read(Table("\"header\": 0, \"sheet\": \" \", \"unpivot\": { \"name\": \"N\", \"columns\": [\"A\"] }, \"fields\": { \"minutes\": { \"column\": \"A\", \"unit\": \"m\" } }"))));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_list_may_be_said_to_be_whole(string complete, bool expected)
    {
        MappedTable table = TableOf($"\"complete\": {complete}");

        Assert.Equal((expected, null), (table.Complete, table.CompleteColumn));
    }

    [Fact]
    public void A_column_of_the_parents_records_may_say_whether_a_list_is_whole()
    {
        MappedTable table = Read(WithSchools("\" 班级齐全 \"")).Value.Tables[0];

        Assert.Equal((false, "班级齐全", false), (table.Complete, table.CompleteColumn!.Name, table.CompleteColumn.IsText));
    }

    [Theory]
    [InlineData("\" \"", "CR1038(1,44)")]
    [InlineData("1", "CR1032(1,44)")]
    [InlineData("null", "CR1032(1,44)")]
    [InlineData("[\"A\"]", "CR1032(1,44)")]
    public void What_says_whether_a_list_is_whole_is_a_bool_or_a_column(string complete, string expected) => Assert.Equal(expected, Places(Read(WithSchools(complete))));

    [Fact]
    public void A_column_of_parents_that_nothing_reads_is_refused() => Assert.Equal("CR1066(2,13)", Places(Read(Table("\"complete\": \"班级齐全\""))));

    [Fact]
    public void A_text_takes_the_place_of_a_column_in_an_id()
    {
        MappedTable table = Assert.Single(Read("""
            { "tables": [ { "table": "class", "id": [{ "text": " 3703220012 ", "note": "one school" }, "班级"],
                "parent": { "table": "school", "key": [{ "text": "3703220012" }], "parent": { "table": "region", "key": [{ "text": "370322" }] } } } ] }
            """).Value.Tables);

        Assert.Equal([("3703220012", true), ("班级", false)], table.Id.Select(c => (c.Name, c.IsText)));
        Assert.Equal(("3703220012", true), (table.Parent!.Key[0].Name, table.Parent.Key[0].IsText));
        Assert.Equal(("370322", true), (table.Parent.Above!.Key[0].Name, table.Parent.Above.Key[0].IsText));
    }

    [Theory]
    [InlineData("{ }", "CR1030(2,37)")]
    [InlineData("{ \"text\": \"\" }", "CR1038(2,47)")]
    [InlineData("{ \"text\": 3703220012 }", "CR1031(2,47)")]
    [InlineData("{ \"text\": \"1\", \"column\": \"A\" }", "CR1003(2,52)")]
    [InlineData("{ \"txt\": \"1\" }", "CR1030(2,37) CR1003(2,39)")]
    [InlineData("1", "CR1031(2,37)")]
    [InlineData("null", "CR1031(2,37)")]
    [InlineData("[\"A\"]", "CR1031(2,37)")]
    public void A_part_of_an_id_that_is_neither_column_nor_text_is_refused(string part, string expected) =>
        Assert.Equal(expected, Places(Read(Table($"\"parent\": {{ \"table\":\"school\",\"key\":[{part}] }}"))));

    [Fact]
    public void A_condition_and_a_field_have_columns_only() =>
        Assert.Equal(
            "CR1031(2,24) CR1031(2,91)",
            Places(Read(Table("\"where\": [ { \"column\": { \"text\": \"A\" }, \"is\": [\"\"] } ], \"fields\": { \"remark\": { \"column\": { \"text\": \"A\" } } }"))));

    private static string WithSchools(string complete) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{ "tables": [ {"table":"class","complete": {{complete}}, "id": ["A"] }, { "table": "school", "id": ["S"] } ] }""");
}
