using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The head of a report in Markdown: the day, the packs, the data, the verdicts, the rules.</summary>
internal static class MarkdownSummary
{
    private static readonly Verdict[] Verdicts = [Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable, Verdict.Waived];

    public static void Write(MarkdownPage page, Assessment assessment)
    {
        AssessmentWords words = page.Words;
        page.Heading(1, words.Say("title", assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        page.List([Part("head.packs", Packs(assessment, words), words), Part("head.data", Data(assessment, words), words)]);
        WriteVerdicts(page, assessment);
        page.Heading(2, words.Say("md.rules"));
        string[][] rules = [.. RankedRules.WorstFirst(assessment).Select(r => Row(r, words))];
        if (rules.Length == 0) page.Paragraph(words.Say("none.rules"));
        else page.Table([(words.Say("column.rule"), false), (words.Say("column.area"), false), (words.Say("column.severity"), false), .. Verdicts.Select(v => (words.Of(v), true))], rules);
    }

    private static void WriteVerdicts(MarkdownPage page, Assessment assessment)
    {
        AssessmentWords words = page.Words;
        ShownCounts shown = assessment.Shown;
        page.Heading(2, words.Say("head.verdicts"));
        page.Paragraph(string.Join("\n", (string[])
        [
            $"| {string.Join(" | ", Verdicts.Select(words.Of))} |",
            $"|{string.Concat(Verdicts.Select(_ => "---:|"))}",
            $"| {string.Join(" | ", Verdicts.Select(v => MarkdownPage.Number(shown.Of(v))))} |",
        ]));
    }

    private static (int Depth, string Text) Part(string label, IEnumerable<string> parts, AssessmentWords words) =>
        (0, words.Say("md.label", words.Say(label), string.Join(words.Say("and"), parts)));

    // A catalogue may hold the packs of a whole nation: those of other places are only counted.
    private static IEnumerable<string> Packs(Assessment assessment, AssessmentWords words)
    {
        foreach (PackIdentity pack in assessment.Packs.Where(p => p.HasRows))
        {
            yield return pack.Region is { } region
                ? words.Say("md.pack", MarkdownText.Of(pack.Id), MarkdownText.Of(pack.Version), MarkdownText.Of(region.Text))
                : words.Say("md.packNowhere", MarkdownText.Of(pack.Id), MarkdownText.Of(pack.Version));
        }

        if (assessment.Packs.IsEmpty) yield return words.Say("none.packs");
        int others = assessment.Packs.Count(p => !p.HasRows);
        if (others > 0) yield return words.Say("md.otherPacks", others);
    }

    private static IEnumerable<string> Data(Assessment assessment, AssessmentWords words)
    {
        DataReport data = assessment.Data;
        if (data.Rows.All(r => r.Value == 0)) yield return words.Say("none.data");
        foreach ((string table, _) in data.Rows.Where(r => r.Value > 0))
            yield return words.Say("md.of", MarkdownText.Of(words.Table(table)), MarkdownPage.Number(assessment.ShownRows(table)));
        if (data.Filtered > 0) yield return words.Say("md.filtered", data.Filtered);
        if (data.Skipped.Length > 0) yield return words.Say("md.skipped", data.Skipped.Length);
        if (data.Issues.Length > 0) yield return words.Say("md.issues", data.Issues.Length);
    }

    private static string[] Row(RuleSummary rule, AssessmentWords words) =>
    [
        $"{MarkdownText.Of(words.In(rule.Title))} {MarkdownText.Code(rule.Rule)}",
        MarkdownText.Of(words.Area(rule.Area)),
        words.Of(rule.Severity),
        .. Verdicts.Select(v => MarkdownPage.Number(rule.Shown.Of(v))),
    ];
}
