using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>What was found by rule, and by area; persons are counted as far as that may be shown.</summary>
internal static class RuleSheets
{
    private static readonly Verdict[] Verdicts = [Verdict.NonCompliant, Verdict.Undetermined, Verdict.Waived, Verdict.Compliant, Verdict.NotApplicable];
    private static readonly Severity[] Gravest = [Severity.Violation, Severity.Warning, Severity.Advice, Severity.Progress];

    public static void Write(ReportBook book)
    {
        AssessmentWords words = book.Words;
        (string, double)[] verdicts = [.. Verdicts.Select(v => (words.Of(v), 14.0))];
        ReportSheet rules = new(
            book,
            ReportTab.Rules,
            [
                (words.Say("column.rule"), 42), (words.Say("column.title"), 44), (words.Say("column.area"), 18), (words.Say("column.pack"), 16), (words.Say("column.subjectTable"), 14),
                (words.Say("column.binding"), 12), (words.Say("column.severity"), 12), .. verdicts,
            ]);
        foreach (RuleSummary rule in RankedRules.WorstFirst(book.Assessment)) rules.Row([.. Cells(rule, words)]);
        rules.Finish();
        ReportSheet areas = new(book, ReportTab.Areas, [(words.Say("column.area"), 24), (words.Say("head.rules"), 10), .. Gravest.Select(s => (words.Say($"breaches.{s}"), 18.0)), .. verdicts[1..]]);
        foreach (IGrouping<string, RuleSummary> area in book.Assessment.Rules.Where(r => r.Counts.Total > 0).GroupBy(r => r.Area, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            areas.Row([.. Cells(area.Key, [.. area], words)]);
        areas.Finish();
    }

    private static IEnumerable<ReportCell> Cells(RuleSummary rule, AssessmentWords words) =>
    [
        ReportCell.Of(rule.Rule),
        ReportCell.Of(words.In(rule.Title)),
        ReportCell.Of(words.Area(rule.Area)),
        ReportCell.Of(rule.Pack),
        ReportCell.Of(words.Table(rule.Subject)),
        ReportCell.Of(words.Of(rule.Binding)),
        ReportCell.Of(words.Of(rule.Severity)),
        .. Verdicts.Select(v => ReportCell.Of(rule.Shown.Of(v))),
    ];

    private static IEnumerable<ReportCell> Cells(string area, RuleSummary[] rules, AssessmentWords words)
    {
        ShownCounts shown = rules.Aggregate(ShownCounts.None, (sum, rule) => sum.Plus(rule.Shown));
        return
        [
            ReportCell.Of(words.Area(area)),
            ReportCell.Of(rules.Length),
            .. Gravest.Select(s => ReportCell.Of(RankedRules.Breaches(rules, s))),
            .. Verdicts.Skip(1).Select(v => ReportCell.Of(shown.Of(v))),
        ];
    }
}
