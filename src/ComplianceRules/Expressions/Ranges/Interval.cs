using System.Numerics;

namespace ComplianceRules.Expressions;

/// <summary>The numbers between two ends, all or only the multiples of a step; times are minutes, days are day numbers.</summary>
/// <remarks>Immutable. Ends lie on the step where there is one, so two intervals of the same numbers are equal, but for a step that the numbers do not show.</remarks>
internal sealed record Interval : ValueRange
{
    private Interval(IntervalEnd? low, IntervalEnd? high, Rational? step)
    {
        Low = low;
        High = high;
        Step = step;
    }

    /// <summary>Every number.</summary>
    public static Interval All { get; } = new(null, null, null);

    /// <summary>No number.</summary>
    public static Interval Empty { get; } = new(IntervalEnd.Before(Rational.Zero), IntervalEnd.Before(Rational.Zero), Rational.Zero);

    /// <summary>The lower end; null where there is none.</summary>
    public IntervalEnd? Low { get; }

    /// <summary>The upper end; null where there is none.</summary>
    public IntervalEnd? High { get; }

    /// <summary>What every number is a multiple of; null where they need not be of any, 0 for the number 0 alone.</summary>
    public Rational? Step { get; }

    public override bool IsEmpty => Low is { IsIncluded: false } low && High is { IsIncluded: false } high && low.Value == high.Value;

    /// <summary>The only number there is; null where there are more or none.</summary>
    public Rational? Only => Low is { IsIncluded: true } low && High is { } high && low.Value == high.Value ? low.Value : null;

    /// <summary>The one number, which is a step of itself.</summary>
    public static Interval Point(Rational value) => new(IntervalEnd.At(value), IntervalEnd.At(value), value.Numerator.Sign < 0 ? -value : value);

    /// <summary>The whole numbers from one to another, both included.</summary>
    public static Interval Whole(long low, long high) => Of(IntervalEnd.At(Rational.Of(low)), IntervalEnd.At(Rational.Of(high)), Rational.Of(1));

    /// <summary>The numbers between two ends, on a step.</summary>
    public static Interval Of(IntervalEnd? low, IntervalEnd? high, Rational? step = null)
    {
        if (step is { IsZero: true }) return Contains(low, high, Rational.Zero) ? Point(Rational.Zero) : Empty;
        if (step is { } stride) (low, high) = (OnStep(low, stride), OnStep(high?.Negate(), stride)?.Negate());
        if (low is not { } least || high is not { } most) return new Interval(low, high, step);
        int order = least.Value.CompareTo(most.Value);
        return order > 0 || (order == 0 && !(least.IsIncluded && most.IsIncluded)) ? Empty : new Interval(low, high, step);
    }

    /// <summary>Whether a number is among them.</summary>
    public bool Contains(Rational value) => !IsEmpty && Contains(Low, High, value) && IsOnStep(value);

    /// <summary>Whether a number is a multiple of the step.</summary>
    public bool IsOnStep(Rational value) => Step is not { } step || (step.IsZero ? value.IsZero : (value / step).IsWhole);

    /// <summary>The numbers that are in both.</summary>
    public Interval Within(Interval other) => IsEmpty || other.IsEmpty ? Empty : Of(Higher(Low, other.Low), Higher(High?.Negate(), other.High?.Negate())?.Negate(), Step ?? other.Step);

    /// <summary>Whether every number of this interval lies between the ends of another.</summary>
    public bool LiesBetweenEndsOf(Interval other) =>
        IsEmpty || (Higher(Low, other.Low) == Low && Higher(High?.Negate(), other.High?.Negate()) == High?.Negate());

    private static bool Contains(IntervalEnd? low, IntervalEnd? high, Rational value) =>
        (low is not { } least || least.Value < value || (least.Value == value && least.IsIncluded))
        && (high is not { } most || value < most.Value || (most.Value == value && most.IsIncluded));

    /// <summary>The first multiple of a step at or after a lower end.</summary>
    private static IntervalEnd? OnStep(IntervalEnd? low, Rational step)
    {
        if (low is not { } end) return null;
        Rational steps = end.Value / step;
        BigInteger first = BigInteger.Divide(steps.Numerator, steps.Denominator);
        if (Rational.Of(first) < steps || (steps.IsWhole && !end.IsIncluded)) first++;
        return IntervalEnd.At(Rational.Of(first) * step);
    }

    /// <summary>The higher of two lower ends.</summary>
    private static IntervalEnd? Higher(IntervalEnd? left, IntervalEnd? right)
    {
        if (left is not { } a) return right;
        if (right is not { } b) return left;
        int order = a.Value.CompareTo(b.Value);
        return order > 0 || (order == 0 && !a.IsIncluded) ? left : right;
    }
}
