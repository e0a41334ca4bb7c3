using System.Text;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an assessment as one page that needs nothing else: overview, map of schools and areas, rules, measures, regions, and every finding with its evidence.</summary>
/// <remarks>
/// UTF-8 without a byte order mark. Both languages are in the page, which begins with that of the options. Rows of personal tables are never listed, whatever the assessment holds.
/// What is told of schools and measures as wholes comes from <see cref="Assessment.Overview"/>; without it schools are counted from the findings, and the page says so.
/// Everything of the assessment stands compressed in blocks that a browser does not run, and in a summary for those without scripts. May be shared between threads.
/// </remarks>
/// <param name="options">The language to begin with, and how many findings may be listed.</param>
public sealed class HtmlReportWriter(ReportOptions options) : IReportWriter
{
    // Of the margins of times, days and per cents, whatever else the page speaks of.
    private static readonly string[] MarginUnits = ["min", "d", Unit.PercentagePoint.Text];

    private readonly ReportOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc/>
    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        HtmlListing listing = new(assessment, _options.ListedFindings);
        RowTable rows = new(assessment.Overview);
        SchoolMatrix matrix = new(assessment, rows);
        HtmlComparison? comparison = _options.Comparison is { } compared ? new HtmlComparison(compared) : null;
        FindingColumns findings = new(assessment, rows, comparison);
        foreach (Finding finding in listing.Of(assessment.Findings)) matrix.Add(finding, findings.Add(finding));
        IEnumerable<string> units = [.. findings.Units, .. assessment.Overview?.Measures.Select(m => m.Unit).OfType<string>() ?? [], .. MarginUnits];
        HtmlHead head = new(assessment, units);
        Put(output, HtmlFrame.Begin(assessment, _options.Language));
        Put(output, HtmlFallback.Of(assessment, matrix, listing, _options.Language));
        Put(output, HtmlFrame.BeginBlock("head"));
        new ColumnBlock().Write(output, json =>
        {
            head.Write(json, matrix, listing, _options.Language);
            comparison?.Write(json);
        });
        Put(output, HtmlFrame.EndBlock + HtmlFrame.Script);
        Put(output, HtmlFrame.BeginBlock("schools"));
        matrix.Write(output);
        Put(output, HtmlFrame.EndBlock + HtmlFrame.BeginBlock("findings"));
        findings.Write(output);
        Put(output, HtmlFrame.EndBlock + HtmlFrame.End);
    }

    private static void Put(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
