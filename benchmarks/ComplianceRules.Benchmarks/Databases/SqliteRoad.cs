using System.Data.Common;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Benchmarks;

/// <summary>SQLite, one file.</summary>
/// <param name="folder">Where the file is made.</param>
internal sealed class SqliteRoad(string folder) : ConnectedRoad("SQLite", SqlDialect.Sqlite, _ => Opened(folder), 1)
{
    protected override string TypeOf(FieldSchema? field) => field?.Type == FieldType.Number ? "NUMERIC" : "TEXT";

    protected override async Task FillAsync(DbConnection connection, string table, int columns, string file)
    {
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        await using DbCommand insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(c => $"@c{c}"))})";
        DbParameter[] cells = [.. Enumerable.Range(0, columns).Select(c => Cell(insert, $"@c{c}"))];
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            string[] texts = line.Split(',');
            for (int c = 0; c < columns; c++) cells[c].Value = texts[c].Length == 0 ? DBNull.Value : texts[c];
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static SqliteConnection Opened(string folder)
    {
        SqliteConnection connection = new($"Data Source={Path.Combine(folder, "nation.db")};Pooling=false");
        connection.Open();
        return connection;
    }

    private static DbParameter Cell(DbCommand insert, string name)
    {
        DbParameter cell = insert.CreateParameter();
        cell.ParameterName = name;
        insert.Parameters.Add(cell);
        return cell;
    }
}
