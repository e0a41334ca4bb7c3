using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>How one rule developed: from which day on what held.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RuleTimeline
{
    internal RuleTimeline(string rule, LocalText title, string area, string subject, ImmutableArray<TimelineStep> steps)
    {
        Rule = rule;
        Title = title;
        Area = area;
        Subject = subject;
        Steps = steps;
    }

    /// <summary>The rule's full id; of rules that take each other's place that of the one furthest out.</summary>
    public string Rule { get; }

    /// <summary>The title of the rule furthest out.</summary>
    public LocalText Title { get; }

    /// <summary>The area of policy.</summary>
    public string Area { get; }

    /// <summary>The table whose rows it judges.</summary>
    public string Subject { get; }

    /// <summary>What held, in the order of the days; no two neighbours are the same.</summary>
    public ImmutableArray<TimelineStep> Steps { get; }

    /// <summary>What holds on a day; null where the rule does not apply yet.</summary>
    /// <param name="day">The day.</param>
    public TimelineStep? On(DateOnly day) => Steps.LastOrDefault(s => (s.From ?? DateOnly.MinValue) <= day);

    /// <summary>What comes next after a day; null where nothing is known to change.</summary>
    /// <param name="day">The day.</param>
    public TimelineStep? After(DateOnly day) => Steps.FirstOrDefault(s => s.From > day);

    /// <summary>How the rules developed that judge rows of a region, or of each pack's own.</summary>
    /// <remarks>Packs of named schools and templates are left out where a region is given. Rules that never stand in the region are left out.</remarks>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="region">The region; null for the stack of each rule's own pack.</param>
    /// <param name="rules">The rules wanted, by full id or id within their pack; empty for all.</param>
    /// <returns>The rules in ordinal order of their full ids; without a region, one for each pack whose rule it is or that takes its place.</returns>
    public static ImmutableArray<RuleTimeline> Of(Catalogue catalogue, RegionCode? region = null, ImmutableArray<string> rules = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new TimelineMaker(catalogue, region, rules.IsDefault ? [] : rules).Make();
    }
}
