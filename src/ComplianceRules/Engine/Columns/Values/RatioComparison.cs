using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A quotient of two whole numbers of each row compared with a limit, multiplied out so that nothing is rounded; unknown where the divisor is 0.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="comparison">How the quotient is compared.</param>
/// <param name="above">The dividend; exact.</param>
/// <param name="below">The divisor; exact.</param>
/// <param name="limit">The limit, and by what the quotient of the numbers is multiplied to be compared with it.</param>
internal sealed class RatioComparison(int slot, ComparisonOperator comparison, NumberNode above, NumberNode below, (Constant Constant, Rational Factor) limit) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        Span<ulong> known = into.Open();
        NumberBuffer a = scope.Number(above);
        NumberBuffer b = scope.Number(below);
        ProductLimits limits = scope.Bound.ProductsOf(this);
        RunWalk runs = new(scope, limits);
        while (runs.MoveNext())
        {
            if (limits[runs.Stack] is { } own) new QuotientLimit(comparison, own, (above.Most, below.Most)).Judge(a.Numbers, b.Numbers, runs.Bits, new BitPair(into.True, known));
        }

        if (!a.IsTotal) Bitmaps.And(known, a.Known, known);
        if (!b.IsTotal) Bitmaps.And(known, b.Known, known);
        Bitmaps.And(into.True, known, into.True);
        Bitmaps.AndNot(known, into.True, known);
    }

    /// <summary>The limit of a stack; null where it is not known.</summary>
    /// <param name="binding">What is judged.</param>
    /// <param name="stack">The stack's number.</param>
    public ProductLimit? LimitOf(SnapshotBinding binding, int stack) => binding.ValueOf(limit.Constant, stack) is NumberValue { Number: var number } ? ProductLimit.Of(number / limit.Factor) : null;
}
