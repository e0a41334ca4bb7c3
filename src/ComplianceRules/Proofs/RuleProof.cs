using System.Collections.Immutable;

namespace ComplianceRules.Proofs;

/// <summary>What was proved of one rule and one pack further in, over some days.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The full id of the rule further out.</param>
/// <param name="Pack">The id of the pack further in.</param>
/// <param name="Span">The days, on which the same values are in force.</param>
/// <param name="Changes">The values that differ, in ordinal order of the parameters.</param>
/// <param name="Comparison">What came of it.</param>
public sealed record RuleProof(string Rule, string Pack, ProofSpan Span, ImmutableArray<ParameterChange> Changes, RuleComparison Comparison)
{
    /// <summary>The full id of the rule that takes its place; null where it stands and only values change.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether a law allows the rule that takes its place, or the values, to be looser.</summary>
    public bool IsRelaxed { get; init; }
}
