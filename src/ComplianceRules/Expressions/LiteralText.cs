using System.Globalization;
using System.Numerics;
using System.Text;

namespace ComplianceRules.Expressions;

/// <summary>Writes values as literals of the language, each in one way, so that the same value of the same type is read back.</summary>
internal static class LiteralText
{
    private const int MostPlaces = 60;

    /// <summary>The text of a written value.</summary>
    /// <param name="literal">The value and its type: a number that is no int is told apart from one that is.</param>
    public static string Of(LiteralExpression literal) => literal.Value switch
    {
        NumberValue number => Number(number.Number, literal.Type),
        TextValue text => Quoted(text.Content),
        DateValue date => $"date(\"{date.Text}\")",
        TimeValue time => $"time(\"{time.Text}\")",
        SetValue set => $"[{string.Join(", ", set.Members.Select(Quoted))}]",
        _ => literal.Value.Text,
    };

    /// <summary>A text in double quotes; backslashes, double quotes and control characters are escaped, all others stand as they are.</summary>
    /// <param name="text">The text.</param>
    public static string Quoted(string text)
    {
        StringBuilder quoted = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string Number(Rational number, ExpressionType type)
    {
        if (type.IsInt) return number.Numerator.ToString(CultureInfo.InvariantCulture);
        int places = 0;
        Rational scaled = number;
        for (; !scaled.IsWhole && places < MostPlaces; places++) scaled *= Rational.Of(10);
        if (!scaled.IsWhole) return number.ToString();
        string sign = number < Rational.Zero ? "-" : string.Empty;
        string digits = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture);
        // Beside a unit an int and a decimal are the same; alone, only the point says which of the two it is.
        return sign + (places > 0 ? Fraction(digits, places) : Whole(digits, needsPoint: type.Unit is null));
    }

    private static string Whole(string digits, bool needsPoint)
    {
        string plain = needsPoint ? digits + ".0" : digits;
        if (plain.Count(char.IsAsciiDigit) <= ExpressionBounds.SignificantDigits) return plain;
        int power = Math.Min(digits.Length - digits.TrimEnd('0').Length, ExpressionBounds.Exponent);
        return string.Create(CultureInfo.InvariantCulture, $"{digits[..^power]}e{power}");
    }

    private static string Fraction(string digits, int places)
    {
        int shift = places <= NumberLexer.MostDecimals ? 0 : ExpressionBounds.Exponent;
        int kept = places - shift;
        string padded = digits.PadLeft(kept + 1, '0');
        string plain = $"{padded[..^kept]}.{padded[^kept..]}";
        return shift == 0 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}e-{shift}");
    }
}
