using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>A number as a quotient that is never computed: comparisons are multiplied out, so that nothing is rounded.</summary>
/// <remarks>Times are minutes, days are counted from 1 January of the year 1.</remarks>
/// <param name="Top">What is divided.</param>
/// <param name="Bottom">By what; never 0 where the value is known.</param>
internal sealed record LinqNumber(LinqFactor Top, LinqFactor Bottom) : LinqTerm
{
    /// <summary>The day itself, where it was not computed with; null for what is no day.</summary>
    public string? Day { get; init; }

    /// <summary>Whether its quotient is a factor alone.</summary>
    public bool IsPlain => Bottom == LinqFactor.One;

    /// <summary>Whether it is a whole number, whatever the facts.</summary>
    public bool IsWhole => IsPlain && Top.Scale == 0;

    /// <summary>Whether what it is divided by is positive where it is known.</summary>
    public bool IsOverPositive => Bottom.Low >= Rational.Zero;

    /// <summary>A factor alone.</summary>
    /// <param name="factor">The factor.</param>
    public static LinqNumber Of(LinqFactor factor) => new(factor, LinqFactor.One);

    /// <summary>A number as it is written.</summary>
    /// <param name="number">The number.</param>
    public static LinqNumber Of(Rational number) =>
        LinqFactor.Of(number) is { } factor ? Of(factor) : new LinqNumber(LinqFactor.Of(number.Numerator), LinqFactor.Of(number.Denominator));

    /// <summary>The sum with another.</summary>
    public LinqNumber Plus(LinqNumber other) => Bottom == other.Bottom
        ? new LinqNumber(Top.Plus(other.Top), Bottom)
        : new LinqNumber(Top.Times(other.Bottom).Plus(other.Top.Times(Bottom)), Bottom.Times(other.Bottom));

    /// <summary>The negative.</summary>
    public LinqNumber Negative() => new(Top.Negative(), Bottom);

    /// <summary>The product with another.</summary>
    public LinqNumber Times(LinqNumber other) => new(Top.Times(other.Top), Bottom.Times(other.Bottom));

    /// <summary>The quotient by another that is not 0.</summary>
    public LinqNumber Over(LinqNumber other)
    {
        LinqNumber divided = new(Top.Times(other.Bottom), Bottom.Times(other.Top));
        return divided.Bottom.High <= Rational.Zero ? new LinqNumber(divided.Top.Negative(), divided.Bottom.Negative()) : divided;
    }
}
