using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Chooses a value that people read easily: near the bound that matters, and with few digits.</summary>
internal static class ValueChoice
{
    private const int MostPlaces = 12;

    /// <summary>A value of a domain; null where none was found.</summary>
    /// <param name="domain">The values left.</param>
    /// <param name="declared">The values that there were at first.</param>
    public static Rational? Of(Domain domain, Domain declared)
    {
        if (domain.IsEmpty) return null;
        if (domain.Range.Only is { } only) return domain.Contains(only) ? only : null;
        foreach (Rational candidate in Candidates(domain.Range, declared.Range, domain.Left.Count))
        {
            if (domain.Contains(candidate)) return candidate;
        }

        return null;
    }

    private static IEnumerable<Rational> Candidates(Interval range, Interval declared, int left)
    {
        bool fromBelow = range.Low is not null && range.Low != declared.Low;
        bool fromAbove = range.High is not null && range.High != declared.High;
        Rational first = (fromBelow, fromAbove, range.Low, range.High) switch
        {
            (true, false, { } low, var high) => After(low, high, 1, range.Step),
            (false, true, var low, { } high) => After(high, low, -1, range.Step),
            (_, _, { } low, { } high) when fromBelow => Middle(low.Value, high.Value, range),
            (_, _, { } low, var high) => After(low, high, 1, range.Step),
            (_, _, null, { } high) => After(high, null, -1, range.Step),
            _ => Rational.Zero,
        };
        Rational stride = range.Step is { IsZero: false } step ? step : Stride(range);
        yield return first;
        for (int i = 1; i <= left + 2; i++)
        {
            yield return first + (stride * Rational.Of(i));
            yield return first - (stride * Rational.Of(i));
        }
    }

    // The end itself where it is in; else what lies one further, or halfway to the other end.
    private static Rational After(IntervalEnd end, IntervalEnd? other, int side, Rational? step)
    {
        if (end.IsIncluded) return end.Value;
        Rational next = end.Value + Rational.Of(side);
        bool passes = step is null && other is { } far && (side > 0 ? next >= far.Value : next <= far.Value);
        return passes ? Round((end.Value + other!.Value.Value) / Rational.Of(2), end.Value, other.Value.Value) : next;
    }

    private static Rational Middle(Rational low, Rational high, Interval range)
    {
        Rational middle = (low + high) / Rational.Of(2);
        if (range.Step is not { IsZero: false } step) return Round(middle, low, high);
        return Floor(middle / step) * step is var onStep && onStep >= low ? onStep : onStep + step;
    }

    private static Rational Stride(Interval range) =>
        range is { Low: { } low, High: { } high } ? (high.Value - low.Value) / Rational.Of(16) : Rational.Of(1);

    // As few digits as still lie strictly between both ends.
    private static Rational Round(Rational value, Rational one, Rational other)
    {
        (Rational low, Rational high) = one < other ? (one, other) : (other, one);
        for (int places = 0; places <= MostPlaces; places++)
        {
            Rational scale = Rational.Of(BigInteger.Pow(10, places));
            Rational rounded = Floor((value * scale) + (Rational.Of(1) / Rational.Of(2))) / scale;
            if (rounded > low && rounded < high) return rounded;
        }

        return value;
    }

    /// <summary>The largest whole number that is not larger.</summary>
    /// <param name="value">The number.</param>
    public static Rational Floor(Rational value)
    {
        BigInteger whole = BigInteger.Divide(value.Numerator, value.Denominator);
        return Rational.Of(value.Numerator.Sign < 0 && !value.IsWhole ? whole - 1 : whole);
    }
}
