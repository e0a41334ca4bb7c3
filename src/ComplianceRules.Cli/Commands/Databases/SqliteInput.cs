using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ComplianceRules.Cli.Commands;

/// <summary>A database of SQLite in a file, which is opened to be read alone.</summary>
/// <param name="file">The file.</param>
/// <param name="mapping">How foreign columns become facts; null for none.</param>
internal sealed class SqliteInput(string file, SnapshotMapping? mapping) : ISnapshotSource
{
    // The list of the tables is always there, so that an empty database is told as one that has none of the format's.
    private const string Tables = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '' ORDER BY name";
    private const string ListOfTables = "sqlite_schema";

    // Views of a file from elsewhere may call nothing that reaches beyond it; one transaction sees one state of the file.
    private const string Careful = "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON";

    public static ISnapshotSource Open(string file, SnapshotMapping? mapping) => new SqliteInput(file, mapping);

    public static OpenDatabase Connect(string file)
    {
        SqliteConnection connection = new(ConnectionString(file));
        connection.Open();
        using SqliteCommand careful = new(Careful, connection);
        careful.ExecuteNonQuery();
        return new OpenDatabase(connection, SqlDialect.Sqlite, () => raw.sqlite3_interrupt(connection.Handle));
    }

    /// <inheritdoc/>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        using SqliteConnection connection = new(ConnectionString(file));
        connection.Open();
        using CancellationTokenRegistration stop = cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle));
        using SqliteCommand begin = new($"{Careful}; BEGIN", connection);
        begin.ExecuteNonQuery();
        string[] names = [.. NamesIn(connection)];
        DataReaderTable[] tables = [.. names.DefaultIfEmpty(ListOfTables).Select(name => new DataReaderTable(name, () => Rows(connection, name)))];
        return new DataReaderSnapshotSource(file, tables, mapping).Read(schema, options, cancellation);
    }

    // A whole path, since some names are none of files to the driver.
    private static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    private static List<string> NamesIn(SqliteConnection connection)
    {
        List<string> names = [];
        using SqliteCommand command = new(Tables, connection);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    // A reader ends with its command, and the command with the connection.
    private static SqliteDataReader Rows(SqliteConnection connection, string table)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return command.ExecuteReader();
    }
}
