using System.Globalization;
using System.Text;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Reads the characters that workbooks write as <c>_x000D_</c>.</summary>
internal static class CellEscape
{
    private const string Begin = "_x";
    private const int Length = 7;

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

    private static bool IsEscape(ReadOnlySpan<char> text, out char meant)
    {
        meant = default;
        if (text.Length < Length || !text.StartsWith(Begin, StringComparison.Ordinal) || text[Length - 1] != '_') return false;
        bool read = ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code);
        meant = (char)code;
        return read;
    }
}
