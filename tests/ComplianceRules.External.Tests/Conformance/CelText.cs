using System.Globalization;
using System.Text;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>What a text literal of CEL holds.</summary>
internal static class CelText
{
    private const string Simple = "abfnrtv\\?\"'`";
    private const string Meant = "\a\b\f\n\r\t\v\\?\"'`";

    /// <summary>Whether it holds a control character, or one that is not composed.</summary>
    public static bool HasOddCharacter(string literal)
    {
        string content = Content(literal);
        return content.Any(char.IsControl) || content.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.NonSpacingMark);
    }

    private static string Content(string literal)
    {
        int quote = literal.AsSpan().IndexOfAny('"', '\'');
        string inner = literal[(quote + 1)..^1];
        return literal.AsSpan(0, quote).Contains("r", StringComparison.OrdinalIgnoreCase) ? inner : Unescaped(inner);
    }

    private static string Unescaped(string text)
    {
        StringBuilder content = new();
        for (int at = 0; at < text.Length;)
        {
            if (text[at] != '\\') content.Append(text[at++]);
            else at = Escape(text, at + 1, content);
        }

        return content.ToString();
    }

    private static int Escape(string text, int at, StringBuilder content)
    {
        int simple = Simple.IndexOf(text[at], StringComparison.Ordinal);
        if (simple >= 0)
        {
            content.Append(Meant[simple]);
            return at + 1;
        }

        (int start, int digits, int radix) = text[at] switch { 'x' or 'X' => (at + 1, 2, 16), 'u' => (at + 1, 4, 16), 'U' => (at + 1, 8, 16), _ => (at, 3, 8) };
        content.Append(new Rune(Convert.ToInt32(text.Substring(start, digits), radix)).ToString());
        return start + digits;
    }
}
