using System.Globalization;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Data as it may stand in a message: short, on one line, without characters that change how the line is shown.</summary>
internal static class DataExcerpt
{
    /// <summary>What stands for data that may not be shown.</summary>
    public const string Hidden = "…";

    private const int Longest = 60;
    private const char Ellipsis = '…';

    public static string Of(string text)
    {
        StringBuilder shown = new(Math.Min(text.Length, Longest));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= Longest) return shown.Append(Ellipsis).ToString();
            shown.Append(IsShown(rune) ? rune.ToString() : Rune.ReplacementChar.ToString());
        }

        return shown.ToString();
    }

    /// <summary>An id or a cell of a row: nothing of persons.</summary>
    /// <param name="text">The id or the cell.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="schema">Tells which rows are persons.</param>
    public static string Of(string text, TableSchema table, FactSchema schema) => schema.IsPersonal(table.Name) ? Hidden : Of(text);

    public static string Of(ReadOnlySpan<byte> utf8) => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 4 * Longest)]));

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
