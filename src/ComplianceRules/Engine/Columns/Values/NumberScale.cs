using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What one of the numbers of a node stands for, so that decimals of a step can be counted in whole numbers.</summary>
/// <param name="Numerator">The numerator; positive.</param>
/// <param name="Denominator">The denominator; positive.</param>
internal readonly record struct NumberScale(long Numerator, long Denominator)
{
    // Factors as small leave room for the numbers themselves below 2^53.
    private const long Most = 1L << 31;

    /// <summary>The numbers themselves.</summary>
    public static NumberScale One { get; } = new(1, 1);

    /// <summary>As a fraction.</summary>
    public Rational Fraction => Rational.Of(Numerator) / Rational.Of(Denominator);

    /// <summary>The scale of a field's cells.</summary>
    /// <param name="field">A field of numbers, days or times.</param>
    public static NumberScale Of(FieldSchema field) => field.Type == FieldType.Number && CellCoding.Of(field) is var coding ? Lowest(coding.Numerator, coding.Denominator) ?? One : One;

    /// <summary>The largest scale in which the numbers of both are whole; null where the factors would be too large.</summary>
    public static NumberScale? Common(NumberScale left, NumberScale right)
    {
        BigInteger denominator = BigInteger.Multiply(left.Denominator, right.Denominator);
        BigInteger a = BigInteger.Multiply(left.Numerator, right.Denominator);
        BigInteger b = BigInteger.Multiply(right.Numerator, left.Denominator);
        return Lowest(BigInteger.GreatestCommonDivisor(a, b), denominator);
    }

    /// <summary>The scale of products; null where it would be too large.</summary>
    public static NumberScale? Product(NumberScale left, NumberScale right) =>
        Lowest(BigInteger.Multiply(left.Numerator, right.Numerator), BigInteger.Multiply(left.Denominator, right.Denominator));

    /// <summary>The scale of numbers multiplied by a positive fraction; null where it would be too large.</summary>
    public NumberScale? Times(Rational factor) => Lowest(Numerator * factor.Numerator, Denominator * factor.Denominator);

    /// <summary>By what whole number those of this scale are multiplied to come into a smaller one.</summary>
    public double FactorTo(NumberScale smaller) => (double)(Fraction / smaller.Fraction).Numerator;

    private static NumberScale? Lowest(BigInteger numerator, BigInteger denominator)
    {
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        return numerator <= Most && denominator <= Most ? new NumberScale((long)numerator, (long)denominator) : null;
    }
}
