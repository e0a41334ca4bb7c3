using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Reads a number literal: digits, or a decimal with point and exponent.</summary>
internal static class NumberLexer
{
    public const int MostDecimals = 2 * ExpressionBounds.SignificantDigits;

    /// <summary>Adds the number at a place, or refuses it.</summary>
    /// <returns>The place after it.</returns>
    public static int Read(TokenSink sink, int start)
    {
        string text = sink.Text;
        int at = Digits(text, start);
        bool hasPoint = at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]);
        int mantissaEnd = at = hasPoint ? Digits(text, at + 1) : at;
        at = Exponent(text, at);
        int end = TailEnd(text, at);
        string written = text[start..end];
        bool good = end == at && IsKept(text[start..mantissaEnd]) && (mantissaEnd == at || IsSmallExponent(text[(mantissaEnd + 1)..at]));
        if (good) sink.Add(hasPoint || mantissaEnd != at ? TokenKind.Decimal : TokenKind.Int, start, end - start, written);
        else sink.Refuse(DiagnosticCodes.MalformedNumber, start, end - start, Excerpt.Of(written));
        return end;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static int Exponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E')) return at;
        int digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        int end = Digits(text, digits);
        return end == digits ? at : end;
    }

    private static int TailEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        return at;
    }

    private static bool IsKept(string mantissa)
    {
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        int significant = mantissa.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0').Length;
        return significant <= ExpressionBounds.SignificantDigits && decimals <= MostDecimals;
    }

    private static bool IsSmallExponent(string written) =>
        int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent) && Math.Abs((long)exponent) <= ExpressionBounds.Exponent;
}
