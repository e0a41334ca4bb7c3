namespace ComplianceRules.Expressions;

/// <summary>An end of a product of intervals: a number, or endless.</summary>
/// <param name="Endless">-1 or 1 where there is no end on that side, else 0.</param>
/// <param name="End">The end; means nothing where it is endless.</param>
internal readonly record struct IntervalCorner(int Endless, IntervalEnd End)
{
    public static IntervalCorner OfLow(Interval interval) => interval.Low is { } end ? new(0, end) : new(-1, default);

    public static IntervalCorner OfHigh(Interval interval) => interval.High is { } end ? new(0, end) : new(1, default);

    /// <summary>The lowest, as an end; null where it is endless.</summary>
    public static IntervalEnd? Lowest(ReadOnlySpan<IntervalCorner> corners)
    {
        IntervalCorner lowest = corners[0];
        foreach (IntervalCorner corner in corners[1..])
        {
            if (corner.IsBelow(lowest)) lowest = corner;
        }

        return lowest.Endless == 0 ? lowest.End : null;
    }

    /// <summary>The highest, as an end; null where it is endless.</summary>
    public static IntervalEnd? Highest(ReadOnlySpan<IntervalCorner> corners)
    {
        IntervalCorner[] negated = new IntervalCorner[corners.Length];
        for (int i = 0; i < negated.Length; i++) negated[i] = new IntervalCorner(-corners[i].Endless, corners[i].End.Negate());
        return Lowest(negated)?.Negate();
    }

    /// <summary>The product; zero stays zero however large the other factor grows.</summary>
    public IntervalCorner Times(IntervalCorner other)
    {
        if (IsZero || other.IsZero) return new(0, new IntervalEnd(Rational.Zero, HasZero || other.HasZero));
        if (Endless == 0 && other.Endless == 0) return new(0, new IntervalEnd(End.Value * other.End.Value, End.IsIncluded && other.End.IsIncluded));
        return new(Sign * other.Sign, default);
    }

    private bool IsZero => Endless == 0 && End.Value.IsZero;

    private bool HasZero => IsZero && End.IsIncluded;

    private int Sign => Endless != 0 ? Endless : End.Value.Numerator.Sign;

    private bool IsBelow(IntervalCorner other)
    {
        if (Endless != other.Endless) return Endless < other.Endless;
        if (Endless != 0) return false;
        int order = End.Value.CompareTo(other.End.Value);
        return order < 0 || (order == 0 && End.IsIncluded && !other.End.IsIncluded);
    }
}
