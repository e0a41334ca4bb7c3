using System.Data.Common;
using System.Diagnostics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Tests;
using Npgsql;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>What befalls a node, a connection or a table while rules are judged there gives an error or the right counts, never a part of them.</summary>
[Collection(OneCluster.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class ClusterTroubleTests(EmptyCluster empty) : IClassFixture<EmptyCluster>
{
    private const string Rule = "cn/class_size.large";
    private const string Waiting = "ALTER TABLE facts.class RENAME TO class_row; CREATE VIEW facts.class AS SELECT c.* FROM (SELECT pg_advisory_lock_shared(4711)) AS wait, facts.class_row AS c";
    private const string Failing = "ALTER TABLE facts.class RENAME TO class_row; CREATE VIEW facts.class AS SELECT c.* FROM (SELECT setseed(2)) AS failing, facts.class_row AS c";

    private static readonly Lazy<Catalogue> Packs = new(() => PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value);

    private readonly ClusterDatabase _database = empty.Filled();

    private static SqlPlan Plan => SqlPlan.For(Packs.Value, new DateOnly(2026, 9, 1), SqlDialect.PostgreSql);

    [Theory]
    [InlineData(Road.OneNode)]
    [InlineData(Road.Coordinator)]
    [InlineData(Road.Nodes)]
    public async Task Sound_tables_are_counted_for_a_reader_as_for_their_owner(Road road)
    {
        VerdictCounts owned = (await Count(road)).Value.Of(Rule);
        Assert.Equal(owned, (await Count(road, user: "facts_reader")).Value.Of(Rule));
        if (road != Road.OneNode) Assert.Equal(new VerdictCounts(80, 40, 0, 0, 0), owned);
        else Assert.InRange(owned.Total, 3, 117);
    }

    [Theory]
    [InlineData(Road.OneNode)]
    [InlineData(Road.Coordinator)]
    [InlineData(Road.Nodes)]
    public async Task A_node_killed_in_the_middle_is_an_error_and_counts_again_when_it_is_back(Road road)
    {
        VerdictCounts before = (await Count(road)).Value.Of(Rule);
        _database.Run(Waiting, 1);
        using (NpgsqlConnection holder = _database.Open(1))
        {
            Task<Checked<SqlCounts>> run = await Stuck(holder, () => Find(road));
            empty.Servers.Kill(1);
            await Assert.ThrowsAnyAsync<DbException>(() => run);
        }

        await empty.Servers.StartAsync(1);
        _database.Run("DROP VIEW facts.class; ALTER TABLE facts.class_row RENAME TO class", 1);
        Assert.Equal(before, (await Count(road)).Value.Of(Rule));
    }

    [Theory]
    [InlineData(Road.OneNode)]
    [InlineData(Road.Coordinator)]
    [InlineData(Road.Nodes)]
    public async Task A_connection_lost_in_the_middle_is_an_error(Road road)
    {
        _database.Run(Waiting, 1);
        using NpgsqlConnection holder = _database.Open(1);
        Task<Checked<SqlCounts>> run = await Stuck(holder, () => Count(road));
        using NpgsqlCommand end = new("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", holder);
        end.ExecuteNonQuery();
        await Assert.ThrowsAnyAsync<DbException>(() => run);
    }

    [Theory]
    [InlineData(Road.OneNode)]
    [InlineData(Road.Coordinator)]
    [InlineData(Road.Nodes)]
    public async Task A_statement_that_takes_too_long_and_a_run_that_is_stopped_end_on_all_servers(Road road)
    {
        _database.Run(Waiting, 1);
        using NpgsqlConnection holder = _database.Open(1);
        using (NpgsqlCommand hold = new("SELECT pg_advisory_lock(4711)", holder)) hold.ExecuteNonQuery();
        await Assert.ThrowsAnyAsync<DbException>(() => Count(road, new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(1) }));
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        OperationCanceledException stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Count(road, stop: stop.Token));
        Assert.Equal(stop.Token, stopped.CancellationToken);
        await Until(() => _database.Ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", 1)[0] == "0");
    }

    [Fact]
    public async Task One_node_that_fails_stops_the_other()
    {
        _database.Run(Waiting, 0).Run(Failing, 1);
        using NpgsqlConnection holder = _database.Open(0);
        using (NpgsqlCommand hold = new("SELECT pg_advisory_lock(4711)", holder)) hold.ExecuteNonQuery();
        PostgresException failed = await Assert.ThrowsAsync<PostgresException>(() => Count(Road.Nodes));
        Assert.Equal("22023", failed.SqlState);
    }

    [Theory]
    [InlineData("ALTER TABLE facts.class DROP COLUMN enrolment")]
    [InlineData("ALTER TABLE facts.class ALTER COLUMN enrolment TYPE text USING enrolment || ' pupils'")]
    public async Task A_node_with_other_columns_is_told_by_all_and_an_error_of_the_coordinator(string sql)
    {
        _database.Run(sql, 1);
        Checked<SqlCounts> counted = await Count(Road.Nodes);
        Assert.Equal(["CR5120 class enrolment"], counted.Diagnostics.Select(d => $"{d.Code} {string.Join(' ', d.Arguments)}"));
        Assert.False(counted.IsValid);
        await Assert.ThrowsAnyAsync<DbException>(() => Count(Road.Coordinator));
    }

    [Theory]
    [InlineData("ALTER TABLE facts.class DROP COLUMN enrolment")]
    [InlineData("ALTER TABLE facts.class ALTER COLUMN enrolment TYPE bytea USING '\\x00'")]
    public async Task A_column_that_no_node_has_or_nobody_can_read_leaves_its_rules_undetermined(string sql)
    {
        _database.RunOnNodes(sql).Join();
        Assert.Equal(new VerdictCounts(0, 0, 120, 0, 0), (await Count(Road.Coordinator)).Value.Of(Rule));
        Assert.Equal(new VerdictCounts(0, 0, 120, 0, 0), (await Count(Road.Nodes)).Value.Of(Rule));
    }

    [Theory]
    [InlineData(Road.OneNode)]
    [InlineData(Road.Coordinator)]
    [InlineData(Road.Nodes)]
    public async Task A_user_who_may_not_read_a_table_of_one_node_gets_an_error(Road road)
    {
        _database.Run("REVOKE SELECT ON facts.class FROM facts_reader", 1);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => Count(road, user: "facts_reader"))).SqlState);
    }

    [Fact]
    public async Task Hostile_names_of_tables_columns_and_schools_do_nothing()
    {
        const string school = "s'; DROP TABLE facts.class; --\"\\";
        _database.RunOnNodes("""CREATE TABLE facts."cl""ass'; DROP TABLE school; -- %I $1" (school text COLLATE "C", "n""o'" text, "packs; --" text) PARTITION BY HASH (school)""").Join();
        using (NpgsqlConnection coordinator = _database.Open())
        {
            using NpgsqlCommand insert = new("""INSERT INTO school (id, region) VALUES (@s, '370322'); INSERT INTO class VALUES ('a', @s, 3, 1 / 3.0::float8, 'ordinary'); INSERT INTO "cl""ass'; DROP TABLE school; -- %I $1" VALUES (@s, @s, @s)""", coordinator);
            insert.Parameters.AddWithValue("s", school);
            insert.ExecuteNonQuery();
        }

        foreach (Road road in (Road[])[Road.Coordinator, Road.Nodes])
        {
            SqlCounts counts = (await Count(road)).Value;
            Assert.Equal((121L, 1), (counts.Of(Rule).Total, counts.SchoolsInProcess));
        }
    }

    [Fact]
    public async Task Schools_on_two_nodes_and_rows_that_are_not_with_their_school_refuse_the_run()
    {
        using NpgsqlConnection one = _database.Open(0);
        using NpgsqlConnection again = _database.Open(0);
        Assert.Equal(["CR5121", "CR5122"], (await Plan.CountAsync([one, again])).Diagnostics.Select(d => d.Code.ToString()).Distinct());
        string lost = _database.Ask("SELECT school FROM class LIMIT 1", 1)[0];
        _database.Run($"ALTER TABLE facts.class RENAME TO class_row; CREATE VIEW facts.class AS SELECT * FROM facts.class_row UNION ALL SELECT 'x', '{lost}', 3, 46, 'ordinary'", 0);
        Checked<SqlCounts> counted = await Count(Road.Nodes);
        Assert.Equal(["CR5113 class 1"], counted.Diagnostics.Select(d => $"{d.Code} {string.Join(' ', d.Arguments)}"));
        Assert.False(counted.IsValid);
    }

    [Fact]
    public async Task Nodes_are_named_once_each()
    {
        using NpgsqlConnection one = _database.Open(0);
        await Assert.ThrowsAsync<ArgumentException>(() => Plan.CountAsync([one, one]));
        await Assert.ThrowsAsync<ArgumentException>(() => Plan.CountAsync(Array.Empty<DbConnection>()));
    }

    private Task<Checked<SqlCounts>> Count(Road road, SqlOptions? options = null, string user = "postgres", CancellationToken stop = default) =>
        On(road, user, nodes => nodes.Length == 1 ? Plan.CountAsync(nodes[0], options, stop) : Plan.CountAsync(nodes, options, stop));

    private Task<Checked<SqlCounts>> Find(Road road) => On(road, "postgres", nodes => nodes.Length == 1 ? Plan.FindAsync(nodes[0], _ => ValueTask.CompletedTask) : Plan.FindAsync(nodes, _ => ValueTask.CompletedTask));

    private async Task<Checked<SqlCounts>> On(Road road, string user, Func<DbConnection[], Task<Checked<SqlCounts>>> run)
    {
        DbConnection[] nodes = road switch { Road.OneNode => [_database.Open(1, user)], Road.Coordinator => [_database.Open(null, user)], _ => [.. _database.OpenNodes(user)] };
        try
        {
            return await run(nodes);
        }
        finally
        {
            foreach (DbConnection node in nodes) await node.DisposeAsync();
        }
    }

    // Begins a run that waits for a lock of the second node.
    private async Task<Task<Checked<SqlCounts>>> Stuck(NpgsqlConnection holder, Func<Task<Checked<SqlCounts>>> begin)
    {
        using (NpgsqlCommand hold = new("SELECT pg_advisory_lock(4711)", holder)) hold.ExecuteNonQuery();
        Task<Checked<SqlCounts>> run = Task.Run(begin);
        await Until(() => run.IsCompleted || _database.Ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", 1)[0] != "0");
        Assert.False(run.IsCompleted);
        return run;
    }

    private static async Task Until(Func<bool> isSo)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30));
            await Task.Delay(10);
        }
    }
}
