using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

/// <summary>A cell that cannot be used is named, with the reason, by every finding it touches.</summary>
public sealed class MissingReasonTests
{
    private const string Schema = """
        { "school": { "fields": { "area": { "type": "number", "unit": "m2", "range": [0, 1000] } } },
          "class": { "fields": { "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 }, "bright": { "type": "bool" } } } }
        """;

    private static readonly string OwnRow = Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }");
    private static readonly string RowAbove = Rule(kind: "\"require\": \"school.area > 100\"");
    private static readonly string ChildRows = Rule(kind: "\"share\": { \"of\": \"classes\", \"where\": \"bright\", \"that\": \"enrolment <= 45\", \"min\": 80 }", subject: "school");

    [Theory]
    [InlineData("-1", "填报值不可能", "the value given cannot be")]
    [InlineData("45.5", "填报值不可能", "the value given cannot be")]
    [InlineData("\"many\"", "填报值类型不符", "the value given is of another type")]
    public void A_bad_cell_of_the_row_itself_is_named_with_its_reason(string value, string chinese, string english)
    {
        Finding finding = One(OwnRow, "1", $$"""{ "id": "1", "enrolment": {{value}} }, { "id": "2", "enrolment": 3 }""");

        Assert.Equal($"无法判定，缺少：enrolment（{chinese}）", finding.Message.In(TextLanguage.Chinese));
        Assert.Equal($"cannot be decided without: enrolment ({english})", finding.Message.In(TextLanguage.English));
    }

    [Theory]
    [InlineData("2000", UnknownReason.OutOfRange)]
    [InlineData("\"large\"", UnknownReason.WrongType)]
    public void A_bad_cell_of_the_row_above_is_named_with_its_reason_in_each_row_below(string value, UnknownReason reason)
    {
        Assessment assessment = Of(RowAbove, value, """{ "id": "1" }, { "id": "2" }""");

        Assert.Equal(2, assessment.Findings.Count);
        Assert.All(assessment.Findings, f => Assert.Equal(new MissingFact("school.area", reason), Assert.Single(f.Missing)));
    }

    [Fact]
    public void Bad_cells_of_child_rows_are_counted_by_reason()
    {
        const string Classes = """
            { "id": "1", "bright": true, "enrolment": 40 }, { "id": "2", "bright": true, "enrolment": -4 }, { "id": "3", "bright": true, "enrolment": -5 },
            { "id": "4", "bright": true, "enrolment": "many" }, { "id": "5", "bright": true }, { "id": "6", "bright": "perhaps", "enrolment": 1000 }
            """;
        Finding finding = One(ChildRows, "1", Classes);

        Assert.Equal(
            [
                new MissingFact("classes.bright", UnknownReason.WrongType),
                new MissingFact("classes.enrolment", UnknownReason.Absent),
                new MissingFact("classes.enrolment", UnknownReason.OutOfRange, 3),
                new MissingFact("classes.enrolment", UnknownReason.WrongType),
            ],
            finding.Missing.AsEnumerable());
        Assert.Contains("classes.enrolment (the value given cannot be, 3 rows), ", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("classes.enrolment（填报值不可能，3 行）、", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
    }

    private static Finding One(string rule, string area, string classes) => Assert.Single(Of(rule, area, classes).Findings);

    private static Assessment Of(string rule, string area, string classes) =>
        Judged.Of(Pack(facts: Schema, rules: $"[{rule}]"), Judged.School(classes).Replace("\"name\":", $"\"area\": {area}, \"name\":", StringComparison.Ordinal));
}
