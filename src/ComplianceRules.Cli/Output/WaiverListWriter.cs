using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>Writes the waivers of an assessment and nothing else, for people.</summary>
internal sealed class WaiverListWriter(Words words, TableStyle style) : IReportWriter
{
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = Terminal.TextOn(output);
        using Page page = new(text, style.Width, style.Colours);
        int asked = assessment.Waivers.Count(w => !w.Issues.IsEmpty);
        page.Line(words.WaiverCount(assessment.Waivers.Length, asked));
        foreach (WaiverSummary waiver in assessment.Waivers) WaiverList.Draw(page, waiver, words);
    }
}
