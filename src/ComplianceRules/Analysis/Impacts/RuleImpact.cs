using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What becomes of the verdicts of one rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The full id that findings know the rule by.</param>
/// <param name="Title">What people read; that of the new packs where they have the rule.</param>
/// <param name="Subject">The table whose rows it judges.</param>
/// <param name="Moves">How many rows go from which verdict to which, by the old verdict and then the new one; empty for persons.</param>
/// <param name="Regions">The same by region, in ordinal order of the codes; empty for persons.</param>
public sealed record RuleImpact(string Rule, LocalText Title, string Subject, ImmutableArray<VerdictMove> Moves, ImmutableArray<RegionImpact> Regions)
{
    /// <summary>How many persons change verdict; all that is told of persons.</summary>
    public ShownCount Persons { get; init; }
}
