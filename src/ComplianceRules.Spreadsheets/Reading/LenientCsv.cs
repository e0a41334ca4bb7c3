namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Splits a CSV file into rows and refuses nothing: whatever is wrong with it, each of its lines is in some row.</summary>
internal static class LenientCsv
{
    private const int MostOpenQuotes = 16;

    /// <summary>The rows from the first on, with the last line of each, from 1; a blank line has no cells.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<(int LastLine, IReadOnlyList<string> Cells)> Rows(TextReader text)
    {
        LineReader lines = new(text, CsvText.LargestRecord);
        CsvSplitter splitter = new();
        int openQuotes = 0;
        while (lines.Next() is { } line)
        {
            List<string> more = [];
            splitter.Feed(line, isLiteral: openQuotes == MostOpenQuotes);
            for (int length = line.Length; splitter.IsOpen && length <= CsvText.LargestRecord && lines.Next() is { } next; length += next.Length + 1)
            {
                more.Add(next);
                splitter.Feed(next, isLiteral: false);
            }

            if (splitter.IsOpen)
            {
                // Nothing closes the quote: the lines are taken one by one, as people see them in the file.
                openQuotes++;
                lines.PutBack(more);
                splitter.Reset();
                splitter.Feed(line, isLiteral: true);
            }

            yield return (lines.Line, splitter.Take());
        }
    }
}
