using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Reads a case from one workbook, a sheet a table.</summary>
internal static class CaseWorkbook
{
    public static Checked<Snapshot> Read(OracleCase given, bool isTyped)
    {
        byte[] bytes = Bytes(given, isTyped);
        return new SpreadsheetSnapshotSource(() => new MemoryStream(bytes), "data.xlsx", CaseMapping.Of(given.Mapping, "sheet", string.Empty))
            .Read(OracleSchema.Value, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None);
    }

    public static byte[] Bytes(OracleCase given, bool isTyped)
    {
        using MemoryStream stream = new();
        using (WorkbookWriter writer = new(stream))
        {
            foreach (OracleSheet sheet in given.Sheets)
            {
                SheetWriter rows = writer.Add(new SheetSetup(sheet.Name));
                foreach (ImmutableArray<string> line in sheet.Lines) rows.Row([.. line.Select(cell => Cell(cell, isTyped))]);
            }

            writer.Finish();
        }

        return stream.ToArray();
    }

    private static SheetCell Cell(string cell, bool isTyped) => (isTyped ? TypedCell.Of(cell) : null) switch
    {
        decimal number => SheetCell.Number((double)number),
        DateOnly day => SheetCell.Date(day),
        TimeSpan time => SheetCell.Time((int)time.TotalMinutes),
        _ => SheetCell.Text(cell),
    };
}
