using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Sql.Terms;

/// <summary>A number in the text of SQL as a whole number of units, with what is known of it before there are facts.</summary>
/// <remarks>Immutable. Whole numbers of 64 bits are exact in every database; what may need more is not written.</remarks>
/// <param name="Text">The text of the whole number.</param>
/// <param name="Low">The smallest that the whole number can be.</param>
/// <param name="High">The largest.</param>
/// <param name="Unit">What one of it is; positive.</param>
internal sealed record SqlFactor(string Text, BigInteger Low, BigInteger High, Rational Unit)
{
    private static readonly Rational Single = Rational.Of(1);

    /// <summary>One.</summary>
    public static SqlFactor One { get; } = Of(Single);

    /// <summary>Whether it is a sum, which needs brackets beside another sign.</summary>
    public bool IsSum { get; init; }

    /// <summary>Whether 64 bits keep what it was made of.</summary>
    public bool HasExactParts { get; init; } = true;

    /// <summary>The value, where it is always the same.</summary>
    public Rational? Constant => Low == High ? Rational.Of(Low) * Unit : null;

    /// <summary>Whether 64 bits keep it, whatever the facts.</summary>
    public bool IsExact => HasExactParts && Low >= long.MinValue && High <= long.MaxValue;

    /// <summary>What stands beside a sign.</summary>
    public string Inner => IsSum ? $"({Text})" : Text;

    /// <summary>A written number.</summary>
    /// <param name="number">The number.</param>
    public static SqlFactor Of(Rational number)
    {
        BigInteger top = number.Numerator;
        return new SqlFactor(SqlToken.Of(top), top, top, Single / Rational.Of(number.Denominator));
    }

    /// <summary>A whole number of a row.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="low">The smallest that it can be.</param>
    /// <param name="high">The largest.</param>
    public static SqlFactor Whole(string text, BigInteger low, BigInteger high) => new(text, low, high, Single);

    /// <summary>The negative.</summary>
    public SqlFactor Negative() => Constant is { } number ? Of(-number) : new SqlFactor($"-{Inner}", -High, -Low, Unit) { IsSum = true, HasExactParts = IsExact };

    /// <summary>The sum with another.</summary>
    public SqlFactor Plus(SqlFactor other)
    {
        if (Constant is { } left && other.Constant is { } right) return Of(left + right);
        if (Constant?.IsZero == true) return other;
        if (other.Constant?.IsZero == true) return this;
        (SqlFactor a, SqlFactor b) = Alike(this, other);
        return new SqlFactor($"{a.Text} + {b.Inner}", a.Low + b.Low, a.High + b.High, a.Unit) { IsSum = true, HasExactParts = a.IsExact && b.IsExact };
    }

    /// <summary>The difference to another.</summary>
    public SqlFactor Minus(SqlFactor other) => Plus(other.Negative());

    /// <summary>The product with another.</summary>
    public SqlFactor Times(SqlFactor other)
    {
        if (Constant is { } left && other.Constant is { } right) return Of(left * right);
        if (other.Constant is { } factor) return Times(factor);
        if (Constant is { } mine) return other.Times(mine);
        BigInteger[] corners = [Low * other.Low, Low * other.High, High * other.Low, High * other.High];
        return new SqlFactor($"{Inner} * {other.Inner}", corners.Min(), corners.Max(), Unit * other.Unit) { HasExactParts = IsExact && other.IsExact };
    }

    /// <summary>The remainder of a division by another that is not 0, of the sign of what is divided.</summary>
    public SqlFactor Remainder(SqlFactor other)
    {
        (SqlFactor a, SqlFactor b) = Alike(this, other);
        BigInteger most = BigInteger.Max(BigInteger.Abs(b.Low), BigInteger.Abs(b.High));
        return new SqlFactor($"{a.Inner} % ({b.Text})", a.Low.Sign < 0 ? -most : BigInteger.Zero, a.High.Sign > 0 ? most : BigInteger.Zero, a.Unit) { IsSum = true, HasExactParts = a.IsExact && b.IsExact };
    }

    /// <summary>The same value in a smaller unit.</summary>
    /// <param name="unit">The unit, of which its own is a multiple.</param>
    public SqlFactor In(Rational unit)
    {
        Rational times = Unit / unit;
        if (times == Single) return this;
        BigInteger factor = times.Numerator;
        if (Low == High) return new SqlFactor(SqlToken.Of(Low * factor), Low * factor, Low * factor, unit);
        return new SqlFactor($"{Inner} * {SqlToken.Scale(factor)}", Low * factor, High * factor, unit) { HasExactParts = IsExact };
    }

    /// <summary>Both in the largest unit that both are whole in.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static (SqlFactor Left, SqlFactor Right) Alike(SqlFactor left, SqlFactor right)
    {
        BigInteger bottom = left.Unit.Denominator * right.Unit.Denominator / BigInteger.GreatestCommonDivisor(left.Unit.Denominator, right.Unit.Denominator);
        BigInteger first = left.Unit.Numerator * (bottom / left.Unit.Denominator);
        BigInteger second = right.Unit.Numerator * (bottom / right.Unit.Denominator);
        Rational unit = Rational.Of(BigInteger.GreatestCommonDivisor(first, second)) / Rational.Of(bottom);
        return (left.In(unit), right.In(unit));
    }

    // A constant joins the unit; its sign alone is written.
    private SqlFactor Times(Rational factor)
    {
        if (factor.IsZero) return Of(factor);
        if (factor < Rational.Zero) return Negative() with { Unit = Unit * -factor };
        return this with { Unit = Unit * factor };
    }
}
