using Npgsql;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>The tables of deploy/postgresql/tables.sql on two nodes, loaded through the coordinator by the role that may: 300 schools of 18 classes in ten counties.</summary>
/// <param name="cluster">The servers.</param>
public sealed class FilledCluster(PostgresCluster cluster) : IAsyncLifetime
{
    internal ClusterDatabase Database { get; private set; } = null!;

    internal PostgresCluster Servers => cluster;

    public async Task InitializeAsync()
    {
        Database = await ClusterDatabase.MakeAsync(cluster, "tables.sql");
        using NpgsqlConnection loader = Database.Open(user: "facts_loader");
        using NpgsqlCommand command = new("""
            INSERT INTO region SELECT '37032' || i, 'county ' || i FROM generate_series(0, 9) AS i;
            INSERT INTO school (id, region, name) SELECT 's' || i, '37032' || i % 10, 'school ' || i FROM generate_series(1, 300) AS i;
            INSERT INTO class (school, id, grade, enrolment) SELECT 's' || i, g, 1 + g % 6, 34 + (i + g) % 16 FROM generate_series(1, 300) AS i, generate_series(1, 18) AS g
            """, loader);
        await command.ExecuteNonQueryAsync();
        Database.RunOnNodes("ANALYZE");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
