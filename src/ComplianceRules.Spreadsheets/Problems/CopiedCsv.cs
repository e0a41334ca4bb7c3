using System.Text;
using ComplianceRules.Spreadsheets.Reading;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>Reads a CSV file for a copy: whatever is wrong with it, each of its lines is in some row.</summary>
/// <param name="file">The file.</param>
/// <param name="isChinese">Whether it is in GB18030; a byte order mark counts more.</param>
internal sealed class CopiedCsv(DataFile file, bool isChinese) : CopiedTable(file.Name, null)
{
    // As much as the reader of records takes for one.
    private const int LongestRecord = 1024 * 1024;
    private const int MostOpenQuotes = 16;

    public override IEnumerable<CopiedRow> Rows()
    {
        using StreamReader text = new(file.Open(), isChinese ? CsvText.Gb18030() : Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        LineReader lines = new(text, LongestRecord);
        CsvSplitter splitter = new();
        int openQuotes = 0;
        while (lines.Next() is { } line)
        {
            List<string> more = [];
            splitter.Feed(line, isLiteral: openQuotes == MostOpenQuotes);
            for (int length = line.Length; splitter.IsOpen && length <= LongestRecord && lines.Next() is { } next; length += next.Length + 1)
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

            yield return new CopiedRow(lines.Line, [.. splitter.Take().Select(cell => SheetCell.Text(cell))]);
        }
    }
}
