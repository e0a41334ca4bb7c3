using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>Persons as numbers, waivers, trouble in the data: a sheet each, none where there is nothing.</summary>
internal static class OtherSheets
{
    public static void WritePersons(ReportBook book)
    {
        AssessmentWords words = book.Words;
        ReportSheet sheet = new(
            book,
            ReportTab.Persons,
            [
                (words.Say("column.rule"), 42), (words.Say("column.title"), 44), (words.Say("column.subjectTable"), 14), (words.Say("head.parent"), 24), (words.Say("head.parentName"), 36),
                (words.Say("column.verdict"), 12), (words.Say("column.severity"), 12), (words.Say("head.persons"), 12),
            ]);
        foreach (PersonalCount count in book.Assessment.PersonalCounts)
        {
            sheet.Row(
                ReportCell.Of(count.Rule),
                ReportCell.Of(words.Title(count.Rule)),
                ReportCell.Of(count.Parent is { } parent ? words.Table(parent.Table) : null),
                ReportCell.Of(count.Parent?.Id ?? words.Say("md.noParent")),
                ReportCell.Of(count.Parent?.Name),
                ReportCell.Of(words.Of(count.Verdict)),
                ReportCell.Of(words.Of(count.Severity)),
                ReportCell.Of(count.Rows));
        }
    }

    public static void WriteWaivers(ReportBook book)
    {
        AssessmentWords words = book.Words;
        ReportSheet sheet = new(
            book,
            ReportTab.Waivers,
            [
                (words.Say("head.what"), 42), (words.Say("head.whom"), 30), (words.Say("head.from"), 12), (words.Say("head.until"), 12), (words.Say("head.authority"), 30), (words.Say("head.reason"), 44),
                (words.Say("head.excused"), 14), (words.Say("head.look"), 40), (words.Say("head.place"), 30),
            ]);
        foreach (WaiverSummary waiver in book.Assessment.Waivers)
        {
            Waiver written = waiver.Waiver.Waiver;
            sheet.Row(
                ReportCell.Of(words.What(written)),
                ReportCell.Of(words.Whom(written)),
                ReportCell.Of(written.From),
                ReportCell.Of(written.Until),
                ReportCell.Of(words.In(written.Authority)),
                ReportCell.Of(words.Reason(written)),
                words.Breaches(waiver) is { } breaches ? ReportCell.Of(breaches) : default,
                ReportCell.Of(words.Issues(waiver)),
                ReportCell.Of(AssessmentWords.PlaceOf(waiver.Waiver)));
        }
    }

    public static void WriteProblems(ReportBook book)
    {
        AssessmentWords words = book.Words;
        ReportSheet sheet = new(
            book,
            ReportTab.Problems,
            [(words.Say("head.kind"), 18), (words.Say("head.file"), 36), (words.Say("head.sheet"), 16), (words.Say("head.cell"), 12), (words.Say("head.code"), 10), (words.Say("head.message"), 90)]);
        foreach (Diagnostic problem in book.Assessment.Data.Skipped) sheet.Row([.. Cells(problem, "problem.skipped", words)]);
        foreach (Diagnostic problem in book.Assessment.Data.Issues) sheet.Row([.. Cells(problem, "problem.issue", words)]);
    }

    private static IEnumerable<ReportCell> Cells(Diagnostic problem, string kind, AssessmentWords words) =>
    [
        ReportCell.Of(words.Say(kind)),
        ReportCell.Of(problem.Span?.File),
        ReportCell.Of(problem.Span?.Sheet),
        PlaceOf(problem.Span),
        ReportCell.Of(problem.Code.ToString()),
        ReportCell.Of(problem.Message(words.Language)),
    ];

    // The cell where there is one, else the line.
    private static ReportCell PlaceOf(SourceSpan? span) => span?.Cell is { } cell ? ReportCell.Of(cell) : span is { Line: > 0 } ? ReportCell.Of(span.Line) : default;
}
