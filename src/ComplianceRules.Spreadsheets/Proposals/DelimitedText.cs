using System.Collections.Immutable;
using System.Text;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Splits the first lines of a CSV file into cells, and takes every file as it comes: a sample refuses nothing.</summary>
internal static class DelimitedText
{
    /// <summary>The cells of the first rows, trimmed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether the text goes on behind its end, so that its last row is not whole.</param>
    /// <param name="isLong">Whether there are more rows.</param>
    public static ImmutableArray<ImmutableArray<string>> Rows(string text, bool isCut, out bool isLong)
    {
        ImmutableArray<ImmutableArray<string>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        List<string> row = [];
        int at = 0;
        while (at < text.Length && rows.Count < SampleSheet.MostRows)
        {
            row.Add(Cell(text, ref at).Trim());
            bool goesOn = at < text.Length && text[at] == ',';
            if (goesOn && at + 1 == text.Length) row.Add(string.Empty);
            if (!goesOn && !(isCut && at >= text.Length && rows.Count > 0)) rows.Add([.. row]);
            if (!goesOn) row.Clear();
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }

        isLong = at < text.Length;
        if (row.Count > 0 && rows.Count < SampleSheet.MostRows) rows.Add([.. row]);
        return rows.ToImmutable();
    }

    // Ends at the comma or line break behind the cell.
    private static string Cell(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            int end = text.AsSpan(at).IndexOfAny(",\r\n");
            string plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain;
        }

        StringBuilder cell = new();
        bool inside = true;
        for (at++; at < text.Length && (inside || !",\r\n".Contains(text[at], StringComparison.Ordinal)); at++)
        {
            if (text[at] != '"') cell.Append(text[at]);
            else if (inside && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else inside = !inside;
        }

        return cell.ToString();
    }
}
