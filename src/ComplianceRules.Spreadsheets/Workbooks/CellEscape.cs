using System.Globalization;
using System.Text;

namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>The characters that workbooks write as <c>_x000D_</c>, because XML cannot hold them.</summary>
internal static class CellEscape
{
    /// <summary>The most characters that a cell can hold.</summary>
    public const int MostCharacters = 32_767;

    private const string Begin = "_x";
    private const char End = '_';
    private const int Length = 7;

    /// <summary>The text of a cell as it is stored: control characters escaped, what XML cannot hold at all as U+FFFD, and cut where it is longer than a cell can be.</summary>
    public static string Write(string text)
    {
        string whole = CutText.Of(text, MostCharacters);
        if (!Needs(whole)) return whole;
        StringBuilder escaped = new(whole.Length + Length);
        for (int i = 0; i < whole.Length; i++)
        {
            char c = whole[i];
            if (char.IsHighSurrogate(c) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1])) escaped.Append(c).Append(whole[++i]);
            else if (char.IsSurrogate(c) || c >= '\uFFFE') escaped.Append('\uFFFD');
            // A text that reads like an escape would come back as the character it names.
            else if (IsControl(c) || IsEscape(whole.AsSpan(i), out _)) escaped.Append(CultureInfo.InvariantCulture, $"{Begin}{(int)c:X4}{End}");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The text that is meant by a stored one.</summary>
    public static string Read(string text)
    {
        if (!text.Contains(Begin, StringComparison.Ordinal)) return text;
        StringBuilder read = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsEscape(text.AsSpan(i), out char meant)) i += Length - 1;
            else meant = text[i];
            read.Append(meant);
        }

        return read.ToString();
    }

    private static bool Needs(string text) => text.Any(c => IsControl(c) || char.IsSurrogate(c) || c is '_' or >= '\uFFFE');

    private static bool IsControl(char c) => c < ' ' && c is not ('\t' or '\n');

    private static bool IsEscape(ReadOnlySpan<char> text, out char meant)
    {
        meant = default;
        if (text.Length < Length || !text.StartsWith(Begin, StringComparison.Ordinal) || text[Length - 1] != End) return false;
        bool isCode = ushort.TryParse(text[Begin.Length..(Length - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code);
        meant = (char)code;
        return isCode;
    }
}
