using System.Text;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as Markdown, for an e-mail or a pull request: verdicts, rules, breaches by school, what to collect, waivers, trouble in the data.</summary>
/// <remarks>
/// UTF-8 without a byte order mark, lines end with a line feed. Nothing from packs or data is markup. Rows of personal tables are never listed. A list that is cut says how many
/// more there are; findings that are not shown are not made, those that miss facts are made one by one. May be shared between threads.
/// </remarks>
public sealed class MarkdownReportWriter : IReportWriter
{
    private readonly ReportOptions _options;

    /// <summary>Takes over what the caller chose.</summary>
    /// <param name="options">The language, and how long lists are.</param>
    public MarkdownReportWriter(ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        MarkdownPage page = new(text, new AssessmentWords(assessment, _options.Language), _options.MostListed);
        MarkdownSummary.Write(page, assessment);
        MarkdownBreaches.Write(page, assessment);
        MarkdownMissing.Write(page, assessment);
        MarkdownLists.WriteWaivers(page, assessment);
        MarkdownLists.WritePersons(page, assessment);
        MarkdownLists.WriteProblems(page, assessment);
    }
}
