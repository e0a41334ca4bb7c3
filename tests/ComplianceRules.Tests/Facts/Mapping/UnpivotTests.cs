using System.Globalization;
using ComplianceRules.Facts;
using static ComplianceRules.Tests.Facts.MappingText;

namespace ComplianceRules.Tests.Facts;

public sealed class UnpivotTests
{
    [Fact]
    public void Columns_side_by_side_become_rows()
    {
        Unpivot unpivot = Good("""{ "name": " 年级 ", "value": "人数", "columns": ["一年级", " 二年级 "], "note": "why" }""");

        Assert.Equal("年级", unpivot.Name);
        Assert.Equal<string>(["人数"], unpivot.Values);
        Assert.Equal(["一年级: 一年级", "二年级: 二年级"], unpivot.Parts.Select(Shown));
    }

    [Fact]
    public void Several_values_side_by_side_become_rows()
    {
        Unpivot unpivot = Good("""
            { "name": "年级", "columns": { "note": "why", "一年级": { "作业": "一年级/作业", "睡眠": "一年级/睡眠", "note": "why" }, " 二年级 ": { "睡眠": "二年级/睡眠", "体育": "二年级/体育" } } }
            """);

        Assert.Equal<string>(["作业", "睡眠", "体育"], unpivot.Values);
        Assert.Equal(["一年级: 一年级/作业 一年级/睡眠 -", "二年级: - 二年级/睡眠 二年级/体育"], unpivot.Parts.Select(Shown));
    }

    [Fact]
    public void A_label_may_be_called_note() => Assert.Equal(["note: A"], Good("""{ "name": "N", "columns": { "note": { "V": "A" } } }""").Parts.Select(Shown));

    [Theory]
    [InlineData("""{ "name": "N", "columns": ["A"] }""", "CR1064(2,12)")]
    [InlineData("""{ "name": "N", "value": "V", "columns": { "a": { "V": "A" } } }""", "CR1064(2,12)")]
    [InlineData("""{ "name": "N", "value": "V", "columns": "A" }""", "CR1064(2,12)")]
    [InlineData("""{ "name": "N", "value": "V", "columns": null }""", "CR1064(2,12)")]
    [InlineData("""{ "name": "N", "value": "V" }""", "CR1030(2,12)")]
    [InlineData("""{ "value": "V", "columns": ["A"] }""", "CR1030(2,12)")]
    [InlineData("""{ "name": 1, "value": "V", "columns": ["A"] }""", "CR1031(2,22)")]
    [InlineData("""{ "name": "N", "value": " ", "columns": ["A"] }""", "CR1038(2,36)")]
    [InlineData("""{ "name": "N", "value": null, "columns": ["A"] }""", "CR1031(2,36)")]
    [InlineData("""{ "name": "N", "value": "V", "columns": [] }""", "CR1062(2,52)")]
    [InlineData("""{ "name": "N", "columns": {} }""", "CR1062(2,38)")]
    [InlineData("""{ "name": "N", "columns": { "a": {} } }""", "CR1062(2,45)")]
    [InlineData("""{ "name": "N", "columns": { "a": "A" } }""", "CR1036(2,45)")]
    [InlineData("""{ "name": "N", "columns": { "": { "V": "A" } } }""", "CR1038(2,40)")]
    [InlineData("""{ "name": "N", "columns": { "a": { " ": "A" } } }""", "CR1038(2,47)")]
    [InlineData("""{ "name": "N", "columns": { "a": { "V": 1 } } }""", "CR1031(2,52)")]
    [InlineData("""{ "name": "N", "value": "V", "columns": ["A", 1] }""", "CR1031(2,58)")]
    [InlineData("""{ "name": "N", "values": "V", "columns": ["A"] }""", "CR1064(2,12) CR1003(2,27)")]
    [InlineData("[]", "CR1036(2,12)")]
    [InlineData("null", "CR1036(2,12)")]
    [InlineData("true", "CR1036(2,12)")]
    public void Columns_that_make_no_rows_are_refused(string unpivot, string expected) => Assert.Equal(expected, Problems(unpivot));

    [Theory]
    [InlineData("""{ "name": "N", "value": "N", "columns": ["A"] }""", "CR1057(2,36)")]
    [InlineData("""{ "name": "N１", "value": " N1 ", "columns": ["A"] }""", "CR1057(2,37)")]
    [InlineData("""{ "name": "N", "value": "V", "columns": ["A", "B", " A "] }""", "CR1057(2,63)")]
    [InlineData("""{ "name": "N", "columns": { "a": { "N": "A" } } }""", "CR1057(2,47)")]
    [InlineData("""{ "name": "N", "columns": { "a": { "V": "A", " V": "B" } } }""", "CR1057(2,57)")]
    [InlineData("""{ "name": "N", "columns": { "a": { "V": "A" }, "a ": { "V": "B" } } }""", "CR1057(2,59)")]
    [InlineData("""{ "name": "N", "columns": { "a": { "V": "A" }, "b": { "V": "A" } } }""", "CR1057(2,71)")]
    public void No_name_is_given_twice(string unpivot, string expected) => Assert.Equal(expected, Problems(unpivot));

    [Theory]
    [InlineData(200, 1, "")]
    [InlineData(201, 1, "CR1065(2,37)")]
    [InlineData(1, 50, "")]
    [InlineData(1, 51, "CR1065(2,43)")]
    public void The_rows_that_one_record_becomes_are_bounded(int labels, int values, string expected)
    {
        IEnumerable<string> parts = Enumerable.Range(0, labels).Select(label =>
            $"\"{Text(label)}\":{{ {string.Join(", ", Enumerable.Range(0, values).Select(value => $"\"V{Text(value)}\": \"{Text(label)}/{Text(value)}\""))} }}");

        Assert.Equal(expected, Problems($"{{ \"name\": \"N\",\"columns\": {{ {string.Join(", ", parts)} }} }}"));
    }

    [Fact]
    public void Made_columns_serve_conditions_ids_parents_and_fields()
    {
        MappedTable table = TableOf("""
            "unpivot": { "name": "年级", "value": "人数", "columns": ["一年级", "二年级"] }, "where": [ { "column": "人数", "not": [""] } ],
            "parent": { "table": "school", "key": ["学校"] }, "fields": { "grade": { "column": "年级", "values": { "一年级": 1, "二年级": 2 } }, "enrolment": { "column": "人数" } }
            """);

        Assert.NotNull(table.Unpivot);
        Assert.Equal(["年级", "人数"], table.Fields.Select(f => f.Column.Name));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Unpivot Good(string unpivot) => TableOf($"\"unpivot\": {unpivot}").Unpivot!;

    private static string Problems(string unpivot) => Places(Read(Table($"\"unpivot\": {unpivot}")));

    private static string Shown(UnpivotPart part) => $"{part.Label}: {string.Join(' ', part.Columns.Select(c => c?.Name ?? "-"))}";
}
