using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The breaches in Markdown: the gravest first, by school and rule.</summary>
internal static class MarkdownBreaches
{
    private static readonly Severity[] Gravest = [Severity.Violation, Severity.Warning, Severity.Advice, Severity.Progress];

    public static void Write(MarkdownPage page, Assessment assessment)
    {
        Severity[] broken = [.. Gravest.Where(s => RankedRules.Breaches(assessment, s) != default)];
        foreach (Severity severity in broken) Write(page, assessment, severity);
        if (broken.Length > 0) return;
        page.Heading(2, page.Words.Say("head.breaches"));
        page.Paragraph(page.Words.Say("none.breaches"));
    }

    private static void Write(MarkdownPage page, Assessment assessment, Severity severity)
    {
        AssessmentWords words = page.Words;
        page.Heading(2, words.Say("md.heading", words.Say($"breaches.{severity}"), MarkdownPage.Number(RankedRules.Breaches(assessment, severity))));
        (List<Finding> shown, SortedDictionary<string, int> more) = Chosen(page.Most, assessment, severity);
        if (shown.Count == 0 && more.Count == 0) page.Paragraph(words.Say("md.personsAlone"));
        foreach (IGrouping<string, Finding> school in shown.GroupBy(PlaceOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) WriteSchool(page, [.. school]);
        if (more.Count == 0) return;
        page.Paragraph(words.Say("md.unlisted"));
        page.List(more.Select(m => (0, words.Say("md.item", $"{MarkdownText.Of(words.Title(m.Key))} {MarkdownText.Code(m.Key)}", words.Say("more", m.Value)))));
    }

    // Of each rule the first findings; of all others only how many there are.
    private static (List<Finding> Shown, SortedDictionary<string, int> More) Chosen(int most, Assessment assessment, Severity severity)
    {
        Dictionary<string, int> listed = new(StringComparer.Ordinal);
        List<Finding> shown = [];
        SortedDictionary<string, int> more = new(StringComparer.Ordinal);
        foreach (FindingSegment segment in assessment.Findings.Segments)
        {
            for (int i = 0; i < segment.Count; i++)
            {
                FindingOutline outline = segment.Outline(i);
                if (outline.Verdict != Verdict.NonCompliant || outline.Severity != severity || !ListedFindings.Lists(assessment, outline)) continue;
                int before = listed.GetValueOrDefault(outline.Rule);
                listed[outline.Rule] = before + 1;
                if (before < most) shown.Add(segment[i]);
                else more[outline.Rule] = before + 1 - most;
            }
        }

        return (shown, more);
    }

    // Regions stand before the schools.
    private static string PlaceOf(Finding finding) => finding.Place?.School?.Id is { } school ? $"1{school}" : "0";

    private static void WriteSchool(MarkdownPage page, Finding[] findings)
    {
        AssessmentWords words = page.Words;
        Subject? school = findings[0].Place?.School;
        page.Heading(3, school is null ? words.Say("md.above") : Named(school, words));
        page.List(findings.GroupBy(f => f.Rule, StringComparer.Ordinal).SelectMany(rule => Items([.. rule], school, words)));
    }

    private static string Named(Subject row, AssessmentWords words) =>
        row.Name is null ? MarkdownText.Of(row.Id) : words.Say("md.heading", MarkdownText.Of(row.Name), MarkdownText.Of(row.Id));

    // The law and the advice stand with the rule where all its rows share them, as nearly all do.
    private static IEnumerable<(int Depth, string Text)> Items(Finding[] findings, Subject? school, AssessmentWords words)
    {
        yield return (0, $"**{MarkdownText.Of(words.In(findings[0].Title))}** {MarkdownText.Code(findings[0].Rule)}");
        foreach (IGrouping<string, Finding> law in findings.GroupBy(f => Law(f, words), StringComparer.Ordinal))
        {
            foreach (Finding finding in law)
            {
                string message = MarkdownText.Of(words.In(finding.Message));
                yield return (1, finding.Subject is null || finding.Subject == school ? message : words.Say("md.item", Row(finding.Subject, words), message));
                if (words.Correction(finding) is { } correction) yield return (2, words.Say("md.correction", MarkdownText.Of(correction)));
            }

            yield return (1, law.Key);
        }
    }

    private static string Row(Subject row, AssessmentWords words) =>
        $"{MarkdownText.Of(words.Table(row.Table))} {(row.Name is null ? MarkdownText.Of(row.Id) : Named(row, words))}";

    private static string Law(Finding finding, AssessmentWords words)
    {
        List<string> parts = [words.Say("md.law", MarkdownText.Of(words.Law(finding.Source)))];
        if (AssessmentWords.OtherLaw(finding) is { } limit) parts.Add(words.Say("md.limitLaw", MarkdownText.Of(words.Law(limit))));
        if (words.In(finding.Remedy) is { Length: > 0 } remedy) parts.Add(words.Say("md.remedy", MarkdownText.Of(remedy)));
        return string.Join(words.Say("then"), parts);
    }
}
