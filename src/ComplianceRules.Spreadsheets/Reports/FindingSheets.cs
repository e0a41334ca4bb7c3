using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>The findings, a row each.</summary>
internal static class FindingSheets
{
    private static readonly FindingColumn[] Columns = [.. ReportColumns.All];
    private static readonly double[] LongWidths = [.. Columns.Where(c => c.IsLong).Select(c => c.Width)];

    /// <summary>Writes them one after the other and lets each go.</summary>
    /// <param name="book">The report.</param>
    /// <param name="see">Hears of each finding.</param>
    public static void Write(ReportBook book, Action<Finding> see)
    {
        ReportSheet sheet = new(book, ReportTab.Findings, [.. Columns.Select(c => (c.Title(book.Words), c.Width))]);
        SheetCell[] cells = new SheetCell[Columns.Length];
        foreach (Finding finding in ListedFindings.Of(book.Assessment))
        {
            for (int i = 0; i < cells.Length; i++) cells[i] = SheetCells.Of(Columns[i].Of(finding, book.Words), LookOf(Columns[i], finding));
            sheet.Row(cells, TextSpace.Height(cells.Where((_, i) => Columns[i].IsLong).Select(c => c.Shown), LongWidths, TextSpace.LineOfText));
            see(finding);
        }

        sheet.Finish();
    }

    private static CellLook LookOf(FindingColumn column, Finding finding)
    {
        if (column.IsLong) return CellLook.Wrapped;
        bool isGrave = column.Key == "severity" && finding is { Verdict: Verdict.NonCompliant, Severity: Severity.Violation };
        return isGrave ? CellLook.ProblemText : CellLook.Top;
    }
}
