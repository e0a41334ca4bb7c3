using System.Globalization;
using System.Numerics;

namespace ComplianceRules.Tests.Engine;

/// <summary>A fraction as it is taught at school; never brought to lowest terms, with a denominator above zero.</summary>
internal readonly record struct Fraction(BigInteger Above, BigInteger Below)
{
    public static Fraction Whole(BigInteger whole) => new(whole, 1);

    public static Fraction Of(decimal value)
    {
        BigInteger below = 1;
        while (value != decimal.Truncate(value)) (value, below) = (value * 10, below * 10);
        return new Fraction(new BigInteger(value), below);
    }

    /// <summary>The decimal; only for fractions that came from one.</summary>
    public string Text => ((decimal)Above / (decimal)Below).ToString(CultureInfo.InvariantCulture);

    public Fraction Plus(Fraction other) => new((Above * other.Below) + (other.Above * Below), Below * other.Below);

    public Fraction Negative() => this with { Above = -Above };

    public Fraction Times(Fraction other) => new(Above * other.Above, Below * other.Below);

    /// <summary>The quotient; null for a division by zero.</summary>
    public Fraction? Over(Fraction other)
    {
        if (other.Above.IsZero) return null;
        BigInteger below = Below * other.Above;
        return below.Sign < 0 ? new Fraction(-Above * other.Below, -below) : new Fraction(Above * other.Below, below);
    }

    /// <summary>What is left after taking away the other a whole number of times, towards zero; null for a division by zero.</summary>
    public Fraction? Remainder(Fraction other) => Over(other) is { } times ? Plus(other.Times(Whole(BigInteger.Divide(times.Above, times.Below))).Negative()) : null;

    public int CompareWith(Fraction other) => (Above * other.Below).CompareTo(other.Above * Below);
}
