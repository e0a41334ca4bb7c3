using System.Numerics;

namespace ComplianceRules.Expressions;

/// <summary>Intervals put together: each result holds every value that the operation gives of values of its operands.</summary>
internal static class IntervalArithmetic
{
    private static readonly Interval Negatives = Interval.Of(null, IntervalEnd.Before(Rational.Zero));

    private static readonly Interval Positives = Interval.Of(IntervalEnd.Before(Rational.Zero), null);

    public static Interval Negate(Interval value) => value.IsEmpty ? value : Interval.Of(value.High?.Negate(), value.Low?.Negate(), value.Step);

    public static Interval Add(Interval left, Interval right) =>
        left.IsEmpty || right.IsEmpty ? Interval.Empty : Interval.Of(Sum(left.Low, right.Low), Sum(left.High, right.High), CommonStep(left.Step, right.Step));

    public static Interval Subtract(Interval left, Interval right) => Add(left, Negate(right));

    public static Interval Multiply(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty) return Interval.Empty;
        IntervalCorner[] corners =
        [
            IntervalCorner.OfLow(left).Times(IntervalCorner.OfLow(right)), IntervalCorner.OfLow(left).Times(IntervalCorner.OfHigh(right)),
            IntervalCorner.OfHigh(left).Times(IntervalCorner.OfLow(right)), IntervalCorner.OfHigh(left).Times(IntervalCorner.OfHigh(right)),
        ];
        return Interval.Of(IntervalCorner.Lowest(corners), IntervalCorner.Highest(corners), ProductOfSteps(left.Step, right.Step));
    }

    /// <summary>The quotients by every divisor but zero.</summary>
    public static Interval Divide(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty) return Interval.Empty;
        if (right.Only is { IsZero: false } divisor) return Multiply(left, Interval.Point(Rational.Of(1) / divisor));
        return Hull(Multiply(left, Inverse(right.Within(Negatives))), Multiply(left, Inverse(right.Within(Positives))));
    }

    /// <summary>The whole parts of quotients: what dividing one int by another gives.</summary>
    public static Interval Truncate(Interval quotient) =>
        quotient.IsEmpty ? quotient : Interval.Of(Truncated(quotient.Low), Truncated(quotient.High), Rational.Of(1));

    /// <summary>The remainders by every divisor but zero: nearer to zero than the divisor, no farther from it than the dividend, with the dividend's sign.</summary>
    public static Interval Remainder(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty || right.Only is { IsZero: true }) return Interval.Empty;
        IntervalEnd? farthest = right.Low is { } low && right.High is { } high ? IntervalEnd.Before(Larger(-low.Value, high.Value)) : null;
        Interval byDivisor = Interval.Of(farthest?.Negate(), farthest, CommonStep(left.Step, right.Step));
        Interval byDividend = Hull(left, Interval.Point(Rational.Zero));
        return byDivisor.Within(Interval.Of(byDividend.Low, byDividend.High));
    }

    /// <summary>The smallest interval that holds both.</summary>
    public static Interval Hull(Interval left, Interval right)
    {
        if (left.IsEmpty) return right;
        if (right.IsEmpty) return left;
        return Interval.Of(Lower(left.Low, right.Low), Lower(left.High?.Negate(), right.High?.Negate())?.Negate(), CommonStep(left.Step, right.Step));
    }

    private static Interval Inverse(Interval sameSign)
    {
        if (sameSign.IsEmpty) return sameSign;
        if (sameSign.High is { Value.Numerator.Sign: <= 0 }) return Negate(Inverse(Negate(sameSign)));
        IntervalEnd low = sameSign.High is { } high ? high with { Value = Rational.Of(1) / high.Value } : IntervalEnd.Before(Rational.Zero);
        IntervalEnd? up = sameSign.Low is { Value.IsZero: false } least ? least with { Value = Rational.Of(1) / least.Value } : null;
        return Interval.Of(low, up);
    }

    private static IntervalEnd? Sum(IntervalEnd? left, IntervalEnd? right) =>
        left is { } a && right is { } b ? new IntervalEnd(a.Value + b.Value, a.IsIncluded && b.IsIncluded) : null;

    private static IntervalEnd? Truncated(IntervalEnd? end) =>
        end is { } known ? IntervalEnd.At(Rational.Of(BigInteger.Divide(known.Value.Numerator, known.Value.Denominator))) : null;

    private static IntervalEnd? Lower(IntervalEnd? left, IntervalEnd? right)
    {
        if (left is not { } a || right is not { } b) return null;
        int order = a.Value.CompareTo(b.Value);
        return order < 0 || (order == 0 && a.IsIncluded) ? left : right;
    }

    private static Rational Larger(Rational left, Rational right) => left > right ? left : right;

    /// <summary>The largest step that both steps are multiples of.</summary>
    private static Rational? CommonStep(Rational? left, Rational? right)
    {
        if (left is not { } a || right is not { } b) return null;
        BigInteger common = BigInteger.GreatestCommonDivisor(a.Numerator * b.Denominator, b.Numerator * a.Denominator);
        return Rational.Of(common) / Rational.Of(a.Denominator * b.Denominator);
    }

    private static Rational? ProductOfSteps(Rational? left, Rational? right)
    {
        if (left is { IsZero: true } || right is { IsZero: true }) return Rational.Zero;
        return left is { } a && right is { } b ? a * b : null;
    }
}
