using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Facts that decide what is open, whatever their values turn out to be.</summary>
/// <param name="Facts">The facts, each path once for each reason, in ordinal order.</param>
/// <param name="IsSmallest">Whether no smaller set would do; else none of them can be left out, as far as was looked.</param>
internal sealed record MissingSet(ImmutableArray<MissingFact> Facts, bool IsSmallest)
{
    public static MissingSet None { get; } = new([], true);
}
