using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>A workbook as we read it.</summary>
internal static class OwnReader
{
    /// <summary>The cells of all sheets that are not empty, such as <c>表0!3,2</c>; none may have a fault other than lost digits.</summary>
    public static SortedDictionary<string, string> Cells(byte[] workbook)
    {
        SortedDictionary<string, string> cells = new(StringComparer.Ordinal);
        foreach ((string place, CellContent cell) in All(workbook))
        {
            Assert.True(cell.Fault is CellFault.None or CellFault.LostDigits, place);
            if (!cell.IsEmpty) cells.Add(place, cell.Text);
        }

        return cells;
    }

    /// <summary>All cells, with what is wrong with them.</summary>
    public static IEnumerable<(string Place, CellContent Cell)> All(byte[] bytes)
    {
        Workbook workbook = new(new DataFile("b.xlsx", () => new MemoryStream(bytes)), CancellationToken.None);
        foreach (SheetEntry sheet in workbook.Sheets)
        {
            using XlsxRows rows = new(workbook, sheet, isProbe: false);
            while (rows.Next())
            {
                for (int column = 0; column < rows.Width; column++) yield return (string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{rows.Number},{column + 1}"), rows[column]);
            }
        }
    }
}
