using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>How the numbers of a field become whole numbers: as steps, or for a field without a step as so many digits behind the point as 64 bits have room for.</summary>
/// <remarks>Immutable. A number is its count times <see cref="Numerator"/> through <see cref="Denominator"/>, both below 2^53.</remarks>
/// <param name="Numerator">The step's numerator.</param>
/// <param name="Denominator">The step's denominator, a power of ten.</param>
/// <param name="Low">The smallest count.</param>
/// <param name="High">The largest.</param>
/// <param name="IsStep">Whether every number of the field is a whole number of steps.</param>
internal sealed record SqlCoding(long Numerator, long Denominator, long Low, long High, bool IsStep)
{
    private const decimal MostExact = 1L << 53;
    private const decimal MostDigits = 1_000_000_000_000_000m;
    private const decimal Room = 1_000_000_000_000m;
    private const long MostFine = 10_000;

    /// <summary>What a number is: its count times this.</summary>
    public Rational Unit => Rational.Of(new BigInteger(Numerator)) / Rational.Of(new BigInteger(Denominator));

    /// <summary>How a field's numbers are kept; null where its range leaves no room for it.</summary>
    /// <param name="field">A field of numbers.</param>
    public static SqlCoding? Of(FieldSchema field)
    {
        (decimal low, decimal high) = field.Range is { } range ? (Bounded(range.Low), Bounded(range.High)) : (-Room, Room);
        if (low <= -MostDigits || high >= MostDigits) return null;
        return field.Step is { } step ? OfStep(step, low, high) : OfDigits(low, high);
    }

    private static SqlCoding? OfStep(double step, decimal low, decimal high)
    {
        if (step is not (> 1e-12 and < 1e12)) return null;
        (decimal numerator, decimal denominator) = ((decimal)step, 1);
        while (numerator != decimal.Truncate(numerator)) (numerator, denominator) = (numerator * 10, denominator * 10);
        (decimal first, decimal last) = (decimal.Ceiling(low / (decimal)step), decimal.Floor(high / (decimal)step));
        bool fits = decimal.Max(-first, last) * numerator < MostExact && decimal.Max(-low, high) * denominator < MostExact && denominator < MostExact;
        return fits ? new SqlCoding((long)numerator, (long)denominator, (long)first, (long)last, true) : null;
    }

    private static SqlCoding OfDigits(decimal low, decimal high)
    {
        long fine = MostFine;
        while (fine > 1 && decimal.Max(-low, high) * fine > Room) fine /= 10;
        return new SqlCoding(1, fine, (long)decimal.Ceiling(low * fine), (long)decimal.Floor(high * fine), false);
    }

    private static decimal Bounded(double end) => (decimal)Math.Clamp(end, -1e15, 1e15);
}
