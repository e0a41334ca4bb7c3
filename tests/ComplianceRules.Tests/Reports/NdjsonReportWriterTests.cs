using System.Text;
using System.Text.Json;
using ComplianceRules.Findings;
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
    public void Each_line_is_a_finding_and_the_last_is_the_document_without_findings()
    {
        JsonElement document = JsonDocument.Parse(Written.By(new JsonReportWriter(), SampleAssessment.Full)).RootElement;
        string[] lines = Lines();
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(lines[^1]).RootElement, Without(document, "findings")));
        JsonElement[] findings = [.. document.GetProperty("findings").EnumerateArray()];
        Assert.Equal(findings.Length, lines.Length - 1);
        Assert.All(findings.Zip(lines), pair => Assert.True(JsonElement.DeepEquals(pair.First, JsonDocument.Parse(pair.Second).RootElement)));
    }

    [Fact]
    public void Findings_that_come_some_at_a_time_are_the_same_lines()
    {
        using MemoryStream output = new();
        using (NdjsonFindingWriter lines = new(output, SampleAssessment.Full.IncludesPersonal))
        {
            foreach (Finding finding in SampleAssessment.Full.Findings) lines.Take([finding]);
            lines.Take([]);
            lines.End(SampleAssessment.Full with { Findings = [] });
        }

        Assert.Equal(Written.By(Writer, SampleAssessment.Full), output.ToArray());
    }

    [Fact]
    public void A_line_is_never_held_back_until_the_end()
    {
        using MemoryStream output = new();
        using NdjsonFindingWriter lines = new(output, includesPersonal: false);
        lines.Take([SampleAssessment.Full.Findings[0]]);
        Assert.EndsWith("}\n", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
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
