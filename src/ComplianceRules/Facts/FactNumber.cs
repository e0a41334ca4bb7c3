using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Reads numbers of data: decimal text becomes the double nearest to its first 15 significant digits.</summary>
/// <remarks>Decided from the digits as they are written, so that 0.30000000000000004, which spreadsheets store for 0.3, is 0.3 again. Halves are rounded away from zero.</remarks>
public static class FactNumber
{
    private const int SignificantDigits = 15;
    private const int LargestExponent = 100_000;

    /// <summary>Reads a number: sign, digits, decimal point, exponent; nothing else, and no blanks.</summary>
    /// <param name="text">The text, such as <c>-12.50</c> or <c>1e3</c>.</param>
    /// <param name="value">The number; 0 where there is none.</param>
    /// <returns>Whether the text is a number that a double can hold: <c>1e400</c> is not, and neither is <c>1e-400</c>, which is not zero.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        bool negative = text.StartsWith('-');
        ReadOnlySpan<char> rest = negative || text.StartsWith('+') ? text[1..] : text;
        if (!TryReadExponent(ref rest, out int exponent) || !TryReadDigits(rest, out long digits, out long scale)) return false;
        if (digits == 0) return true;
        Span<char> rounded = stackalloc char[64];
        _ = rounded.TryWrite(CultureInfo.InvariantCulture, $"{digits}E{exponent + scale}", out int length);
        double parsed = double.Parse(rounded[..length], NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        if (parsed == 0 || !double.IsFinite(parsed)) return false;
        value = negative ? -parsed : parsed;
        return true;
    }

    private static bool TryReadExponent(ref ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        int mark = text.IndexOfAny('e', 'E');
        if (mark < 0) return true;
        ReadOnlySpan<char> written = text[(mark + 1)..];
        text = text[..mark];
        bool negative = written.StartsWith('-');
        if (negative || written.StartsWith('+')) written = written[1..];
        foreach (char c in written)
        {
            if (!char.IsAsciiDigit(c)) return false;
            exponent = Math.Min((exponent * 10) + (c - '0'), LargestExponent);
        }

        if (negative) exponent = -exponent;
        return written.Length > 0;
    }

    // The number is digits * 10^scale, where digits are at most 10^15.
    private static bool TryReadDigits(ReadOnlySpan<char> text, out long digits, out long scale)
    {
        (digits, scale) = (0, 0);
        (int kept, bool fraction, bool any, bool roundUp) = (0, false, false, false);
        foreach (char c in text)
        {
            if (c == '.' && !fraction)
            {
                fraction = true;
                continue;
            }

            if (!char.IsAsciiDigit(c)) return false;
            any = true;
            if (kept >= SignificantDigits) scale++;
            if (kept == SignificantDigits) roundUp = c >= '5';
            if (kept < SignificantDigits) digits = (digits * 10) + (c - '0');
            if (digits != 0) kept++;
            if (fraction) scale--;
        }

        if (roundUp) digits++;
        return any;
    }
}
