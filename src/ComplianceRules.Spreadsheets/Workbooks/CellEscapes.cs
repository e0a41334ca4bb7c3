using System.Globalization;
using System.Text;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Writes any text so that a workbook can hold it.</summary>
internal static class CellEscapes
{
    public const int MostCharacters = 32_767;
    private const char Cut = '…';
    private const int EscapeLength = 7;

    /// <summary>The text of a cell: control characters as <c>_x000D_</c>, what XML cannot hold at all as U+FFFD, and no longer than a cell can be, with … where it was cut.</summary>
    public static string Of(string text)
    {
        string whole = text.Length <= MostCharacters ? text : Shortened(text, MostCharacters);
        if (!Needs(whole)) return whole;
        StringBuilder escaped = new(whole.Length + EscapeLength);
        for (int i = 0; i < whole.Length; i++)
        {
            char c = whole[i];
            if (char.IsHighSurrogate(c) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1])) escaped.Append(c).Append(whole[++i]);
            else if (char.IsSurrogate(c) || c >= '\uFFFE') escaped.Append('\uFFFD');
            else if (IsControl(c) || LooksEscaped(whole.AsSpan(i))) escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The text, cut to some length, with … where it was cut.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most) return text;
        int end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + Cut;
    }

    private static bool Needs(string text) => text.Any(c => IsControl(c) || char.IsSurrogate(c) || c is '_' or >= '\uFFFE');

    private static bool IsControl(char c) => c < ' ' && c is not ('\t' or '\n');

    // A text that reads like an escape would come back as the character it names.
    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[0] == '_' && text[1] == 'x' && text[6] == '_' && AreHexadecimal(text[2..6]);

    private static bool AreHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }

        return true;
    }
}
