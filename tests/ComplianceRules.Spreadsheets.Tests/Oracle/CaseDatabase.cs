using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Reads a case from the tables of a database.</summary>
internal static class CaseDatabase
{
    public static Checked<Snapshot> Read(OracleCase given, bool isTyped)
    {
        List<DataTable> tables = [.. given.Sheets.Select(s => Table(s, isTyped))];
        try
        {
            return new DataReaderSnapshotSource("db", tables.Select(t => new DataReaderTable(t.TableName, t.CreateDataReader)), CaseMapping.Of(given.Mapping, "file", string.Empty))
                .Read(OracleSchema.Value, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None);
        }
        finally
        {
            tables.ForEach(t => t.Dispose());
        }
    }

    private static DataTable Table(OracleSheet sheet, bool isTyped)
    {
        DataTable table = new(sheet.Name) { Locale = CultureInfo.InvariantCulture };
        foreach (string name in sheet.Header) table.Columns.Add(name, typeof(object));
        foreach (ImmutableArray<string> row in sheet.Rows) table.Rows.Add([.. row.Select(cell => Value(cell, isTyped))]);
        return table;
    }

    private static object Value(string cell, bool isTyped) => cell.Length == 0 ? DBNull.Value : (isTyped ? TypedCell.Of(cell) : null) switch
    {
        decimal number when decimal.Truncate(number) == number => (long)number,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        { } value => value,
        null => cell,
    };
}
