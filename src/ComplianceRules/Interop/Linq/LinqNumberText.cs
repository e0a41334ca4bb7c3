using System.Globalization;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>Reads numbers as Dynamic LINQ writes them: whole, hexadecimal, binary, with point, exponent and a letter behind for the type.</summary>
internal static class LinqNumberText
{
    private const int MostDigits = 40;

    /// <summary>Where a number ends that begins somewhere: everything that clings to it belongs to it.</summary>
    public static int End(string text, int start)
    {
        int at = start;
        while (at < text.Length)
        {
            bool isPoint = text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
            bool isSign = text[at] is '+' or '-' && text[at - 1] is 'e' or 'E' && !IsPrefixed(text[start..at]);
            if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] != '_' && !isPoint && !isSign) break;
            at++;
        }

        return at;
    }

    /// <summary>The value and how it is counted with; null where the text is no number.</summary>
    public static (Rational Value, LinqNumberKind Kind)? Value(string written)
    {
        if (IsPrefixed(written)) return Prefixed(written);
        string digits = written.TrimEnd('u', 'U', 'l', 'L', 'f', 'F', 'd', 'D', 'm', 'M');
        string suffix = written[digits.Length..].ToUpperInvariant();
        bool isWhole = digits.All(char.IsAsciiDigit);
        if (isWhole && suffix is "" or "U" or "L" or "UL") return Whole(digits, suffix);
        return suffix is "" or "F" or "D" or "M" && Decimal(digits) is { } value ? (value, suffix switch { "M" => LinqNumberKind.Decimal, "F" => LinqNumberKind.Single, _ => LinqNumberKind.Binary }) : null;
    }

    private static bool IsPrefixed(string text) => text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X' or 'b' or 'B';

    private static (Rational Value, LinqNumberKind Kind)? Prefixed(string written)
    {
        string digits = written[2..].TrimEnd('u', 'U', 'l', 'L');
        bool isHex = written[1] is 'x' or 'X';
        NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowBinarySpecifier;
        return ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out ulong value) ? Counted(value, written[(2 + digits.Length)..].ToUpperInvariant()) : null;
    }

    private static (Rational Value, LinqNumberKind Kind)? Whole(string digits, string suffix) =>
        ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? Counted(value, suffix) : null;

    private static (Rational Value, LinqNumberKind Kind)? Counted(ulong value, string suffix) =>
        value > long.MaxValue ? null : (Rational.Of(value), suffix.Length == 0 && value <= int.MaxValue ? LinqNumberKind.Int : LinqNumberKind.Long);

    private static Rational? Decimal(string text)
    {
        bool isPlain = text.Length is > 0 and <= MostDigits && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && text.All(c => char.IsAsciiDigit(c) || c is '.' or 'e' or 'E' or '+' or '-');
        return isPlain && Rational.TryParse(text, out Rational value) ? value : null;
    }
}
