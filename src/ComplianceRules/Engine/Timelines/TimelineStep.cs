using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What held of a rule from one day on, until the next step.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="From">The first day; null where it held since before all snapshots.</param>
/// <param name="Pack">The pack whose rule stood; null where none was in force.</param>
/// <param name="Severity">How grave a breach was; null where no rule was in force.</param>
/// <param name="Source">The law that the rule stood on; null where no rule was in force.</param>
/// <param name="Values">The parameters that the rule read, with the values in force.</param>
public sealed record TimelineStep(DateOnly? From, string? Pack, Severity? Severity, FindingSource? Source, ImmutableArray<TimelineValue> Values)
{
    /// <summary>What allows the rule to bind less than the one that it takes the place of; null where nothing does.</summary>
    public FindingRelaxation? Relaxation { get; init; }
}
