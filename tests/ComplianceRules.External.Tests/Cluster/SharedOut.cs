using System.Collections.Immutable;
using System.Data.Common;
using ComplianceRules.Tests.Sql;
using Npgsql;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>Tables of one database shared out over the nodes of a cluster: made anew on the nodes and filled through the coordinator.</summary>
/// <param name="database">The cluster's database.</param>
internal sealed class SharedOut(ClusterDatabase database)
{
    private const string Columns = """
        SELECT c.relname::text, string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum),
            max(a.attname::text) FILTER (WHERE a.attname = CASE c.relname WHEN 'school' THEN 'id' ELSE 'school' END)
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid WHERE c.relnamespace = 'made'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 GROUP BY c.relname ORDER BY c.relname
        """;

    /// <summary>A connection to the coordinator with an empty schema for tables that are to be shared out.</summary>
    public NpgsqlConnection Empty()
    {
        NpgsqlConnection coordinator = database.Open();
        Run(coordinator, "DROP SCHEMA IF EXISTS made CASCADE; CREATE SCHEMA made; SET search_path = made");
        return coordinator;
    }

    /// <summary>Shares out the tables that such a connection has; from then on it sees those of the cluster.</summary>
    public MadeDatabase Share(NpgsqlConnection coordinator, MadeDatabase made)
    {
        List<(string Name, string Columns, string? Key)> tables = [];
        using (NpgsqlCommand command = new(Columns, coordinator))
        using (NpgsqlDataReader reader = command.ExecuteReader())
        {
            while (reader.Read()) tables.Add((reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        database.Empty().RunOnNodes($"{string.Join("; ", tables.Select(t => $"CREATE TABLE facts.\"{t.Name}\" ({t.Columns}){(t.Key is null ? string.Empty : $" PARTITION BY HASH ({t.Key})")}"))}").Join();
        Run(coordinator, $"{string.Join("; ", tables.Select(t => $"INSERT INTO facts.\"{t.Name}\" SELECT * FROM made.\"{t.Name}\""))}; SET search_path = facts");
        return made.SharedOutOver([.. database.OpenNodes().Cast<DbConnection>()]);
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
