namespace ComplianceRules.External.Tests.Cluster;

/// <summary>A database on two nodes whose tables each test has made anew: 40 schools with three classes each, of which one is too large.</summary>
/// <param name="cluster">The servers.</param>
public sealed class EmptyCluster(PostgresCluster cluster) : IAsyncLifetime
{
    private ClusterDatabase _database = null!;

    internal PostgresCluster Servers => cluster;

    internal ClusterDatabase Filled() => _database.Empty()
        .RunOnNodes("""
            CREATE TABLE facts.region (code text PRIMARY KEY, name text);
            CREATE TABLE facts.school (id text COLLATE "C" PRIMARY KEY, name text, region text, boarding boolean) PARTITION BY HASH (id);
            CREATE TABLE facts.class (id text COLLATE "C", school text COLLATE "C", grade integer, enrolment float8, kind text) PARTITION BY HASH (school)
            """)
        .Join()
        .Run("""
            INSERT INTO region VALUES ('370322', '高青县');
            INSERT INTO school SELECT 's' || i, '第' || i || '小学', '370322', false FROM generate_series(1, 40) AS i;
            INSERT INTO class SELECT g, 's' || i, 3, 53 + g, 'ordinary' FROM generate_series(1, 40) AS i, generate_series(1, 3) AS g
            """);

    public async Task InitializeAsync() => _database = await ClusterDatabase.MakeAsync(cluster);

    public Task DisposeAsync() => Task.CompletedTask;
}
