using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The widths that people can read bins by.</summary>
internal static class BinWidths
{
    // Hours go by quarters and thirds, days by weeks and years of whole weeks.
    private static readonly ImmutableArray<int> Minutes = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1_440];
    private static readonly ImmutableArray<int> Days = [1, 2, 7, 14, 28, 91, 182, 364, 728, 1_820, 3_640, 7_280, 18_200, 36_400, 72_800, 182_000];
    private static readonly ImmutableArray<int> Digits = [1, 2, 5];

    /// <summary>The widths that may part a stretch into some tens of bins, ascending.</summary>
    /// <param name="type">Number, time or date.</param>
    /// <param name="step">What every measure is a multiple of, and every width then too; null where measures lie anywhere.</param>
    /// <param name="span">How long the stretch is; above 0.</param>
    /// <param name="most">The most bins.</param>
    public static ImmutableArray<Rational> For(FieldType type, Rational? step, Rational span, int most)
    {
        Rational least = span / Rational.Of(most);
        IEnumerable<Rational> widths = type switch
        {
            FieldType.Time => Listed(Minutes, least),
            FieldType.Date => Listed(Days, least),
            _ => Decimal(least, step),
        };
        return [.. widths.Where(w => w >= least).Distinct().Order()];
    }

    /// <summary>The width of the only bin there is.</summary>
    /// <param name="step">What every measure is a multiple of; null where measures lie anywhere.</param>
    /// <param name="value">The only measure.</param>
    public static Rational OfOne(Rational? step, double value) => step ?? (value == 0 ? Rational.Of(1) : Power((int)Math.Floor(Math.Log10(Math.Abs(value))) - 1));

    private static IEnumerable<Rational> Listed(ImmutableArray<int> widths, Rational least)
    {
        IEnumerable<Rational> listed = widths.Select(w => Rational.Of(w));
        return Rational.Of(widths[^1]) >= least ? listed : Multiples(least, Rational.Of(widths[^1]));
    }

    private static IEnumerable<Rational> Decimal(Rational least, Rational? step)
    {
        IEnumerable<Rational> plain = Multiples(least, Rational.Of(1));
        return step is { } one ? plain.Concat(Multiples(least, one)).Append(one).Where(w => (w / one).IsWhole) : plain;
    }

    // From the power of ten below to some above: there is one among them for any wish of ten to sixty bins.
    private static IEnumerable<Rational> Multiples(Rational least, Rational unit)
    {
        Rational ratio = least / unit;
        int power = (int)Math.Floor(BigInteger.Log10(ratio.Numerator) - BigInteger.Log10(ratio.Denominator));
        for (int at = power - 1; at <= power + 2; at++)
        {
            foreach (int digit in Digits) yield return Power(at) * Rational.Of(digit) * unit;
        }
    }

    private static Rational Power(int exponent) =>
        exponent < 0 ? Rational.Of(1) / Rational.Of(BigInteger.Pow(10, -exponent)) : Rational.Of(BigInteger.Pow(10, exponent));
}
