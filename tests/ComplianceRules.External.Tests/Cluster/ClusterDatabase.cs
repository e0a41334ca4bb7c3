using System.Collections.Immutable;
using System.Globalization;
using Npgsql;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>A database of its own on a coordinator and its nodes, set up by the scripts of deploy/postgresql.</summary>
internal sealed class ClusterDatabase
{
    private const string Server = "postgres";

    private const string DropAll = """
        DO $$ DECLARE name text; kind text; BEGIN
            FOR name, kind IN SELECT relname, CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END FROM pg_class WHERE relnamespace = 'facts'::regnamespace AND relkind IN ('r', 'p', 'v') AND NOT relispartition ORDER BY relkind DESC
            LOOP EXECUTE format('DROP %s IF EXISTS facts.%I CASCADE', kind, name); END LOOP;
        END $$
        """;

    private static int _made;

    private readonly PostgresCluster _cluster;

    private ClusterDatabase(PostgresCluster cluster, string name) => (_cluster, Name) = (cluster, name);

    /// <summary>Its name on every server.</summary>
    public string Name { get; }

    /// <summary>Sets it up; the nodes have no tables yet, or those of a script.</summary>
    public static async Task<ClusterDatabase> MakeAsync(PostgresCluster cluster, string? tables = null)
    {
        ClusterDatabase database = new(cluster, string.Create(CultureInfo.InvariantCulture, $"facts{Interlocked.Increment(ref _made)}"));
        await Task.WhenAll([database.CoordinatorAsync(), .. Enumerable.Range(0, PostgresCluster.Nodes).Select(n => database.NodeAsync(n, tables))]);
        if (tables is not null) database.Join();
        return database;
    }

    /// <summary>An open connection to the coordinator, or to a node.</summary>
    public NpgsqlConnection Open(int? node = null, string user = Server, string more = "")
    {
        NpgsqlConnection connection = new($"{_cluster.Connection(Name, node, user)}{more}");
        connection.Open();
        return connection;
    }

    /// <summary>An open connection to each node.</summary>
    public ImmutableArray<NpgsqlConnection> OpenNodes(string user = Server, string more = "") => [.. Enumerable.Range(0, PostgresCluster.Nodes).Select(n => Open(n, user, more))];

    /// <summary>Runs SQL on the coordinator, or on a node.</summary>
    public ClusterDatabase Run(string sql, int? node = null)
    {
        using NpgsqlConnection connection = Open(node);
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
        return this;
    }

    /// <summary>Runs SQL on each node.</summary>
    public ClusterDatabase RunOnNodes(string sql)
    {
        for (int node = 0; node < PostgresCluster.Nodes; node++) Run(sql, node);
        return this;
    }

    /// <summary>Takes all tables and views from the nodes.</summary>
    public ClusterDatabase Empty() => RunOnNodes(DropAll);

    /// <summary>Gives each node its share of the tables that it has, and the coordinator the tables of all nodes.</summary>
    public ClusterDatabase Join()
    {
        for (int node = 0; node < PostgresCluster.Nodes; node++) Run(string.Create(CultureInfo.InvariantCulture, $"CALL facts.keep_share({node}, {PostgresCluster.Nodes})"), node);
        return Run("CALL facts.join_nodes()");
    }

    /// <summary>The first column of a query of the coordinator, or of a node.</summary>
    public IReadOnlyList<string> Ask(string sql, int? node = null)
    {
        using NpgsqlConnection connection = Open(node);
        using NpgsqlCommand command = new(sql, connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<string> found = [];
        while (reader.Read()) found.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return found;
    }

    private async Task CoordinatorAsync()
    {
        Create(null);
        await _cluster.ScriptAsync(Name, null, "coordinator.sql");
        for (int node = 0; node < PostgresCluster.Nodes; node++)
            await _cluster.ScriptAsync(Name, null, "add-node.sql", ("number", node.ToString(CultureInfo.InvariantCulture)), ("host", _cluster.Socket(node)), ("port", "5432"), ("dbname", Name));
    }

    private async Task NodeAsync(int node, string? tables)
    {
        Create(node);
        await _cluster.ScriptAsync(Name, node, "node.sql");
        if (tables is not null) await _cluster.ScriptAsync(Name, node, tables);
    }

    private void Create(int? node)
    {
        using NpgsqlConnection connection = new(_cluster.Connection(Server, node));
        connection.Open();
        using NpgsqlCommand command = new($"CREATE DATABASE {Name}", connection);
        command.ExecuteNonQuery();
    }
}
