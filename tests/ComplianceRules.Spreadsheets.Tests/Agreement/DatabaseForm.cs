using System.Data;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Rows of queries with values of their own types.</summary>
internal sealed class DatabaseForm : AgreedSource
{
    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options)
    {
        DataReaderTable[] tables = [.. TableForm.OfRows(snapshot).Concat(TableForm.OfHead(snapshot)).Select(t => new DataReaderTable(t.Name, () => Rows(t)))];
        return new DataReaderSnapshotSource("db", tables).Read(AgreementSchema.Value, options, CancellationToken.None);
    }

    private static DataTableReader Rows(TableForm table)
    {
        using DataTable rows = new();
        foreach (string column in table.Columns) rows.Columns.Add(column, typeof(object));
        foreach (IEnumerable<object?> row in table.Rows) rows.Rows.Add([.. row.Select(Cell)]);
        return rows.CreateDataReader();
    }

    private static object Cell(object? value) => value switch
    {
        null => DBNull.Value,
        string[] keys => string.Join(',', keys),
        _ => value,
    };
}
