using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>A decimal of at most 15 digits in its parts, to be multiplied exactly.</summary>
/// <param name="Digits">The digits, with the sign.</param>
/// <param name="Exponent">The power of ten that they are multiplied by.</param>
internal readonly record struct CellNumber(long Digits, int Exponent)
{
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
    /// <returns>Whether it can be held.</returns>
    public bool TryMultiply(CellNumber other, out double product) =>
        FactNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"{(Int128)Digits * other.Digits}E{Exponent + other.Exponent}"), out product);
}
