using System.Text;
using System.Text.Json;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Reports;

public sealed class NdjsonReportWriterTests
{
    private static readonly NdjsonReportWriter Writer = new();

    [Fact]
    public void A_report_with_one_of_everything_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.approved.ndjson", Written.By(Writer, SampleAssessment.Full));

    [Fact]
    public void The_first_line_is_the_document_without_findings_and_each_further_line_is_a_finding()
    {
        JsonElement document = JsonDocument.Parse(Written.By(new JsonReportWriter(), SampleAssessment.Full)).RootElement;
        string[] lines = Lines();
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(lines[0]).RootElement, Without(document, "findings")));
        JsonElement[] findings = [.. document.GetProperty("findings").EnumerateArray()];
        Assert.Equal(findings.Length, lines.Length - 1);
        Assert.All(findings.Zip(lines.Skip(1)), pair => Assert.True(JsonElement.DeepEquals(pair.First, JsonDocument.Parse(pair.Second).RootElement)));
    }

    private static string[] Lines()
    {
        string text = Encoding.UTF8.GetString(Written.By(Writer, SampleAssessment.Full));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        return text[..^1].Split('\n');
    }

    private static JsonElement Without(JsonElement document, string name) =>
        JsonSerializer.SerializeToElement(document.EnumerateObject().Where(p => p.Name != name).ToDictionary(p => p.Name, p => p.Value));
}
