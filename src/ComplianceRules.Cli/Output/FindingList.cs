using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Findings under a heading, by rule: what law it is, what helps, then row by row.</summary>
internal sealed class FindingList(Page page, Words words, TableStyle style)
{
    private const int ListedPerRule = 20;
    private const int Indent = 2;
    private static readonly Style Heading = new(decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    private TextLanguage Language => words.Language;

    /// <summary>Draws one section; nothing where there are no findings.</summary>
    public void Draw(string heading, IEnumerable<Finding> findings)
    {
        IGrouping<string, Finding>[] rules = [.. findings.GroupBy(f => f.Rule, StringComparer.Ordinal)];
        if (rules.Length == 0) return;
        page.Line();
        page.Line($"{heading} ({rules.Sum(r => r.Sum(f => (long)f.Rows)).ToString(CultureInfo.InvariantCulture)})", Heading);
        foreach (IGrouping<string, Finding> rule in rules) DrawRule([.. rule]);
    }

    private void DrawRule(Finding[] findings)
    {
        Finding first = findings[0];
        page.Line();
        page.Line($"{first.Title.In(Language)}  [{first.Rule}, {words.Of(first.Binding)}, {words.RowsOfRule(findings.Sum(f => (long)f.Rows))}]", Bold);
        int listed = style.ListsAll ? findings.Length : Math.Min(findings.Length, ListedPerRule);
        foreach (IGrouping<string, Finding> law in findings.Take(listed).GroupBy(Law, StringComparer.Ordinal)) DrawLaw(law.Key, [.. law]);
        if (listed < findings.Length) page.Line(words.MoreRows(findings.Skip(listed).Sum(f => f.Rows)), indent: Indent * 2);
    }

    private void DrawLaw(string law, Finding[] findings)
    {
        foreach (string line in law.Split('\n')) page.Line(line, indent: Indent);
        foreach (IGrouping<string, Finding> missing in findings.GroupBy(MissingOf, StringComparer.Ordinal))
        {
            if (missing.Key.Length > 0) page.Line(missing.Key, indent: Indent);
            foreach (Finding finding in missing) DrawFinding(finding);
        }
    }

    private void DrawFinding(Finding finding)
    {
        string subject = finding.Subject is not { } row ? words.AllRows(finding.Rows) : row.Name is null ? row.ToString() : $"{row} {row.Name}";
        page.Row(subject, finding.Missing.IsEmpty ? finding.Message.In(Language) : string.Empty, Indent * 2, SubjectWidth);
    }

    private int SubjectWidth => Math.Clamp(style.Width / 3, 20, 40);

    // Findings of one rule may stand on different laws: a limit keyed by stage has a source for each key.
    private string Law(Finding finding)
    {
        List<string> lines = [$"{words.LabelSource}: {Cited(finding.Source)}"];
        if (finding.LimitSource is { } limit && Cited(limit) != Cited(finding.Source)) lines.Add($"{words.LabelLimit}: {Cited(limit)}");
        if (finding.Remedy is { } remedy && finding.Verdict == Verdict.NonCompliant) lines.Add($"{words.LabelRemedy}: {remedy.In(Language)}");
        return string.Join('\n', lines.Select(Printable.Of));
    }

    private string Cited(FindingSource source)
    {
        string citation = source.Citation(Language);
        string dated = source.Since is { } since ? words.Since(citation, since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : citation;
        return source.Instrument.Certainty switch
        {
            Certainty.Unverified => $"{dated} [{words.LabelUnverified}]",
            Certainty.Mixed => $"{dated} [{words.LabelMixed}]",
            _ => dated,
        };
    }

    private string MissingOf(Finding finding) =>
        finding.Missing.IsEmpty ? string.Empty : words.Missing(finding.Missing.Select(Named).Distinct(StringComparer.Ordinal));

    private string Named(MissingFact fact) => fact.Reason == UnknownReason.Absent ? fact.Path : words.MissingBecause(fact.Path, words.Of(fact.Reason));
}
