using System.Globalization;
using ComplianceRules.Facts;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>A database in memory; its cells have the types that were put there.</summary>
internal sealed class DatabaseKit : SourceKit
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public override string Name => "database";

    public override ISnapshotSource? Open(MadeDocument document)
    {
        // A query may give a column twice; a table cannot, and no file is there to be twisted.
        if (document.Twist != Twist.None || document.Columns.Distinct(StringComparer.Ordinal).Count() < document.Columns.Length) return null;
        _connection.Open();
        Run("DROP TABLE IF EXISTS class");
        Run($"CREATE TABLE class ({string.Join(", ", document.Columns.Select(c => $"\"{c}\""))})");
        foreach (MadeClass made in document.Classes) Insert(made, document.Columns);
        return new DataReaderSnapshotSource("snapshot.db", [new DataReaderTable("school", () => Query("SELECT 'S' AS id")), new DataReaderTable("class", () => Query("SELECT * FROM class"))]);
    }

    public override void Dispose()
    {
        _connection.Dispose();
        base.Dispose();
    }

    private static object Value(MadeClass made, string column) => column switch
    {
        "id" => made.Id,
        "school" => made.School,
        _ => Value(made.Cell(column)),
    };

    private static object Value(MadeCell cell) => cell.Kind switch
    {
        MadeKind.Blank => DBNull.Value,
        MadeKind.Number when cell.Text == "NaN" => "NaN",
        MadeKind.Number or MadeKind.Formula => double.Parse(cell.Text, CultureInfo.InvariantCulture),
        MadeKind.Percent => double.Parse(cell.Text, CultureInfo.InvariantCulture) * 100,
        _ => cell.Text,
    };

    private void Insert(MadeClass made, IReadOnlyList<string> columns)
    {
        using SqliteCommand insert = _connection.CreateCommand();
        insert.CommandText = $"INSERT INTO class VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        for (int i = 0; i < columns.Count; i++) insert.Parameters.AddWithValue($"$p{i}", Value(made, columns[i]));
        insert.ExecuteNonQuery();
    }

    private SqliteDataReader Query(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
