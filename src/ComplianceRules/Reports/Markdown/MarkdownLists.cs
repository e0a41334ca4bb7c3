using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What stands at the end of a report in Markdown: waivers, persons as numbers, trouble in the data.</summary>
internal static class MarkdownLists
{
    /// <summary>Waivers, those that somebody should look at first; nothing where there are none.</summary>
    public static void WriteWaivers(MarkdownPage page, Assessment assessment)
    {
        if (assessment.Waivers.IsEmpty) return;
        AssessmentWords words = page.Words;
        page.Heading(2, words.Say("md.heading", words.Say("md.waivers"), assessment.Waivers.Length));
        string[] columns = ["head.what", "head.whom", "head.from", "head.until", "head.authority", "head.reason", "head.excused", "head.look", "head.place"];
        page.Table([.. columns.Select(c => (words.Say(c), c == "head.excused"))], [.. assessment.Waivers.OrderBy(w => w.Issues.IsEmpty).Select(w => Row(w, words))]);
    }

    /// <summary>Persons by rule and by the row above them; nothing where none are counted.</summary>
    public static void WritePersons(MarkdownPage page, Assessment assessment)
    {
        if (assessment.PersonalCounts.IsEmpty) return;
        AssessmentWords words = page.Words;
        page.Heading(2, words.Say("md.persons"));
        page.Paragraph(MarkdownText.Of(words.Say("note.persons")));
        string[] columns = ["column.rule", "head.parent", "column.verdict", "column.severity", "head.persons"];
        page.Table([.. columns.Select(c => (words.Say(c), c == "head.persons"))], [.. assessment.PersonalCounts.Select(c => Row(c, words))]);
    }

    /// <summary>Records that were skipped, then cells and names that were not used; nothing where there are none.</summary>
    public static void WriteProblems(MarkdownPage page, Assessment assessment)
    {
        AssessmentWords words = page.Words;
        string[][] problems =
        [
            .. assessment.Data.Skipped.Select(p => Row(p, "problem.skipped", words)),
            .. assessment.Data.Issues.Select(p => Row(p, "problem.issue", words)),
        ];
        if (problems.Length == 0) return;
        page.Heading(2, words.Say("md.heading", words.Say("md.problems"), problems.Length));
        page.Table([.. ((string[])["head.kind", "head.cell", "head.code", "head.message"]).Select(c => (words.Say(c), false))], problems);
    }

    private static string[] Row(WaiverSummary waiver, AssessmentWords words)
    {
        Packs.Waiver written = waiver.Waiver.Waiver;
        return
        [
            MarkdownText.Of(words.What(written)),
            MarkdownText.Of(words.Whom(written)),
            Day(written.From),
            Day(written.Until),
            MarkdownText.Of(words.In(written.Authority)),
            MarkdownText.Of(words.Reason(written)),
            words.Breaches(waiver)?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            MarkdownText.Of(words.Issues(waiver)),
            MarkdownText.Of(AssessmentWords.PlaceOf(waiver.Waiver)),
        ];
    }

    private static string[] Row(PersonalCount count, AssessmentWords words)
    {
        string parent = count.Parent is not { } row ? words.Say("md.noParent") : string.Join(' ', ((string?[])[words.Table(row.Table), row.Id, row.Name]).OfType<string>());
        return [$"{MarkdownText.Of(words.Title(count.Rule))} {MarkdownText.Code(count.Rule)}", MarkdownText.Of(parent), words.Of(count.Verdict), words.Of(count.Severity), MarkdownPage.Number(count.Rows)];
    }

    private static string[] Row(Diagnostic problem, string kind, AssessmentWords words) =>
        [words.Say(kind), MarkdownText.Of(problem.Span?.ToString()), problem.Code.ToString(), MarkdownText.Of(problem.Message(words.Language))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
