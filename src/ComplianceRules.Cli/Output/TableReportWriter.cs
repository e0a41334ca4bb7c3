using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>Writes an assessment for people: a head, a table by rule, the findings by severity, the trouble in the data.</summary>
internal sealed class TableReportWriter(Words words, TableStyle style) : IReportWriter
{
    private static readonly Severity[] Gravest = [Severity.Violation, Severity.Warning, Severity.Advice, Severity.Progress];
    private static readonly Verdict[] Others = [Verdict.Undetermined, Verdict.Waived, Verdict.Compliant, Verdict.NotApplicable];

    /// <summary>What became of the findings of an earlier assessment; null where there was none to compare with.</summary>
    public AssessmentComparison? Comparison { get; init; }

    public void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = Terminal.TextOn(output);
        using Page page = new(text, style.Width, style.Colours);
        TableHead.Draw(page, assessment, words);
        RuleTable.Draw(page, assessment, words);
        if (Comparison is not null) new ComparisonPage(words, style).DrawSummary(page, Comparison);
        WriteFindings(page, assessment);
        WaiverList.DrawIssues(page, assessment, words);
        DataTrouble.Draw(page, assessment.Data, words);
    }

    private void WriteFindings(Page page, Assessment assessment)
    {
        // People pass tables on: no table names persons, whatever the assessment holds. Findings that are not shown are not made.
        ListedFinding[] findings = [.. assessment.Findings.Outlines().Select((finding, place) => new ListedFinding(place, finding))
            .Where(f => f.Outline.Table is not { } table || !assessment.Schema.IsPersonal(table))];
        FindingSections list = new(page, words, style, assessment);
        ILookup<Severity, ListedFinding> breaches = findings.Where(f => f.Outline.Verdict == Verdict.NonCompliant).ToLookup(f => f.Outline.Severity);
        foreach (Severity severity in Gravest) list.Draw(words.HeadingOf(severity), breaches[severity]);
        if (assessment.Rules.All(r => r.Counts.NonCompliant == 0) && breaches.Count == 0)
        {
            page.Line();
            page.Line(words.NoBreaches);
        }

        ILookup<Verdict, ListedFinding> others = findings.ToLookup(f => f.Outline.Verdict);
        foreach (Verdict verdict in Others) list.Draw(words.HeadingOf(verdict), others[verdict]);
        PersonalList.Draw(page, assessment, words, style.ListsAll);
    }
}
