using System.Collections.Immutable;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Which rule stands in a place on a day, with the innermost pack of a stack and without it.</summary>
/// <param name="places">The places.</param>
/// <param name="packs">The packs of the stack, outermost first.</param>
internal sealed class StandingRules(RulePlaces places, ImmutableArray<RulePack> packs)
{
    private readonly ImmutableArray<RulePack> _outer = packs[..^1];

    /// <summary>The rule that stands in a place; null where none is in force.</summary>
    /// <param name="place">The place.</param>
    /// <param name="day">The day.</param>
    /// <param name="withInnermost">Whether the innermost pack counts.</param>
    public CheckedRule? At(string place, DateOnly day, bool withInnermost) =>
        places.Of(place, withInnermost ? packs : _outer).LastOrDefault(r => r.Rule.Effective.Contains(day));

    /// <summary>The rules that stand in a place on some day.</summary>
    /// <param name="place">The place.</param>
    /// <param name="withInnermost">Whether the innermost pack counts.</param>
    public ImmutableArray<CheckedRule> Of(string place, bool withInnermost) => places.Of(place, withInnermost ? packs : _outer);

    /// <summary>The rule that stands in a place as others count it; null where none is in force.</summary>
    /// <param name="place">The place.</param>
    /// <param name="day">The day.</param>
    /// <param name="withInnermost">Whether the innermost pack counts.</param>
    public CountedRule? CountedAt(string place, DateOnly day, bool withInnermost) =>
        At(place, day, withInnermost) is { } rule ? new CountedRule(rule.Form, rule.Rule.Subject, rule.Rule.Binding) : null;

    /// <summary>Whether a rule of a pack that is not in the stack, such as one further in, may stand in a place.</summary>
    /// <param name="place">The place.</param>
    public bool IsOpen(string place) => places.IsOpen(place, packs);

    /// <summary>The rules of the innermost pack that take the places of rules that a place counts.</summary>
    /// <param name="place">The place.</param>
    public IEnumerable<CheckedRule> Innermost(string place) => places.Counted(place).SelectMany(p => places.Of(p, [packs[^1]])).Where(r => r.Replaces is not null);

    /// <summary>The days on which another rule may begin to stand in a place, or in one that its rules count, or a breach to weigh more.</summary>
    /// <param name="place">The place.</param>
    public IEnumerable<DateOnly> Borders(string place) => places.Counted(place).Prepend(place).SelectMany(p => places.Of(p, packs)).Select(r => r.Rule.Effective)
        .SelectMany(e => new[] { e.From ?? DateOnly.MinValue, After(e.WarningUntil), After(e.Until) });

    private static DateOnly After(DateOnly? last) => last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MinValue;
}
