using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Findings under a heading, by rule: what law it is, what helps, then row by row.</summary>
internal sealed class FindingSections(Page page, Words words, TableStyle style, Assessment assessment)
{
    private const int ListedPerRule = 20;
    private const int Indent = 2;
    private static readonly Style Heading = new(decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    private readonly Dictionary<string, string> _subjects = assessment.Rules.DistinctBy(r => r.Rule).ToDictionary(r => r.Rule, r => r.Subject, StringComparer.Ordinal);

    private TextLanguage Language => words.Language;

    /// <summary>Draws one section; nothing where there are no findings.</summary>
    public void Draw(string heading, IEnumerable<ListedFinding> findings)
    {
        IGrouping<string, ListedFinding>[] rules = [.. findings.GroupBy(f => f.Outline.Rule, StringComparer.Ordinal)];
        if (rules.Length == 0) return;
        page.Line();
        page.Line(words.SectionHeading(heading, Sum(rules.SelectMany(r => r))), Heading);
        foreach (IGrouping<string, ListedFinding> rule in rules) DrawRule([.. rule]);
    }

    private void DrawRule(ListedFinding[] findings)
    {
        int listed = style.ListsAll ? findings.Length : Math.Min(findings.Length, ListedPerRule);
        Finding[] shown = [.. findings.Take(listed).Select(f => assessment.Findings[f.Place])];
        page.Line();
        page.Line(words.RuleHeading(shown[0].Title.In(Language), shown[0].Rule, words.Of(shown[0].Binding), Sum(findings)), Bold);
        foreach (IGrouping<string, Finding> law in shown.GroupBy(Law, StringComparer.Ordinal)) DrawLaw(law.Key, [.. law]);
        if (listed < findings.Length) page.Line(words.MoreRows(findings.Skip(listed).Sum(f => f.Outline.Rows)), indent: 2 * Indent);
    }

    private void DrawLaw(string law, Finding[] findings)
    {
        foreach (string line in law.Split('\n')) page.Line(line, indent: Indent);
        foreach (IGrouping<string, Finding> missing in findings.GroupBy(MissingOf, StringComparer.Ordinal))
        {
            if (missing.Key.Length > 0) page.Line(missing.Key, indent: Indent);
            DrawRows([.. missing.Select(f => (SubjectOf(f), missing.Key.Length > 0 ? string.Empty : f.Message.In(Language), CorrectionOf(f)))]);
        }
    }

    // What to collect is told once for all rows that lack the same.
    private string CorrectionOf(Finding finding) => finding.Correction is { Kind: not CorrectionKind.Collect } correction ? words.Correction(correction.Message.In(Language)) : string.Empty;

    // Beside each other where every row of the group has room for it, else below each other: columns that jump are hard to read.
    private void DrawRows((string Subject, string Message, string Correction)[] rows)
    {
        int widest = rows.Max(r => Page.Columns(r.Subject));
        bool fits = rows.All(r => r.Correction.Length == 0) && (2 * Indent) + widest + Page.Gap + rows.Max(r => Page.Columns(r.Message)) <= style.Width;
        foreach ((string subject, string message, string correction) in rows)
        {
            if (fits && message.Length > 0)
            {
                page.Row(subject, message, 2 * Indent, widest);
                continue;
            }

            page.Line(subject, indent: 2 * Indent);
            if (message.Length > 0) page.Line(message, indent: 3 * Indent);
            if (correction.Length > 0) page.Line(correction, indent: 3 * Indent);
        }
    }

    private string SubjectOf(Finding finding) => finding.Subject is { } row ? SubjectText.Of(row) : words.AllRows(finding.ShownRows);

    private static ShownCount Sum(IEnumerable<ListedFinding> findings) => findings.Aggregate(default(ShownCount), (sum, finding) => sum.Plus(finding.Outline.ShownRows));

    // Findings of one rule may stand on different laws: a limit keyed by stage has a source for each key.
    private string Law(Finding finding)
    {
        List<string> lines = [words.Source(LawText.Of(finding.Source, words))];
        if (finding.LimitSource is { } limit && LawText.Of(limit, words) != LawText.Of(finding.Source, words)) lines.Add(words.LimitSource(LawText.Of(limit, words)));
        lines.AddRange(finding.LimitTrail.Where(s => s.Role is not (ValueRole.InForce or ValueRole.Superseded)).Select(s => TrailText.Of(s, finding.Unit, words, assessment.Schema)));
        lines.AddRange(finding.Relaxations.Select(r => words.Relaxation(r.Authority.In(Language), LawText.Of(r.Source, words))));
        if (finding.Remedy is { } remedy && finding.Verdict == Verdict.NonCompliant) lines.Add(words.Remedy(remedy.In(Language)));
        return string.Join('\n', lines.Select(Printable.Of));
    }

    private string MissingOf(Finding finding) =>
        finding.Missing.IsEmpty ? string.Empty : words.Missing(finding.Missing.Select(m => Named(m, finding.Rule)).Distinct(StringComparer.Ordinal));

    private string Named(MissingFact fact, string rule)
    {
        string? title = FactNames.TitleOf(assessment.Schema, _subjects.GetValueOrDefault(rule, string.Empty), fact.Path, Language);
        string name = title is null ? fact.Path : words.TitledFact(title, fact.Path);
        return fact.Reason == UnknownReason.Absent ? name : words.MissingBecause(name, words.Of(fact.Reason));
    }
}
