using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>A number of at most 15 digits in its parts, to be multiplied exactly.</summary>
/// <param name="Digits">The digits, with the sign.</param>
/// <param name="Exponent">The power of ten that they are multiplied by.</param>
/// <param name="Over">What they are divided by, for a factor that has no end as a decimal, such as that from minutes to hours; 1 for all others, at most 100.</param>
internal readonly record struct CellNumber(long Digits, int Exponent, int Over = 1)
{
    private const int SpareDigits = 7;
    private const int Spare = 10_000_000;

    /// <summary>The factor that changes nothing.</summary>
    public static CellNumber One { get; } = new(1, 0);

    /// <summary>The factor of a per cent.</summary>
    public static CellNumber Hundredth { get; } = new(1, -2);

    /// <summary>A number that data can hold, in its parts.</summary>
    /// <param name="number">A finite number of at most 15 significant digits.</param>
    public static CellNumber Of(double number)
    {
        // The shortest text that reads back as the number has its 15 digits, and E14 shows them all.
        string text = number.ToString("E14", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        long digits = long.Parse(text[..mark].Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return new CellNumber(digits, int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture) - 14);
    }

    /// <summary>The product, rounded once to what data can hold.</summary>
    /// <param name="other">The other factor; one of the two has been read from data, so that it has 15 digits.</param>
    /// <param name="product">The product; 0 where it cannot be held.</param>
    /// <returns>Whether it can be held.</returns>
    public bool TryMultiply(CellNumber other, out double product)
    {
        Int128 digits = (Int128)Digits * other.Digits;
        int exponent = Exponent + other.Exponent;
        int over = Over * other.Over;

        // INVARIANT: 15 digits and the spare ones, divided by at most 10,000, leave more than the 16 that rounding looks at, and 30 digits with them fit.
        if (over != 1) (digits, exponent) = (digits * Spare / over, exponent - SpareDigits);
        return FactNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}"), out product);
    }
}
