using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

internal sealed partial class DynamicRuleWriter
{
    private DynamicItems? ChildrenOf(ChildShareExpression share, ImmutableArray<DynamicFrame> frames) => Rows(share.List, frames);

    private ImmutableArray<DynamicCase> Share(MacroExpression share, ImmutableArray<DynamicFrame> frames)
    {
        if (Items(share.List, frames) is not { } items) return [];
        return Share(items, items.In, Truth(share.Body, frames.Add(items.Item)));
    }

    private ImmutableArray<DynamicCase> Share(DynamicItems? items, TypedExpression where, TypedExpression that, ImmutableArray<DynamicFrame> frames) =>
        items is null ? [] : Share(items, Truth(where, frames.Add(items.Item)), Truth(that, frames.Add(items.Item)));

    // Known only where every way the unknown items may turn out gives the same share.
    private ImmutableArray<DynamicCase> Share(DynamicItems items, DynamicTruth where, DynamicTruth that)
    {
        (DynamicNumber least, DynamicNumber most) = Ends(items, where, that);
        DynamicTest known = DynamicTest.And(items.Known, items.Any(where.True), Ordered(ComparisonOperator.Equal, least, most));
        return [new DynamicCase(known, least)];
    }

    private DynamicTruth ShareCompared(ShareComparisonExpression comparison, ImmutableArray<DynamicFrame> frames)
    {
        if (ChildrenOf(comparison.Share, frames) is not { } items) return DynamicTruth.Unknown;
        ImmutableArray<DynamicFrame> inside = frames.Add(items.Item);
        DynamicTruth where = Truth(comparison.Share.Where, inside);
        (DynamicNumber least, DynamicNumber most) = Ends(items, where, Truth(comparison.Share.That, inside));
        DynamicTest known = DynamicTest.And(items.Known, items.Any(where.True));
        DynamicTruth held = Over(Value(comparison.Limit, frames), limit => Held(comparison.Operator, least, most, (DynamicNumber)limit));
        return new DynamicTruth(DynamicTest.And(known, held.True), DynamicTest.And(known, held.False));
    }

    // One end of the interval decides an order; both together, and that the limit is not between them, whether it is met.
    private DynamicTruth Held(ComparisonOperator sign, DynamicNumber least, DynamicNumber most, DynamicNumber limit)
    {
        ComparisonOperator opposite = ComparisonOperators.Opposite(sign);
        if (sign is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual) return new DynamicTruth(Ordered(sign, least, limit), Ordered(opposite, most, limit));
        if (sign is ComparisonOperator.Less or ComparisonOperator.LessOrEqual) return new DynamicTruth(Ordered(sign, most, limit), Ordered(opposite, least, limit));
        DynamicTruth met = new(
            DynamicTest.And(Ordered(ComparisonOperator.Equal, least, limit), Ordered(ComparisonOperator.Equal, most, limit)),
            DynamicTest.Or(Ordered(ComparisonOperator.Greater, least, limit), Ordered(ComparisonOperator.Less, most, limit)));
        return sign == ComparisonOperator.Equal ? met : met.Not;
    }

    private static (DynamicNumber Least, DynamicNumber Most) Ends(DynamicItems items, DynamicTruth where, DynamicTruth that)
    {
        DynamicTest open = where.IsConstant ? DynamicTest.False : where.Open;
        DynamicFactor certain = items.Count(where.True);
        DynamicFactor perhaps = items.Count(open);
        DynamicFactor notKept = items.Count(DynamicTest.And(where.True, that.False));
        DynamicFactor mayFail = items.Count(DynamicTest.And(open, that.False));
        DynamicFactor leastOf = certain.Plus(perhaps).Minus(items.Count(DynamicTest.And(open, that.True)));
        DynamicFactor mostOf = certain.Plus(perhaps).Minus(mayFail);
        DynamicFactor most = certain.Minus(notKept).Plus(perhaps).Minus(mayFail);
        return (Share(items.Count(DynamicTest.And(where.True, that.True)), leastOf), Share(most, mostOf));
    }

    // There are as many items as are counted, or more: neither is negative, and where one surely counts neither is 0.
    private static DynamicNumber Share(DynamicFactor part, DynamicFactor whole) => new(Hundred.Top.Times(NotNegative(part)), NotNegative(whole));

    private static DynamicFactor NotNegative(DynamicFactor count) => count with { Low = Rational.Zero };
}
