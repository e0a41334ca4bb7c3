using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>A number in the text of Dynamic LINQ, with what is known of it before there are facts.</summary>
/// <remarks>Immutable. A decimal keeps 28 digits: what may need more is not exact there, and is not written.</remarks>
/// <param name="Text">The text; stands in brackets where a sign around it needs them.</param>
/// <param name="Low">The smallest value that it can have.</param>
/// <param name="High">The largest.</param>
/// <param name="Scale">How many digits it has behind the point at most.</param>
internal sealed record DynamicFactor(string Text, Rational Low, Rational High, int Scale)
{
    private const int MostDigits = 28;
    private static readonly Rational Room = Rational.Of(BigInteger.Pow(10, MostDigits));

    /// <summary>One.</summary>
    public static DynamicFactor One { get; } = Of(1);

    /// <summary>Whether the text is an int there, and not a decimal.</summary>
    public bool IsInt { get; init; }

    /// <summary>Whether it is a sum or difference, which needs brackets beside a sign of its own.</summary>
    public bool IsSum { get; init; }

    /// <summary>The value, where it is always the same.</summary>
    public Rational? Constant => Low == High ? Low : null;

    /// <summary>Whether a decimal keeps it exactly, whatever the facts.</summary>
    public bool IsExact => Scale <= MostDigits && Largest * Rational.Of(BigInteger.Pow(10, Scale)) <= Room;

    private Rational Largest => Low < -High ? -Low : High < -Low ? -Low : High < Rational.Zero ? -High : High;

    private string Inner => IsSum ? $"({Text})" : Text;

    /// <summary>A whole number.</summary>
    /// <param name="whole">The number.</param>
    public static DynamicFactor Of(BigInteger whole) => Literal(Rational.Of(whole), 0);

    /// <summary>A number that a decimal writes.</summary>
    /// <param name="number">The number.</param>
    /// <returns>It; null for a fraction without an end.</returns>
    public static DynamicFactor? Of(Rational number)
    {
        for (int scale = 0; scale <= MostDigits; scale++)
        {
            if ((number * Rational.Of(BigInteger.Pow(10, scale))).IsWhole) return Literal(number, scale);
        }

        return null;
    }

    /// <summary>The negative.</summary>
    public DynamicFactor Negative() => Constant is { } number && Of(-number) is { } literal ? literal : new DynamicFactor($"-{Inner}", -High, -Low, Scale) { IsInt = IsInt };

    /// <summary>The sum with another.</summary>
    public DynamicFactor Plus(DynamicFactor other) => Constant?.IsZero == true ? other : other.Constant?.IsZero == true ? this
        : new DynamicFactor($"{Text} + {other.Inner}", Low + other.Low, High + other.High, Math.Max(Scale, other.Scale)) { IsInt = IsInt && other.IsInt, IsSum = true };

    /// <summary>The difference to another.</summary>
    public DynamicFactor Minus(DynamicFactor other) => other.Constant?.IsZero == true ? this
        : new DynamicFactor($"{Text} - {other.Inner}", Low - other.High, High - other.Low, Math.Max(Scale, other.Scale)) { IsInt = IsInt && other.IsInt, IsSum = true };

    /// <summary>The product with another.</summary>
    public DynamicFactor Times(DynamicFactor other)
    {
        if (Constant == Rational.Of(1)) return other;
        if (other.Constant == Rational.Of(1)) return this;
        if (Constant is { } left && other.Constant is { } right && Of(left * right) is { } known) return known;
        Rational[] corners = [Low * other.Low, Low * other.High, High * other.Low, High * other.High];
        string first = IsInt && other.IsInt ? $"1m * {Inner}" : Inner;
        return new DynamicFactor($"{first} * {other.Inner}", corners.Min(), corners.Max(), Scale + other.Scale);
    }

    /// <summary>The remainder of a division by another.</summary>
    public DynamicFactor Remainder(DynamicFactor other)
    {
        Rational most = other.Largest;
        return new DynamicFactor($"{Inner} % ({other.Text})", Low < Rational.Zero ? -most : Rational.Zero, High > Rational.Zero ? most : Rational.Zero, Math.Max(Scale, other.Scale)) { IsSum = true };
    }

    /// <summary>The same as a decimal, for calls that would go on with ints.</summary>
    public string DecimalText => IsInt ? $"1m * {Inner}" : Text;

    private static DynamicFactor Literal(Rational number, int scale)
    {
        BigInteger digits = (number * Rational.Of(BigInteger.Pow(10, scale))).Numerator;
        string text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        if (scale > 0) text = $"{text[..^scale]}.{text[^scale..]}";
        return new DynamicFactor($"{(digits.Sign < 0 ? "-" : string.Empty)}{text}m", number, number, scale);
    }
}
