using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace ComplianceRules.Expressions;

/// <summary>An exact fraction of whole numbers in lowest terms; the denominator is positive.</summary>
/// <remarks>Immutable. What the reference interpreter computes in.</remarks>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Some more than a double keeps.
    private const int BitsOfQuotient = 60;

    // Whole numbers up to here are doubles, and a quotient of two doubles is rounded once.
    private static readonly BigInteger MostExact = BigInteger.One << 53;


    private readonly BigInteger _denominatorLessOne;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        BigInteger common = denominator.IsOne ? BigInteger.One : BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        _denominatorLessOne = (denominator / common) - BigInteger.One;
    }

    public static Rational Zero => default;

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominatorLessOne + BigInteger.One;

    public bool IsZero => Numerator.IsZero;

    public bool IsWhole => _denominatorLessOne.IsZero;

    /// <summary>The largest whole number that is not above it.</summary>
    public BigInteger Floor()
    {
        BigInteger whole = BigInteger.DivRem(Numerator, Denominator, out BigInteger rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>The double nearest to it; where numerator or denominator are above 2^53 it may be the one beside. A larger number never has a smaller double.</summary>
    public double ToDouble()
    {
        BigInteger magnitude = BigInteger.Abs(Numerator);
        if (magnitude <= MostExact && Denominator <= MostExact) return (double)Numerator / (double)Denominator;
        int shift = BitsOfQuotient - (int)(magnitude.GetBitLength() - Denominator.GetBitLength());
        BigInteger quotient = BigInteger.DivRem(shift > 0 ? magnitude << shift : magnitude, shift > 0 ? Denominator : Denominator << -shift, out BigInteger rest);
        // What is cut off decides only where it is in doubt to which side to round.
        long rounded = (long)quotient | (rest.IsZero ? 0L : 1L);
        return Math.CopySign(Math.ScaleB((double)rounded, -shift), Numerator.Sign);
    }

    /// <summary>The square root, where it is a fraction; null where it is none. Of a number that is not negative.</summary>
    public Rational? Root()
    {
        (BigInteger above, BigInteger below) = (WholeRoot(Numerator), WholeRoot(Denominator));
        return above * above == Numerator && below * below == Denominator ? new Rational(above, below) : null;
    }

    public static Rational Of(BigInteger whole) => new(whole, BigInteger.One);

    /// <summary>A cell counts as the decimal of its shortest round-trip text.</summary>
    /// <param name="value">A finite double.</param>
    public static Rational OfCell(double value) =>
        Math.Abs(value) < 1e15 && Math.Floor(value).Equals(value) ? Of((long)value) : Parse(value.ToString("R", CultureInfo.InvariantCulture));

    public static Rational Parse(string decimalText) =>
        TryParse(decimalText, out Rational value) ? value : throw new FormatException($"`{decimalText}` is no decimal number");

    /// <summary>Reads a decimal: sign, digits, point, exponent; the exponent at most 400.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The exact value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rational value)
    {
        value = Zero;
        if (string.IsNullOrEmpty(text)) return false;
        int mark = text.AsSpan().IndexOfAny('e', 'E');
        int exponent = 0;
        if (mark >= 0 && !(int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && Math.Abs(exponent) <= 400))
            return false;
        ReadOnlySpan<char> mantissa = mark < 0 ? text : text.AsSpan(0, mark);
        int point = mantissa.IndexOf('.');
        int places = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole)) return false;
        int shift = exponent - places;
        value = shift >= 0 ? Of(whole * BigInteger.Pow(10, shift)) : new Rational(whole, BigInteger.Pow(10, -shift));
        return true;
    }

    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient; the divisor is not zero.</summary>
    public static Rational operator /(Rational left, Rational right)
    {
        BigInteger numerator = left.Numerator * right.Denominator;
        BigInteger denominator = left.Denominator * right.Numerator;
        return denominator.Sign < 0 ? new Rational(-numerator, -denominator) : new Rational(numerator, denominator);
    }

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>The decimal, rounded half away from zero to some places after the point, without trailing zeros.</summary>
    /// <param name="places">The most places after the point.</param>
    public string ToString(int places)
    {
        BigInteger scaled = ((2 * BigInteger.Abs(Numerator) * BigInteger.Pow(10, places)) + Denominator) / (2 * Denominator);
        string digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        string text = places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}".TrimEnd('0').TrimEnd('.');
        return Numerator.Sign < 0 && text != "0" ? "-" + text : text;
    }

    /// <summary>The square root, cut off after at least 40 significant digits; of a number that is not negative.</summary>
    public Rational RootNear()
    {
        if (IsZero) return Zero;
        int size = (int)Math.Floor(BigInteger.Log10(Numerator) - BigInteger.Log10(Denominator));
        int places = Math.Max(0, 41 - (size / 2));
        return new Rational(WholeRoot(Numerator * BigInteger.Pow(10, 2 * places) / Denominator), BigInteger.Pow(10, places));
    }

    private static BigInteger WholeRoot(BigInteger square)
    {
        if (square.IsZero) return square;
        BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    /// <summary>The decimal, rounded half away from zero to 15 significant digits, without trailing zeros and without exponent.</summary>
    public override string ToString()
    {
        if (IsZero) return "0";
        BigInteger magnitude = BigInteger.Abs(Numerator);
        int digitsBefore = (int)Math.Floor(BigInteger.Log10(magnitude) - BigInteger.Log10(Denominator)) + 1;
        return ToString(Math.Clamp(15 - digitsBefore, 0, 60));
    }
}
