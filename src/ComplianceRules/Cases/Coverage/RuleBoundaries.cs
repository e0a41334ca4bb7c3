using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Cases;

/// <summary>The comparisons of a rule and where they stand in it.</summary>
/// <param name="Applies">When the rule applies.</param>
/// <param name="Holds">What is asked of a row to which it applies.</param>
/// <param name="All">The comparisons, in the order in which they are read.</param>
/// <param name="ByNode">The comparisons by the part that makes them; of a limit of a frequency, by the limit. Parts are told apart as objects.</param>
internal sealed record RuleBoundaries(
    TypedExpression Applies, ImmutableArray<TypedExpression> Holds, ImmutableArray<Boundary> All, IReadOnlyDictionary<TypedExpression, ImmutableArray<Boundary>> ByNode)
{
    /// <summary>Whether there is nothing left to be shown.</summary>
    public bool AreCovered => All.All(b => b.IsCovered);
}
