using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Draws an explanation for people: the rule, the row, the verdict, and below them why.</summary>
internal static class ExplanationPage
{
    private const int WidestLabel = 8;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Write(Explanation explanation, FactSchema schema, Session session)
    {
        Terminal terminal = session.Terminal;
        Words words = session.Words;
        using Page page = new(terminal.Out, terminal.Width, terminal.Colours);
        page.Line(explanation.Finding.Title.In(words.Language), Bold);
        foreach ((string label, string text) in Head(explanation, words)) page.Row(label, text, indent: 0, WidestLabel, label == words.HeadVerdict ? Ink.Of(explanation.Finding.Verdict) : null);
        page.Line();
        TreeDrawing.Draw(page, new NodeLines(words, schema).Of(words.DoesApply, explanation.Applies), page.Width);
        page.Line();
        TreeDrawing.Draw(page, new NodeLines(words, schema).Of(words.DoesHold, explanation.Holds), page.Width);
    }

    private static IEnumerable<(string Label, string Text)> Head(Explanation explanation, Words words)
    {
        Finding finding = explanation.Finding;
        yield return (words.HeadRule, words.PackVersion(finding.Rule, explanation.PackVersion));
        yield return (words.HeadSource, LawText.Of(finding.Source, words));
        yield return (words.HeadSubject, SubjectText.Of(finding.Subject!));
        yield return (words.HeadDay, explanation.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        string verdict = words.Of(finding.Verdict);
        yield return (words.HeadVerdict, finding.Verdict == Verdict.NonCompliant ? words.VerdictWithSeverity(verdict, words.Of(finding.Severity)) : verdict);
        string message = finding.Message.In(words.Language);
        if (message != finding.Title.In(words.Language)) yield return (words.HeadMessage, message);
        foreach ((string label, string text) in finding.Parts.Select((part, i) => (i == 0 ? words.HeadParts : string.Empty, PartText(part, words)))) yield return (label, text);
        if (!finding.Missing.IsEmpty) yield return (string.Empty, words.MissingDecide + (finding.MissingIsSmallest ? string.Empty : words.MissingPerhapsFewer));
        if (finding is { Verdict: Verdict.NonCompliant, Remedy: { } remedy }) yield return (words.HeadRemedy, remedy.In(words.Language));
    }

    private static string PartText(FindingPart part, Words words) =>
        words.PartLine(part.Id, words.Of(part.Verdict), part.Rules.Select(r => r.Counts ? words.PartRule(r.Rule, words.Of(r.Verdict)) : words.PartRuleBeside(r.Rule, words.Of(r.Verdict))));
}
