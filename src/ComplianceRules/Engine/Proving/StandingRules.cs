using System.Collections.Immutable;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

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

    /// <summary>The form and subject of the rule that stands in a place; null where none is in force.</summary>
    /// <param name="place">The place.</param>
    /// <param name="day">The day.</param>
    /// <param name="withInnermost">Whether the innermost pack counts.</param>
    public (JudgedForm Form, string Subject)? FormAt(string place, DateOnly day, bool withInnermost) =>
        At(place, day, withInnermost) is { } rule ? (rule.Form, rule.Rule.Subject) : null;

    /// <summary>The days on which another rule may begin to stand in a place, or in one that its rules count.</summary>
    /// <param name="place">The place.</param>
    public IEnumerable<DateOnly> Borders(string place) => places.Counted(place).Prepend(place).SelectMany(p => places.Of(p, packs)).Select(r => r.Rule.Effective)
        .SelectMany(e => new[] { e.From ?? DateOnly.MinValue, e.Until is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : DateOnly.MinValue });
}
