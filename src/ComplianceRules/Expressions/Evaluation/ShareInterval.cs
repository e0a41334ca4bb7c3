using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Every share, in per cent, that the rows of a list may turn out to have; or why it is not known at all.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Doubt">Why the two differ, or why there is no share; null where it is known.</param>
/// <param name="Met">How many rows are known to count and to meet the condition.</param>
/// <param name="Rows">How many rows are known to count; 0 where least and most mean nothing.</param>
internal readonly record struct ShareInterval(Rational Least, Rational Most, UnknownReason? Doubt, int Met, int Rows)
{
    /// <summary>Whether least and most mean anything.</summary>
    public bool HasBounds => Rows > 0;

    public static ShareInterval Unknown(UnknownReason reason) => new(Rational.Zero, Rational.Zero, reason, 0, 0);

    /// <summary>The share as a value: known only where every way gives the same.</summary>
    public Value Value => HasBounds && Least == Most ? new NumberValue(Least) : new UnknownValue(Doubt ?? UnknownReason.NoRows);

    /// <summary>Whether a comparison holds: decided only where every share of the interval gives the same answer.</summary>
    /// <param name="comparison">How.</param>
    /// <param name="limit">The limit, in per cent.</param>
    public Value Compare(ComparisonOperator comparison, Rational limit)
    {
        bool least = ExactComparison.Holds(comparison, Least.CompareTo(limit));
        bool most = ExactComparison.Holds(comparison, Most.CompareTo(limit));
        bool between = Least < limit && limit < Most;
        bool decided = HasBounds && least == most && !(between && comparison is (ComparisonOperator.Equal or ComparisonOperator.NotEqual));
        return decided ? Expressions.Value.Of(least) : new UnknownValue(Doubt ?? UnknownReason.NoRows);
    }
}
