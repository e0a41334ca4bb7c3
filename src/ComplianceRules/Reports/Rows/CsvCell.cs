using System.Buffers;
using System.Globalization;

namespace ComplianceRules.Reports;

/// <summary>One cell of CSV that no spreadsheet takes for a formula.</summary>
/// <remarks>
/// A text that begins with a sign of a formula gets an apostrophe before it; blanks, apostrophes and invisible characters before the sign do not hide it. Because a text that begins with
/// apostrophes and a sign gets one more, taking one away gives the text again, always. Numbers are no texts and stay as they are: <c>-14</c>.
/// </remarks>
internal static class CsvCell
{
    private const char Guard = '\'';
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    // Half width, full width, small, and the minus of mathematics: input methods write them, and spreadsheets fold some of them.
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫−");

    public static void Write(TextWriter output, ReportCell cell)
    {
        if (cell.Kind != ReportCellKind.Text)
        {
            output.Write(cell.Text);
            return;
        }

        string text = Safe(cell.Text);
        if (text.AsSpan().ContainsAny(Special)) output.Write($"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        else output.Write(text);
    }

    /// <summary>The text with an apostrophe before it where a spreadsheet would reckon it.</summary>
    public static string Safe(string text) => IsRisky(text) ? Guard + text : text;

    private static bool IsRisky(string text)
    {
        if (text.Length > 0 && text[0] is '\t' or '\r' or '\n') return true;
        foreach (char c in text)
        {
            if (Signs.Contains(c)) return true;
            bool hides = c == Guard || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
            if (!hides) return false;
        }

        return false;
    }
}
