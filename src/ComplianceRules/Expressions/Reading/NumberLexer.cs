using System.Globalization;
using System.Numerics;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Reads a number literal: digits, hexadecimal digits, or a decimal with point and exponent.</summary>
internal static class NumberLexer
{
    public const int MostDecimals = 2 * ExpressionBounds.SignificantDigits;

    private static readonly BigInteger LargestInt = BigInteger.Pow(10, ExpressionBounds.SignificantDigits) - 1;

    /// <summary>Adds the number at a place, or refuses it.</summary>
    /// <param name="sink">Takes the token.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="wide">Whether numbers are as wide as those of CEL: ints of 64 bits, decimals as written for a double.</param>
    /// <returns>The place after it.</returns>
    public static int Read(TokenSink sink, int start, bool wide)
    {
        string text = sink.Text;
        bool isHex = text[start] == '0' && start + 1 < text.Length && text[start + 1] is 'x' or 'X';
        int integerEnd = isHex ? HexDigits(text, start + 2) : Digits(text, start);
        int mantissaEnd = isHex ? integerEnd : Fraction(text, integerEnd);
        int at = isHex ? integerEnd : Exponent(text, mantissaEnd);
        int end = TailEnd(text, at);
        string written = text[start..end];
        bool isWhole = at == integerEnd;
        string? value = isWhole ? Int(text[start..at], isHex, wide) : Decimal(text[start..mantissaEnd], text[mantissaEnd..at], wide);
        if (isWhole && end == at + 1 && text[at] is 'u' or 'U') sink.RefuseValue(DiagnosticCodes.NoUnsigned, start, end - start, Excerpt.Of(written), Excerpt.Of(text[start..at]));
        else if (end != at || value is null) sink.RefuseValue(wide ? DiagnosticCodes.NumberTooWide : DiagnosticCodes.MalformedNumber, start, end - start, Excerpt.Of(written));
        else sink.Add(isWhole ? TokenKind.Int : TokenKind.Decimal, start, end - start, value);
        return end;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static int HexDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiHexDigit(text[at])) at++;
        return at;
    }

    // A point belongs to the number where a digit follows; before a name it leads to a member, as in 5.max.
    private static int Fraction(string text, int at) => at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) ? Digits(text, at + 1) : at;

    private static int Exponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E')) return at;
        int digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        int end = Digits(text, digits);
        return end == digits ? at : end;
    }

    // What clings to a number makes it none: letters, a second point, and a point that nothing follows.
    private static int TailEnd(string text, int at)
    {
        int end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || (text[end] == '.' && !LeadsToMember(text, end, at)))) end++;
        return end;
    }

    private static bool LeadsToMember(string text, int point, int numberEnd)
    {
        int next = point + 1;
        while (next < text.Length && text[next] == ' ') next++;
        return point == numberEnd && next < text.Length && (char.IsAsciiLetter(text[next]) || text[next] == '_');
    }

    // The digits of an int that is kept; null where it is too large. 9223372036854775808 is kept for the minus that may stand before it.
    private static string? Int(string written, bool isHex, bool wide)
    {
        ReadOnlySpan<char> digits = isHex ? written.AsSpan(2).TrimStart('0') : written.AsSpan().TrimStart('0');
        if (digits.Length > ExpressionBounds.Int64Digits || (isHex && written.Length == 2)) return null;
        BigInteger value = BigInteger.Parse($"0{digits}", isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        return value <= (wide ? -(BigInteger)long.MinValue : LargestInt) ? value.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string? Decimal(string mantissa, string exponent, bool wide)
    {
        (int most, int mostExponent) = wide ? (ExpressionBounds.DoubleDigits, ExpressionBounds.DoubleExponent) : (ExpressionBounds.SignificantDigits, ExpressionBounds.Exponent);
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        int significant = mantissa.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0').Length;
        return significant <= most && decimals <= 2 * most && (exponent.Length == 0 || IsWithin(exponent[1..], mostExponent)) ? mantissa + exponent : null;
    }

    private static bool IsWithin(string written, int most) =>
        int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent) && Math.Abs((long)exponent) <= most;
}
