using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.PostgreSql;
using ComplianceRules.PostgreSql.Reading;
using ComplianceRules.Samples.Tests.Database;
using Npgsql;

namespace ComplianceRules.External.Tests.Databases;

/// <summary>A schema of its own in the database of a server, gone after the test.</summary>
internal sealed class ServerSchema : IDisposable
{
    private static int _made;

    private readonly NpgsqlConnection _connection;

    public ServerSchema(PostgresServer server, string? name = null)
    {
        Name = name ?? string.Create(CultureInfo.InvariantCulture, $"s{Interlocked.Increment(ref _made)}");
        Folder = new NpgsqlConnectionStringBuilder(server.Connection("postgres")).Host!;
        _connection = Open(server);
        Run($"CREATE SCHEMA {SqlName.Of(Name)}; SET search_path = {SqlName.Of(Name)}");
    }

    public string Name { get; }

    /// <summary>The folder of the server's socket.</summary>
    public string Folder { get; }

    /// <summary>The address of the schema.</summary>
    public string Url(string user = "postgres", string more = "") => $"postgresql://{user}@/postgres?host={Uri.EscapeDataString(Folder)}&schema={Uri.EscapeDataString(Name)}{more}";

    public PostgreSqlSnapshotSource Source(SnapshotMapping? mapping = null, string user = "postgres", string more = "") => new(PostgreSqlAddress.Parse(Url(user, more)), mapping);

    public Checked<Snapshot> Read(FactSchema schema, SnapshotMapping? mapping = null) => Source(mapping).Read(schema, new SnapshotOptions(), CancellationToken.None);

    public ServerSchema Run(string sql, params object[] values)
    {
        using NpgsqlCommand command = new(sql, _connection);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        command.ExecuteNonQuery();
        return this;
    }

    public T Ask<T>(string sql)
    {
        using NpgsqlCommand command = new(sql, _connection);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Copies a text in CSV into columns of a table.</summary>
    public void Copy(string target, string csv)
    {
        using TextWriter writer = _connection.BeginTextImport($"COPY {target} FROM STDIN (FORMAT CSV, HEADER)");
        writer.Write(csv);
    }

    public void Dispose()
    {
        Run($"DROP SCHEMA {SqlName.Of(Name)} CASCADE");
        _connection.Dispose();
    }

    private static NpgsqlConnection Open(PostgresServer server)
    {
        NpgsqlConnection connection = new(server.Connection("postgres"));
        connection.Open();
        return connection;
    }
}
