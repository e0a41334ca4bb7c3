using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What to collect, in Markdown: the facts that undetermined findings miss, those that decide most rows first.</summary>
internal static class MarkdownMissing
{
    private const int ShownRules = 3;

    public static void Write(MarkdownPage page, Assessment assessment)
    {
        ShownCount rows = assessment.Shown.Undetermined;
        if (rows == default) return;
        AssessmentWords words = page.Words;
        page.Heading(2, words.Say("md.heading", words.Say("md.undetermined"), MarkdownPage.Number(rows)));
        KeyValuePair<MissingKind, MissingTally>[] facts =
        [
            .. Gathered(assessment, words).OrderByDescending(f => f.Value.Rows.Least).ThenBy(f => f.Key.Table, StringComparer.Ordinal).ThenBy(f => f.Key.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Key.Reason),
        ];
        if (facts.Length == 0) page.Paragraph(words.Say("md.personsAlone"));
        (string, bool)[] columns = [(words.Say("head.facts"), false), (words.Say("column.subjectTable"), false), (words.Say("head.why"), false), (words.Say("column.rows"), true), (words.Say("head.rules"), false)];
        page.Table(columns, [.. facts.Select(f => Row(f.Key, f.Value, words))]);
    }

    // One finding after the other is made and let go; only what is missing stays.
    private static Dictionary<MissingKind, MissingTally> Gathered(Assessment assessment, AssessmentWords words)
    {
        Dictionary<MissingKind, MissingTally> facts = [];
        foreach (FindingSegment segment in assessment.Findings.Segments)
        {
            for (int i = 0; i < segment.Count; i++)
            {
                FindingOutline outline = segment.Outline(i);
                if (outline.Verdict == Verdict.Undetermined && ListedFindings.Lists(assessment, outline)) Add(segment[i], facts, words);
            }
        }

        return facts;
    }

    private static void Add(Finding finding, Dictionary<MissingKind, MissingTally> facts, AssessmentWords words)
    {
        string table = finding.Subject?.Table ?? words.Summary(finding.Rule)?.Subject ?? string.Empty;
        foreach (MissingFact fact in finding.Missing.DistinctBy(m => (m.Path, m.Reason)))
        {
            MissingKind kind = new(table, fact.Path, fact.Reason, words.TitleOf(fact, finding.Rule));
            if (!facts.TryGetValue(kind, out MissingTally? tally)) facts.Add(kind, tally = new MissingTally());
            tally.Add(finding);
        }
    }

    private static string[] Row(MissingKind kind, MissingTally tally, AssessmentWords words)
    {
        IEnumerable<string> rules = tally.Rules.Take(ShownRules).Select(r => MarkdownText.Of(words.Title(r)));
        string named = string.Join(words.Say("and"), rules);
        string all = tally.Rules.Count > ShownRules ? string.Join(words.Say("then"), named, words.Say("more", tally.Rules.Count - ShownRules)) : named;
        string title = kind.Title == kind.Path ? MarkdownText.Code(kind.Path) : $"{MarkdownText.Of(kind.Title)} {MarkdownText.Code(kind.Path)}";
        return [title, MarkdownText.Of(words.Table(kind.Table)), words.Reason(kind.Reason), MarkdownPage.Number(tally.Rows), all];
    }
}
