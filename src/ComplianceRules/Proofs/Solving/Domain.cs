using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>The values that a variable may still have: an interval, on a step or not, without some points.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Range">The interval.</param>
/// <param name="Left">The points of it that are out.</param>
internal sealed record Domain(Interval Range, ImmutableHashSet<Rational> Left)
{
    /// <summary>0 and 1.</summary>
    public static Domain Bits { get; } = Of(Interval.Whole(0, 1));

    /// <summary>A whole interval.</summary>
    /// <param name="range">The interval.</param>
    public static Domain Of(Interval range) => new(range, []);

    /// <summary>Some whole numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    public static Domain OfPoints(IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count == 0) return Of(Interval.Empty);
        (int low, int high) = (numbers.Min(), numbers.Max());
        return new(Interval.Whole(low, high), [.. Enumerable.Range(low, high - low + 1).Except(numbers).Select(n => Rational.Of(n))]);
    }

    /// <summary>Whether no value is left.</summary>
    public bool IsEmpty => Range.IsEmpty || (!Left.IsEmpty && HowMany is { } all && all <= InRange);

    /// <summary>The only value left; null where there are more, or where more are not ruled out.</summary>
    public Rational? Only => Range.Only;

    private BigInteger InRange => Left.Count(Range.Contains);

    private BigInteger? HowMany
    {
        get
        {
            if (Range.Only is not null) return BigInteger.One;
            return Range is { Step: { IsZero: false } step, Low: { } low, High: { } high } ? ((high.Value - low.Value) / step).Numerator + 1 : null;
        }
    }

    /// <summary>Whether a value is left.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(Rational value) => Range.Contains(value) && !Left.Contains(value);

    /// <summary>What is left under one more condition.</summary>
    /// <param name="relation">How the value shall stand to a bound.</param>
    /// <param name="bound">The bound.</param>
    public Domain Narrowed(Relation relation, Rational bound)
    {
        if (relation == Relation.Unequal) return Without(bound);
        Interval narrowed = Range.Within(relation switch
        {
            Relation.AtMost => Interval.Of(null, IntervalEnd.At(bound)),
            Relation.Below => Interval.Of(null, IntervalEnd.Before(bound)),
            Relation.AtLeast => Interval.Of(IntervalEnd.At(bound), null),
            Relation.Above => Interval.Of(IntervalEnd.Before(bound), null),
            _ => Interval.Of(IntervalEnd.At(bound), IntervalEnd.At(bound)),
        });
        Domain found = this with { Range = narrowed };
        return found.Trimmed();
    }

    /// <summary>Whether a condition holds for every value left, for none, or for some.</summary>
    /// <param name="relation">How the value shall stand to a bound.</param>
    /// <param name="bound">The bound.</param>
    public bool? Answer(Relation relation, Rational bound)
    {
        switch (relation)
        {
            case Relation.Equal:
                return !Contains(bound) ? false : Range.Only is not null ? true : null;
            case Relation.Unequal:
                return !Contains(bound) ? true : Range.Only is not null ? false : null;
            default:
                bool? low = Ends(Range.Low, relation, bound, -1);
                bool? high = Ends(Range.High, relation, bound, 1);
                return low == high ? low : null;
        }
    }

    // Whether the relation holds at an end of the interval, or just inside it where the end is out.
    private static bool Ends(IntervalEnd? end, Relation relation, Rational bound, int side)
    {
        int order = end is { } at ? at.Value.CompareTo(bound) : side;
        if (order == 0 && !end!.Value.IsIncluded) order = -side;
        return Relations.Holds(relation, order);
    }

    private Domain Without(Rational point) => Range.Contains(point) && !Left.Contains(point) ? (this with { Left = Left.Add(point) }).Trimmed() : this;

    // Points at the ends are cut off, so that an interval of one value shows it.
    private Domain Trimmed()
    {
        if (Left.IsEmpty || Range.IsEmpty) return this;
        Interval range = Range;
        while (!range.IsEmpty && range.Low is { IsIncluded: true } low && Left.Contains(low.Value)) range = range.Within(Interval.Of(IntervalEnd.Before(low.Value), null));
        while (!range.IsEmpty && range.High is { IsIncluded: true } high && Left.Contains(high.Value)) range = range.Within(Interval.Of(null, IntervalEnd.Before(high.Value)));
        return this with { Range = range };
    }
}
