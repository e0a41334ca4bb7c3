using System.Collections.Immutable;
using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Sql;

namespace ComplianceRules.Benchmarks;

/// <summary>Databases that a driver connects to.</summary>
/// <param name="name">What they are called in the table of times.</param>
/// <param name="dialect">How they want to be asked.</param>
/// <param name="open">Opens a connection to one, by its number.</param>
/// <param name="nodes">How many share out the schools.</param>
internal abstract class ConnectedRoad(string name, SqlDialect dialect, Func<int, DbConnection> open, int nodes) : DatabaseRoad
{
    private readonly ImmutableArray<DbConnection> _connections = [.. Enumerable.Range(0, nodes).Select(open)];

    public override string Name => name;

    public override SqlDialect Dialect => dialect;

    public override int Nodes => nodes;

    public override async Task LoadAsync(FactSchema schema, int node, string files)
    {
        foreach ((string table, string file) in Tables(files))
        {
            await RunAsync(_connections[node], $"DROP TABLE IF EXISTS {table}");
            (string Name, FieldSchema? Field)[] columns = [.. Columns(schema, table, file)];
            await RunAsync(_connections[node], $"CREATE TABLE {table} ({string.Join(", ", columns.Select(c => $"{c.Name} {TypeOf(c.Field)}"))})");
            await FillAsync(_connections[node], table, columns.Length, file);
        }
    }

    public override Task<Checked<SqlCounts>> CountAsync(SqlPlan plan, SqlOptions options) => plan.CountAsync(_connections, options);

    public override Task<Checked<SqlCounts>> FindAsync(SqlPlan plan, SqlOptions options, Func<SqlFinding, ValueTask> take) => plan.FindAsync(_connections, take, options);

    public override async ValueTask DisposeAsync()
    {
        foreach (DbConnection connection in _connections) await connection.DisposeAsync();
    }

    /// <summary>The type of a field's column; that of keys, and of what says that a list is whole, for null.</summary>
    /// <param name="field">The field.</param>
    protected abstract string TypeOf(FieldSchema? field);

    /// <summary>Fills a table.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="file">The file.</param>
    protected abstract Task FillAsync(DbConnection connection, string table, int columns, string file);

    protected static async Task RunAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
