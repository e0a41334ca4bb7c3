using System.Text.Json;
using ComplianceRules.Facts;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Spreadsheets.Tests.Samples;

/// <summary>The sample as a database of one file.</summary>
internal static class SampleDatabase
{
    /// <summary>Writes the file anew.</summary>
    public static void Write(string path, SampleDocument sample)
    {
        File.Delete(path);
        using SqliteConnection connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Create(connection, "snapshot", ["date", "title", "covers"], [[sample.Date, sample.Title, string.Join('、', sample.Covers)]]);
        foreach (SampleTable table in (SampleTable[])[sample.Schools, sample.ClassRows])
            Create(connection, table.Name, table.Columns, table.Rows.Select(r => table.Columns.Select(c => r.TryGetValue(c, out JsonElement value) ? Value(value) : DBNull.Value)));
    }

    /// <summary>The file as a source.</summary>
    public static DataReaderSnapshotSource Source(SqliteConnection connection) =>
        new("snapshot.db", ((string[])["snapshot", "school", "class"]).Select(name => new DataReaderTable(name, () => Query(connection, name))));

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static SqliteDataReader Query(SqliteConnection connection, string table)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
        return command.ExecuteReader();
    }

    private static void Create(SqliteConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<IEnumerable<object>> rows)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand create = connection.CreateCommand();
        create.CommandText = $"CREATE TABLE \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})";
        create.ExecuteNonQuery();
        foreach (IEnumerable<object> row in rows)
        {
            using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
            int at = 0;
            foreach (object value in row) insert.Parameters.AddWithValue($"$p{at++}", value);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out long whole) ? whole : value.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(v => v.GetString())),
        _ => value.GetString()!,
    };
}
