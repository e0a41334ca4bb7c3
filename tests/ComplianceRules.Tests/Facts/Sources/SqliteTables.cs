using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Facts;

/// <summary>A database in memory that lives as long as one test.</summary>
public sealed class SqliteTables : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly List<SqliteCommand> _commands = [];

    public SqliteTables() => _connection.Open();

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands) command.Dispose();
        _connection.Dispose();
    }

    internal SqliteTables With(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return this;
    }

    internal DataReaderTable Table(string name, string? query = null) => new(name, () =>
    {
        // A command that is disposed of takes its reader with it.
        SqliteCommand command = _connection.CreateCommand();
        _commands.Add(command);
        command.CommandText = query ?? $"SELECT * FROM \"{name}\"";
        return command.ExecuteReader();
    });

    internal Checked<Snapshot> Read(params string[] tables) => Read(new SnapshotOptions(), null, tables);

    internal Checked<Snapshot> Read(SnapshotOptions options, SnapshotMapping? mapping, params string[] tables) =>
        new DataReaderSnapshotSource("snapshot.db", tables.Select(name => Table(name)), mapping).Read(SampleFacts.Schema, options, CancellationToken.None);
}
