using System.Globalization;
using System.Text;
using ComplianceRules.Facts;
using ExcelDataReader;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>A workbook as ExcelDataReader reads it, in the words of our own reader, so that the two can be compared cell by cell.</summary>
/// <remarks>
/// The rule of comparison: texts are trimmed; true and false are <c>TRUE</c> and <c>FALSE</c>; numbers have fifteen digits; of days and times only what the format shows is told, to the second;
/// cells that are merged hold what the first of them holds, in rows that the sheet has (ExcelDataReader makes up the others); a cell without text is not there.
/// </remarks>
internal static class SecondReader
{
    static SecondReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The cells of all sheets that are not empty, such as <c>表0!3,2</c>.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="kindOf">What people see of cells with a format of this number and code; null to go by the type of the value.</param>
    /// <param name="rows">The rows that the sheets have, such as <c>表0!3</c>.</param>
    public static SortedDictionary<string, string> Cells(byte[] workbook, Func<int, string?, RawKind?> kindOf, IReadOnlySet<string> rows)
    {
        SortedDictionary<string, string> cells = new(StringComparer.Ordinal);
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        do
        {
            CellRange[] merged = reader.MergeCells ?? [];
            Dictionary<CellRange, string> held = [];
            for (; reader.Read();)
            {
                string row = string.Create(CultureInfo.InvariantCulture, $"{reader.Name}!{reader.Depth + 1}");
                for (int column = 0; column < Math.Max(reader.FieldCount, merged.Select(m => m.ToColumn + 1).DefaultIfEmpty().Max()); column++)
                {
                    string text = column < reader.FieldCount ? Text(reader.GetValue(column), kindOf(reader.GetNumberFormatIndex(column), reader.GetNumberFormatString(column))) : string.Empty;
                    if (rows.Contains(row) && merged.FirstOrDefault(m => Holds(m, reader.Depth, column)) is { } area) text = Held(area, held, text, reader.Depth, column);
                    if (text.Length > 0) cells.Add(string.Create(CultureInfo.InvariantCulture, $"{row},{column + 1}"), text);
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }

    private static bool Holds(CellRange area, int row, int column) => row >= area.FromRow && row <= area.ToRow && column >= area.FromColumn && column <= area.ToColumn;

    private static string Held(CellRange area, Dictionary<CellRange, string> held, string own, int row, int column)
    {
        if (row == area.FromRow && column == area.FromColumn) held[area] = own;
        return held.GetValueOrDefault(area) is { Length: > 0 } text ? text : own;
    }

    private static string Text(object? value, RawKind? kind) => value switch
    {
        null => string.Empty,
        string text => text.Trim(),
        bool truth => truth ? "TRUE" : "FALSE",
        double number => kind == RawKind.Percent ? Digits(number, 100) + "%" : Digits(number, 1),
        int number => Digits(number, kind == RawKind.Percent ? 100 : 1) + (kind == RawKind.Percent ? "%" : string.Empty),
        TimeSpan span => Clock((long)Math.Round(span.TotalSeconds)),
        DateTime day when kind == RawKind.Time => Clock((long)Math.Round(day.TimeOfDay.TotalSeconds) % 86_400),
        DateTime day => Day(day.AddMilliseconds(500), kind),
        _ => value.ToString()!,
    };

    private static string Digits(double number, int times)
    {
        Assert.True(FactNumber.TryParse(number.ToString("R", CultureInfo.InvariantCulture), out double kept));
        return ((decimal)kept * times).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static string Clock(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:D2}") + (seconds % 60 == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{seconds % 60:D2}"));

    private static string Day(DateTime day, RawKind? kind)
    {
        string shown = kind switch { RawKind.YearMonth => "yyyy-MM", RawKind.MonthDay => "MM-dd", _ => "yyyy-MM-dd" };
        if (day.Second > 0) shown += " HH:mm:ss";
        else if (day.TimeOfDay.Ticks / TimeSpan.TicksPerMinute > 0) shown += " HH:mm";
        return day.ToString(shown, CultureInfo.InvariantCulture);
    }
}
