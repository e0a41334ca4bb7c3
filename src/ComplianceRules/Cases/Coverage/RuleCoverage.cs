using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Cases;

/// <summary>What the cases of a pack show of one rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The id of the pack whose cases are measured.</param>
/// <param name="Rule">The rule's own full id; that of a pack further out where this pack gives values that it reads.</param>
/// <param name="Place">Where the rule's id stands in the pack; the pack's first value for a rule further out.</param>
public sealed record RuleCoverage(string Pack, string Rule, SourceSpan Place)
{
    /// <summary>Its comparisons, in the order in which they are read; empty for a rule that only sums up others.</summary>
    public ImmutableArray<BoundaryCoverage> Boundaries { get; internal init; } = [];

    /// <summary>The verdicts that it can give, in the order of their numbers; empty for a rule further out. Waived is never among them.</summary>
    public ImmutableArray<Verdict> Verdicts { get; internal init; } = [];

    /// <summary>Those of the verdicts that no case expects.</summary>
    public ImmutableArray<Verdict> MissingVerdicts { get; internal init; } = [];

    /// <summary>Whether every side of every comparison and every verdict is shown.</summary>
    public bool IsComplete => MissingVerdicts.IsEmpty && Boundaries.All(b => b.IsCovered);
}
