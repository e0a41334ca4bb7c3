using System.Collections.Immutable;
using System.IO.Compression;
using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>Writes a workbook: the list of all problems, then a sheet a table.</summary>
internal sealed class ProblemWorkbook(IReadOnlyList<Diagnostic> problems, ProblemTexts texts, CancellationToken cancellation)
{
    private const double CellWidth = 14;
    private const double MessageWidth = 80;
    private const int MostWidths = 256;

    public void Write(IReadOnlyList<CopiedTable> tables, Stream output)
    {
        using WorkbookWriter workbook = new(output, CompressionLevel.Optimal);
        SheetNames names = new();
        new ProblemSheet(texts).Write(workbook, names.Take(ProblemTexts.Title), problems);
        foreach (CopiedTable table in tables) Copy(table, workbook, names.Take(table.Name, "table"));
        workbook.Finish();
    }

    private void Copy(CopiedTable table, WorkbookWriter workbook, string name)
    {
        MarkedRows rows = new(table, problems, texts, CellPlace.MostColumns - 1);
        SheetWriter sheet = workbook.Add(new SheetSetup(name) { Columns = Columns(rows.Width), IsHidden = table.IsHidden });
        int written = 0;
        foreach (IReadOnlyList<SheetCell> row in rows.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (++written == CellPlace.MostRows)
            {
                sheet.Row([SheetCell.Text(texts.Full(CellPlace.MostRows), CellLook.Problem)]);
                return;
            }

            sheet.Row(row, HeightOf(row, rows.Width));
        }
    }

    private static double? HeightOf(IReadOnlyList<SheetCell> row, int width) =>
        width < row.Count && row[width].Shown is { Length: > 0 } message ? TextSpace.Height([message], [MessageWidth], TextSpace.LineOfText) : null;

    private static ImmutableArray<SheetColumn> Columns(int width) =>
        width >= MostWidths ? [] : [.. Enumerable.Repeat(new SheetColumn(CellWidth), width), new SheetColumn(MessageWidth)];
}
