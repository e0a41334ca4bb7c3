using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>A workbook with cells of their own types.</summary>
internal sealed class XlsxForm : AgreedSource
{
    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options)
    {
        byte[] bytes = Bytes(snapshot);
        return new SpreadsheetSnapshotSource(() => new MemoryStream(bytes), "s.xlsx").Read(AgreementSchema.Value, options, CancellationToken.None);
    }

    private static byte[] Bytes(AgreedSnapshot snapshot)
    {
        using MemoryStream output = new();
        using (WorkbookWriter workbook = new(output))
        {
            foreach (TableForm table in TableForm.OfRows(snapshot).Concat(TableForm.OfHead(snapshot)))
            {
                SheetWriter sheet = workbook.Add(new SheetSetup(table.Name));
                sheet.Row([.. table.Columns.Select(c => SheetCell.Text(c))]);
                foreach (IEnumerable<object?> row in table.Rows) sheet.Row([.. row.Select(Cell)]);
            }

            workbook.Finish();
        }

        return output.ToArray();
    }

    private static SheetCell Cell(object? value) => value switch
    {
        null => SheetCell.Empty(),
        string text => SheetCell.Text(text),
        double number => SheetCell.Number(number),
        bool truth => SheetCell.Bool(truth),
        DateOnly day => SheetCell.Date(day),
        TimeSpan time => SheetCell.Time((int)time.TotalMinutes),
        string[] keys => SheetCell.Text(string.Join(',', keys)),
        _ => throw new ArgumentException(value.ToString(), nameof(value)),
    };
}
