using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Timelines for people: a heading a rule, a line a day on which something changed, and what changed below it.</summary>
/// <param name="page">Where to.</param>
/// <param name="words">In which language.</param>
/// <param name="asOf">The day whose step is marked and after which the next change is sought; null for none.</param>
/// <param name="schema">Titles of units.</param>
internal sealed class TimelineLines(Page page, Words words, DateOnly? asOf, FactSchema schema)
{
    private const int Indent = 2;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Draws one timeline.</summary>
    public void Draw(RuleTimeline timeline)
    {
        page.Line();
        page.Line(Printable.Of(words.TimelineHeading(timeline.Title.In(words.Language), timeline.Rule)), Bold);
        if (timeline.Steps.IsEmpty) page.Line(words.NeverInForce, indent: Indent);
        TimelineStep? current = asOf is { } day ? timeline.On(day) : null;
        TimelineStep? before = null;
        foreach (TimelineStep step in timeline.Steps)
        {
            Draw(step, before, step == current);
            before = step;
        }

        if (asOf is { } today) page.Line(timeline.After(today) is { From: { } next } ? words.NextChange(Day(next)) : words.NoNextChange(Day(today)), indent: Indent);
    }

    private void Draw(TimelineStep step, TimelineStep? before, bool isCurrent)
    {
        string day = step.From is { } from ? Day(from) : words.SinceEver;
        if (isCurrent) day = words.HoldsNow(day);
        if (step.Pack is null || step.Severity is not { } severity || step.Source is not { } law)
        {
            page.Line(words.StepEnds(day), indent: Indent);
            return;
        }

        bool isNewRule = before?.Source != law || before.Severity != severity;
        page.Line(isNewRule ? words.StepRule(day, words.Of(severity), step.Pack) : words.StepValues(day), indent: Indent);
        if (isNewRule) page.Line(Printable.Of(words.Source(LawText.Of(law, words))), indent: 2 * Indent);
        if (isNewRule && step.Relaxation is { } relaxation) page.Line(Printable.Of(words.Relaxation(relaxation.Authority.In(words.Language), LawText.Of(relaxation.Source, words))), indent: 2 * Indent);
        foreach (TimelineValue value in step.Values.Where(v => IsNew(v, before))) Draw(value);
    }

    private void Draw(TimelineValue value)
    {
        string name = $"{value.Name}{(value.Key is null ? string.Empty : $"[{value.Key}]")}{(value.Season is { } season ? $" {season}" : string.Empty)}";
        foreach (ValueStep step in value.Trail.Where(s => s.Role != ValueRole.Superseded))
        {
            string line = TrailText.Of(step, value.Unit, words, schema);
            page.Line(Printable.Of(step.Role == ValueRole.InForce ? words.StepValue(name, line) : line), indent: (step.Role == ValueRole.InForce ? 2 : 3) * Indent);
            if (step is { Role: ValueRole.InForce, Relaxation: { } relaxation })
                page.Line(Printable.Of(words.Relaxation(relaxation.Authority.In(words.Language), LawText.Of(relaxation.Source, words))), indent: 3 * Indent);
        }
    }

    private static bool IsNew(TimelineValue value, TimelineStep? before) =>
        before is null || !before.Values.Any(v => v.Name == value.Name && v.Key == value.Key && v.Season == value.Season && v.Trail.SequenceEqual(value.Trail));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
