using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>A number as a quotient that is never computed: comparisons are multiplied out, so that nothing is rounded.</summary>
/// <remarks>Times are minutes, days are counted from 1 January of the year 1.</remarks>
/// <param name="Top">What is divided.</param>
/// <param name="Bottom">By what; never 0 where the value is known.</param>
internal sealed record DynamicNumber(DynamicFactor Top, DynamicFactor Bottom) : DynamicTerm
{
    /// <summary>The day itself, where it was not computed with; null for what is no day.</summary>
    public string? Day { get; init; }

    /// <summary>Whether its quotient is a factor alone.</summary>
    public bool IsPlain => Bottom == DynamicFactor.One;

    /// <summary>Whether it is a whole number, whatever the facts.</summary>
    public bool IsWhole => IsPlain && Top.Scale == 0;

    /// <summary>Whether what it is divided by is positive where it is known.</summary>
    public bool IsOverPositive => Bottom.Low >= Rational.Zero;

    /// <summary>A factor alone.</summary>
    /// <param name="factor">The factor.</param>
    public static DynamicNumber Of(DynamicFactor factor) => new(factor, DynamicFactor.One);

    /// <summary>A number as it is written.</summary>
    /// <param name="number">The number.</param>
    public static DynamicNumber Of(Rational number) =>
        DynamicFactor.Of(number) is { } factor ? Of(factor) : new DynamicNumber(DynamicFactor.Of(number.Numerator), DynamicFactor.Of(number.Denominator));

    /// <summary>The sum with another.</summary>
    public DynamicNumber Plus(DynamicNumber other) => Bottom == other.Bottom
        ? new DynamicNumber(Top.Plus(other.Top), Bottom)
        : new DynamicNumber(Top.Times(other.Bottom).Plus(other.Top.Times(Bottom)), Bottom.Times(other.Bottom));

    /// <summary>The negative.</summary>
    public DynamicNumber Negative() => new(Top.Negative(), Bottom);

    /// <summary>The product with another.</summary>
    public DynamicNumber Times(DynamicNumber other) => new(Top.Times(other.Top), Bottom.Times(other.Bottom));

    /// <summary>The quotient by another that is not 0.</summary>
    public DynamicNumber Over(DynamicNumber other)
    {
        DynamicNumber divided = new(Top.Times(other.Bottom), Bottom.Times(other.Top));
        return divided.Bottom.High <= Rational.Zero ? new DynamicNumber(divided.Top.Negative(), divided.Bottom.Negative()) : divided;
    }
}
