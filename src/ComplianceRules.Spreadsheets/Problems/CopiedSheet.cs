using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>Reads a sheet of a workbook for a copy: the values that people see, each at its own place.</summary>
internal sealed class CopiedSheet : CopiedTable
{
    private readonly Workbook _workbook;
    private readonly SheetEntry _sheet;

    private CopiedSheet(Workbook workbook, SheetEntry sheet)
        : base(workbook.FileName, sheet.Name)
    {
        _workbook = workbook;
        _sheet = sheet;
    }

    public override bool IsHidden => _sheet.IsHidden;

    /// <summary>The sheets of a workbook; none where it is damaged, which its reader reports.</summary>
    public static IReadOnlyList<CopiedSheet> AllOf(DataFile file)
    {
        try
        {
            Workbook workbook = new(file, CancellationToken.None);
            return [.. workbook.Sheets.Select(sheet => new CopiedSheet(workbook, sheet))];
        }
        catch (WorkbookException)
        {
            return [];
        }
    }

    public override IEnumerable<CopiedRow> Rows()
    {
        using CellRows? rows = Open();
        int next = 1;
        while (rows is not null && TryNext(rows))
        {
            // Rows that a sheet does not have keep the others in their places.
            for (; next < rows.Number; next++) yield return new CopiedRow(next, []);
            next = rows.Number + 1;
            yield return Row(rows);
        }
    }

    private static CopiedRow Row(CellRows rows)
    {
        CellContent[] cells = [.. Enumerable.Range(0, rows.Width).Select(column => rows[column])];
        if (cells.All(c => c.IsEmpty || c.IsRepeated)) return new CopiedRow(rows.Number, []);
        return new CopiedRow(rows.Number, [.. cells.Select(Cell)]) { Unsound = [.. Enumerable.Range(0, cells.Length).Where(column => cells[column].FaultAsNumber != CellFault.None)] };
    }

    private XlsxRows? Open()
    {
        try
        {
            return new XlsxRows(_workbook, _sheet, isProbe: false);
        }
        catch (WorkbookException)
        {
            return null;
        }
    }

    // Where a sheet is damaged its copy ends, and the problem is listed.
    private static bool TryNext(CellRows rows)
    {
        try
        {
            return rows.Next();
        }
        catch (WorkbookException)
        {
            return false;
        }
    }

    // A number or a day that reads the same as text is written as what it is; everything else as it is shown.
    private static SheetCell Cell(CellContent cell)
    {
        if (cell.IsEmpty) return SheetCell.Empty();
        string text = cell.Text;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && SheetCell.Number(number) is var same && same.Shown == text) return same;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? SheetCell.Date(day) : SheetCell.Text(text);
    }
}
