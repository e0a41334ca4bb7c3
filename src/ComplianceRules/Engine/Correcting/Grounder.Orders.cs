using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <content>The smallest, the largest and what lies between: comparisons with them are counts of comparisons with each value.</content>
internal sealed partial class Grounder
{
    // So that the pairs of a long list do not outgrow what a search can look at.
    private const int MostPairs = 1000;

    /// <summary>A comparison of one place among values, or of the largest less the smallest; null where it is another.</summary>
    private GroundNode? Ordered(ComparisonExpression comparison, RowFrames rows)
    {
        bool isSpread = comparison.Left is ArithmeticExpression { Operator: ArithmeticOperator.Subtract, Left: AggregateExpression { Kind: AggregateKind.Max }, Right: AggregateExpression { Kind: AggregateKind.Min } };
        if (!isSpread && comparison.Left is not AggregateExpression) return null;
        GroundNode limit = Of(comparison.Right, rows);
        if (limit is GroundConstant { Value: UnknownValue }) return null;
        if (isSpread) return Spread((ArithmeticExpression)comparison.Left, comparison.Operator, limit, rows);
        if (PlaceOf(comparison.Left, rows) is not { } place || (limit.Facts.Length == 0 && place.Values.All(v => v.Facts.Length == 0))) return null;
        return Placed(place.Values, place.Rank, comparison.Operator, limit);
    }

    // The largest is so far above the smallest at most where each is above each.
    private GroundNode? Spread(ArithmeticExpression spread, ComparisonOperator comparison, GroundNode limit, RowFrames rows)
    {
        if (comparison is not (ComparisonOperator.Less or ComparisonOperator.LessOrEqual)) return null;
        if (PlaceOf(spread.Left, rows)?.Values is not { } above || PlaceOf(spread.Right, rows)?.Values is not { } below) return null;
        if (above.Length * below.Length > MostPairs || above.Concat(below).All(v => v.Facts.Length == 0)) return null;
        ImmutableArray<GroundNode> pairs = [.. above.SelectMany(a => below.Select(b => Compared(comparison, Apart(spread, a, b), limit)))];
        GroundNode joined = Joined(pairs.Length, pairs);
        if (above.Concat(below).All(v => v.Linear is not null)) return joined;
        GroundNode whole = Apart(spread, new GroundValue(above, r => Extreme(r, isLargest: true)), new GroundValue(below, r => Extreme(r, isLargest: false)));
        return new GroundSpread(Compared(comparison, whole, limit), joined);
    }

    private static GroundValue Apart(ArithmeticExpression spread, GroundNode above, GroundNode below) => new(
        [above, below],
        ranges => ranges is [Interval high, Interval low] ? ArithmeticRanges.Of(spread, high, low).Range : ValueRange.Any,
        Sum(spread, above, below));

    /// <summary>The values of which one place in ascending order is asked for, and the place; null where it is another aggregate, or a value is not known.</summary>
    private (ImmutableArray<GroundNode> Values, int Rank)? PlaceOf(TypedExpression expression, RowFrames rows)
    {
        if (expression is not AggregateExpression { Kind: AggregateKind.Min or AggregateKind.Max or AggregateKind.Percentile } aggregate) return null;
        if (Values(aggregate.List, rows) is not { IsEmpty: false } values || values.Any(v => v is GroundConstant { Value: UnknownValue })) return null;
        if (aggregate.Kind != AggregateKind.Percentile) return (values, aggregate.Kind == AggregateKind.Min ? 1 : values.Length);
        if (Of(aggregate.Argument!, rows) is not GroundConstant { Value: NumberValue { Number: var percent } } || percent < Rational.Zero || percent > Rational.Of(100)) return null;
        return (values, AggregateEvaluator.RankOf(percent, values.Length));
    }

    // As many values as lie up to a place lie on this side of a limit, or as many as lie from there on.
    private GroundNode Placed(ImmutableArray<GroundNode> values, int rank, ComparisonOperator comparison, GroundNode limit) => comparison switch
    {
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => Joined(rank, [.. values.Select(v => Compared(comparison, v, limit))]),
        ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => Joined(values.Length - rank + 1, [.. values.Select(v => Compared(comparison, v, limit))]),
        ComparisonOperator.Equal => Joined(2, [Placed(values, rank, ComparisonOperator.LessOrEqual, limit), Placed(values, rank, ComparisonOperator.GreaterOrEqual, limit)]),
        _ => Joined(1, [Placed(values, rank, ComparisonOperator.Less, limit), Placed(values, rank, ComparisonOperator.Greater, limit)]),
    };

    private GroundNode Compared(ComparisonOperator comparison, GroundNode left, GroundNode right) => left is GroundConstant { Value: var first } && right is GroundConstant { Value: var second }
        ? GroundConstant.Of(Value.Of(ExactComparison.Holds(comparison, first, second)))
        : new GroundComparison(comparison, left, right, At);
}
