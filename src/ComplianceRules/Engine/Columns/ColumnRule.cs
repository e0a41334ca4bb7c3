namespace ComplianceRules.Engine;

/// <summary>A rule as columns judge it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">Whether it applies to a row.</param>
/// <param name="Holds">Whether it holds for a row.</param>
internal sealed record ColumnRule(CheckedRule Rule, TruthNode Applies, TruthNode Holds)
{
    /// <summary>Whether it holds where excused breaches of others count; null where that is the same.</summary>
    public TruthNode? Unexcused { get; init; }
}
