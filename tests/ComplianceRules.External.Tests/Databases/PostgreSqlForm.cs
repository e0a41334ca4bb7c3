using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql.Reading;
using ComplianceRules.Spreadsheets.Tests.Agreement;

namespace ComplianceRules.External.Tests.Databases;

/// <summary>Tables of a server with columns of their own types; where a table has no value of a column, a text.</summary>
internal sealed class PostgreSqlForm(ServerSchema database) : AgreedSource
{
    public override Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options)
    {
        TableForm[] tables = [.. TableForm.OfRows(snapshot), .. TableForm.OfHead(snapshot)];
        foreach (TableForm table in tables) Write(table);
        Checked<Snapshot> read = database.Source().Read(AgreementSchema.Value, options, CancellationToken.None);
        foreach (TableForm table in tables) database.Run($"DROP TABLE {SqlName.Of(table.Name)}");
        return read;
    }

    private void Write(TableForm table)
    {
        string[] columns = [.. table.Columns.Select((name, at) => $"{SqlName.Of(name)} {TypeOf(table.Rows.Select(r => r[at]).FirstOrDefault(v => v is not null), at)}")];
        database.Run($"CREATE TABLE {SqlName.Of(table.Name)} ({string.Join(", ", columns)})");
        string places = string.Join(", ", table.Columns.Select((_, at) => $"${at + 1}"));
        foreach (var row in table.Rows) database.Run($"INSERT INTO {SqlName.Of(table.Name)} VALUES ({places})", [.. row.Select(v => v ?? DBNull.Value)]);
    }

    private static string TypeOf(object? value, int at) => value switch
    {
        double => at % 2 == 0 ? "float8" : "numeric",
        bool => "bool",
        DateOnly => "date",
        TimeSpan => "interval",
        string[] => "text[]",
        _ => "text",
    };
}
