using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

internal sealed partial class LinqRuleWriter
{
    private LinqItems? ChildrenOf(ChildShareExpression share, ImmutableArray<LinqFrame> frames) => Rows(share.List, frames);

    private ImmutableArray<LinqCase> Share(MacroExpression share, ImmutableArray<LinqFrame> frames)
    {
        if (Items(share.List, frames) is not { } items) return [];
        return Share(items, items.In, Truth(share.Body, frames.Add(items.Item)));
    }

    private ImmutableArray<LinqCase> Share(LinqItems? items, TypedExpression where, TypedExpression that, ImmutableArray<LinqFrame> frames) =>
        items is null ? [] : Share(items, Truth(where, frames.Add(items.Item)), Truth(that, frames.Add(items.Item)));

    // Known only where every way the unknown items may turn out gives the same share.
    private ImmutableArray<LinqCase> Share(LinqItems items, LinqTruth where, LinqTruth that)
    {
        (LinqNumber least, LinqNumber most) = Ends(items, where, that);
        LinqTest known = LinqTest.And(items.Known, items.Any(where.True), Ordered(ComparisonOperator.Equal, least, most));
        return [new LinqCase(known, least)];
    }

    private LinqTruth ShareCompared(ShareComparisonExpression comparison, ImmutableArray<LinqFrame> frames)
    {
        if (ChildrenOf(comparison.Share, frames) is not { } items) return LinqTruth.Unknown;
        ImmutableArray<LinqFrame> inside = frames.Add(items.Item);
        LinqTruth where = Truth(comparison.Share.Where, inside);
        (LinqNumber least, LinqNumber most) = Ends(items, where, Truth(comparison.Share.That, inside));
        LinqTest known = LinqTest.And(items.Known, items.Any(where.True));
        LinqTruth held = Over(Value(comparison.Limit, frames), limit => Held(comparison.Operator, least, most, (LinqNumber)limit));
        return new LinqTruth(LinqTest.And(known, held.True), LinqTest.And(known, held.False));
    }

    // One end of the interval decides an order; both together, and that the limit is not between them, whether it is met.
    private LinqTruth Held(ComparisonOperator sign, LinqNumber least, LinqNumber most, LinqNumber limit)
    {
        ComparisonOperator opposite = ComparisonOperators.Opposite(sign);
        if (sign is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual) return new LinqTruth(Ordered(sign, least, limit), Ordered(opposite, most, limit));
        if (sign is ComparisonOperator.Less or ComparisonOperator.LessOrEqual) return new LinqTruth(Ordered(sign, most, limit), Ordered(opposite, least, limit));
        LinqTruth met = new(
            LinqTest.And(Ordered(ComparisonOperator.Equal, least, limit), Ordered(ComparisonOperator.Equal, most, limit)),
            LinqTest.Or(Ordered(ComparisonOperator.Greater, least, limit), Ordered(ComparisonOperator.Less, most, limit)));
        return sign == ComparisonOperator.Equal ? met : met.Not;
    }

    private static (LinqNumber Least, LinqNumber Most) Ends(LinqItems items, LinqTruth where, LinqTruth that)
    {
        LinqTest open = where.IsConstant ? LinqTest.False : where.Open;
        LinqFactor certain = items.Count(where.True);
        LinqFactor perhaps = items.Count(open);
        LinqFactor notKept = items.Count(LinqTest.And(where.True, that.False));
        LinqFactor mayFail = items.Count(LinqTest.And(open, that.False));
        LinqFactor leastOf = certain.Plus(perhaps).Minus(items.Count(LinqTest.And(open, that.True)));
        LinqFactor mostOf = certain.Plus(perhaps).Minus(mayFail);
        LinqFactor most = certain.Minus(notKept).Plus(perhaps).Minus(mayFail);
        return (Share(items.Count(LinqTest.And(where.True, that.True)), leastOf), Share(most, mostOf));
    }

    // There are as many items as are counted, or more: neither is negative, and where one surely counts neither is 0.
    private static LinqNumber Share(LinqFactor part, LinqFactor whole) => new(Hundred.Top.Times(NotNegative(part)), NotNegative(whole));

    private static LinqFactor NotNegative(LinqFactor count) => count with { Low = Rational.Zero };
}
