using System.Data;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Rows of queries with values of their own types.</summary>
/// <param name="isTyped">Whether the columns have these types, and are read by them.</param>
internal sealed class DatabaseForm(bool isTyped) : AgreedSource
{
    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options)
    {
        DataReaderTable[] tables = [.. TableForm.OfRows(snapshot).Concat(TableForm.OfHead(snapshot)).Select(t => new DataReaderTable(t.Name, () => Rows(t)) { IsTyped = isTyped })];
        return new DataReaderSnapshotSource("db", tables).Read(AgreementSchema.Value, options, CancellationToken.None);
    }

    private DataTableReader Rows(TableForm table)
    {
        using DataTable rows = new();
        for (int at = 0; at < table.Columns.Length; at++) rows.Columns.Add(table.Columns[at], isTyped ? TypeOf(table.Rows.Select(r => r[at])) : typeof(object));
        foreach (IEnumerable<object?> row in table.Rows) rows.Rows.Add([.. row.Select(Cell)]);
        return rows.CreateDataReader();
    }

    private static Type TypeOf(IEnumerable<object?> values) => values.Select(Cell).FirstOrDefault(v => v is not DBNull)?.GetType() ?? typeof(string);

    private static object Cell(object? value) => value switch
    {
        null => DBNull.Value,
        string[] keys => string.Join(',', keys),
        _ => value,
    };
}
