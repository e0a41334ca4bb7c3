using System.Globalization;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>Cells of reports as cells of a workbook: numbers, days and times as such, texts as texts.</summary>
internal static class SheetCells
{
    public static SheetCell Of(ReportCell cell, CellLook look = CellLook.Top) => cell.Kind switch
    {
        ReportCellKind.Text => SheetCell.Text(cell.Text, look),
        ReportCellKind.Number => SheetCell.Number(double.Parse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture), look),
        ReportCellKind.Day => SheetCell.Date(DateOnly.ParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture), look),
        ReportCellKind.Time => ReportCell.MinutesOf(cell.Text) is { } minutes ? SheetCell.Time(minutes, look) : SheetCell.Text(cell.Text, look),
        _ => SheetCell.Empty(),
    };
}
