using System.Data.Common;
using ComplianceRules.Facts;
using ComplianceRules.Sql;
using Npgsql;

namespace ComplianceRules.Benchmarks;

/// <summary>PostgreSQL, one server or several.</summary>
/// <param name="servers">How each is reached.</param>
internal sealed class PostgreSqlRoad(IReadOnlyList<string> servers)
    : ConnectedRoad(servers.Count == 1 ? "PostgreSQL" : $"PostgreSQL, {servers.Count} nodes", SqlDialect.PostgreSql, node => Opened(servers[node]), servers.Count)
{
    protected override string TypeOf(FieldSchema? field) => field?.Type switch
    {
        FieldType.Number => field.Step is 1 ? "bigint" : "double precision",
        FieldType.Bool => "boolean",
        FieldType.Date => "date",
        _ => "text",
    };

    protected override async Task FillAsync(DbConnection connection, string table, int columns, string file)
    {
        await using (TextWriter rows = await ((NpgsqlConnection)connection).BeginTextImportAsync($"COPY {table} FROM STDIN (FORMAT csv, HEADER)"))
        {
            using StreamReader text = new(file);
            char[] room = new char[1 << 16];
            for (int read = await text.ReadAsync(room); read > 0; read = await text.ReadAsync(room)) await rows.WriteAsync(room.AsMemory(0, read));
        }

        await RunAsync(connection, $"ANALYZE {table}");
    }

    private static NpgsqlConnection Opened(string server)
    {
        NpgsqlConnection connection = new($"{server};Pooling=false;Command Timeout=0");
        connection.Open();
        return connection;
    }
}
