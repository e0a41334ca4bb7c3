using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Sql.Dialects;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Sql.ClickHouse;

/// <summary>What a database of ClickHouse gets wrong is told, and nothing is counted; the tables are those of <c>deploy/clickhouse</c>, on two shards.</summary>
[Collection(TwoShards.Name)]
[Trait("Needs", "ClickHouse")]
public sealed class ClickHouseTroubleTests(ClickHouseServers servers) : IAsyncLifetime
{
    private static readonly Lazy<Catalogue> Packs = new(() => PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value);

    public async Task InitializeAsync()
    {
        foreach (ClickHouseNode node in (ClickHouseNode[])[servers.First, servers.Second])
        {
            foreach (string table in (string[])["facts_local.snapshot", "facts_local.school", "facts_local.class", "facts.snapshot", "facts.school", "facts.class"]) await node.RunAsync($"DROP TABLE IF EXISTS {table}");
            await node.RunScriptAsync("tables.sql");
            await node.RunScriptAsync("distributed.sql");
        }

        await servers.First.RunAsync("INSERT INTO facts.snapshot VALUES ('2026-09-01', 'CN')");
        await servers.First.RunAsync("INSERT INTO facts.school (id, region) SELECT concat('s', toString(number)), '370322' FROM system.numbers LIMIT 20");
        await servers.First.RunAsync("INSERT INTO facts.class (school, id, grade, kind, enrolment) SELECT concat('s', toString(number % 20)), toString(number), 3, 'ordinary', 55 + number % 2 FROM system.numbers LIMIT 40");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Both_shards_hold_schools_with_their_classes_beside_them_and_are_counted_together()
    {
        foreach (ClickHouseNode node in (ClickHouseNode[])[servers.First, servers.Second])
        {
            Assert.NotEqual("0", await node.RunAsync("SELECT count() FROM facts_local.school"));
            Assert.Equal("0", await node.RunAsync("SELECT count() FROM facts_local.class WHERE school NOT IN (SELECT id FROM facts_local.school)"));
        }

        Assert.Equal(new VerdictCounts(20, 20, 0, 0, 0), await CountAsync());
        SqlCounts apart = (await Plan.CountAsync([servers.First.Address("facts_local"), servers.Second.Address("facts_local")])).Value;
        Assert.Equal(new VerdictCounts(20, 20, 0, 0, 0), apart.Of("cn/class_size.large"));
        List<SqlFinding> found = [];
        await Plan.FindAsync([servers.First.Address("facts_local"), servers.Second.Address("facts_local")], TakeAsync, new SqlOptions { Rules = ["class_size.large"] });
        Assert.Equal(20, found.Count);

        ValueTask TakeAsync(SqlFinding finding)
        {
            found.Add(finding);
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task A_node_that_is_down_gives_no_counts_and_no_findings()
    {
        servers.Second.Kill();
        try
        {
            ClickHouseException down = await Assert.ThrowsAsync<ClickHouseException>(() => CountAsync());
            Assert.NotEqual(0, down.Code);
            await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(servers.Second.Address("facts")));
        }
        finally
        {
            await servers.StartAsync(servers.Second);
        }

        Assert.Equal(new VerdictCounts(20, 20, 0, 0, 0), await CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_that_is_killed_while_a_statement_runs_gives_no_counts(bool isAsked)
    {
        await MakeSlowAsync();
        ClickHouseNode node = isAsked ? servers.First : servers.Second;
        Task<VerdictCounts> run = CountAsync();
        try
        {
            await Task.Delay(1000);
            Assert.False(run.IsCompleted);
            node.Kill();
            await Assert.ThrowsAsync<ClickHouseException>(() => run);
        }
        finally
        {
            await servers.StartAsync(node);
        }
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_and_a_run_that_is_stopped_give_no_counts_and_run_on_no_more()
    {
        await MakeSlowAsync();
        ClickHouseException late = await Assert.ThrowsAsync<ClickHouseException>(() => CountAsync(new SqlOptions { StatementTimeout = TimeSpan.FromSeconds(1) }));
        Assert.Equal(159, late.Code);
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plan.CountAsync(servers.First.Address("facts"), null, stop.Token));
        for (int tries = 0; tries < 50 && await RunningAsync() != "0"; tries++) await Task.Delay(100);
        Assert.Equal("0", await RunningAsync());
    }

    [Fact]
    public async Task A_user_who_only_reads_counts_and_one_who_may_set_nothing_is_told_so()
    {
        Environment.SetEnvironmentVariable("CLICKHOUSE_PASSWORD", ClickHouseServers.Password);
        try
        {
            Assert.Equal(40, (await Plan.CountAsync(servers.First.Address("facts", "reader"))).Value.Of("cn/class_size.large").Total);
            Environment.SetEnvironmentVariable("CLICKHOUSE_PASSWORD", "falsch-8");
            ClickHouseException wrong = await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(servers.First.Address("facts", "reader")));
            Assert.DoesNotContain("falsch-8", wrong.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CLICKHOUSE_PASSWORD", null);
        }

        ClickHouseException strict = await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(servers.First.Address("facts", "strict")));
        Assert.Contains("readonly", strict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_column_leaves_its_rules_undetermined_and_a_missing_table_leaves_them_out()
    {
        await EverywhereAsync("ALTER TABLE {0}.class DROP COLUMN enrolment");
        Assert.Equal(new VerdictCounts(0, 0, 40, 0, 0), await CountAsync());
        await EverywhereAsync("DROP TABLE {0}.class");
        Assert.Contains((await Plan.CountAsync(servers.First.Address("facts"))).Value.LeftOut, d => d.Code.ToString() == "CR5109");
        await Assert.ThrowsAsync<ClickHouseException>(() => Plan.CountAsync(servers.First.Address("no such database")));
    }

    [Fact]
    public async Task A_table_that_one_shard_has_otherwise_gives_no_counts()
    {
        await servers.Second.RunAsync("ALTER TABLE facts_local.class DROP COLUMN enrolment");
        await Assert.ThrowsAsync<ClickHouseException>(() => CountAsync());
    }

    [Fact]
    public async Task A_column_of_another_type_is_read_in_process_with_the_same_counts_and_too_many_refuse_the_run()
    {
        await EverywhereAsync("ALTER TABLE {0}.class DROP COLUMN enrolment");
        await EverywhereAsync("ALTER TABLE {0}.class ADD COLUMN enrolment Array(UInt8)");
        Assert.Equal(40, (await CountAsync()).Undetermined);
        await EverywhereAsync("ALTER TABLE {0}.class DROP COLUMN enrolment");
        await EverywhereAsync("ALTER TABLE {0}.class ADD COLUMN enrolment Float32 DEFAULT 56");
        Assert.Equal(new VerdictCounts(0, 40, 0, 0, 0), await CountAsync());
        Checked<SqlCounts> refused = await Plan.CountAsync(servers.First.Address("facts"), new SqlOptions { MostDoubtfulSchools = 5 });
        Assert.Equal("CR5114", Assert.Single(refused.Diagnostics).Code.ToString());
    }

    [Theory]
    [InlineData("s'; DROP TABLE facts_local.class; --")]
    [InlineData("\\'); DROP TABLE facts_local.class; --\\")]
    [InlineData("a\tb\nc\rd\0e\b\f\"`{p1:String}$1%41&query=x")]
    [InlineData("第一小学🏫")]
    public async Task Whatever_a_school_is_called_it_is_only_a_name(string name)
    {
        string literal = ClickHouseText.Literal(name);
        await servers.First.RunAsync($"INSERT INTO facts.school (id, region) VALUES ({literal}, '370322')");
        await servers.First.RunAsync($"INSERT INTO facts.class (school, id, grade, kind, enrolment) VALUES ({literal}, '1', 3, 'ordinary', 56)");
        Assert.Equal(new VerdictCounts(20, 21, 0, 0, 0), await CountAsync());
        List<SqlFinding> found = [];
        await Plan.FindAsync(servers.First.Address("facts"), f =>
        {
            found.Add(f);
            return ValueTask.CompletedTask;
        }, new SqlOptions { Rules = ["cn/class_size.large"] });
        Assert.Equal(21, found.Count);
        Assert.Equal(21, found.DistinctBy(f => f.Subject.Id).Count());

        // A school in doubt goes into statements by its name.
        await servers.First.RunAsync($"ALTER TABLE facts_local.class MODIFY COLUMN enrolment Nullable(String)");
        await servers.Second.RunAsync($"ALTER TABLE facts_local.class MODIFY COLUMN enrolment Nullable(String)");
        await servers.First.RunAsync("DROP TABLE facts.class");
        await servers.First.RunScriptAsync("distributed.sql");
        Assert.Equal(41, (await CountAsync()).Total);
    }

    [Fact]
    public async Task Whatever_a_database_is_called_it_is_only_a_name()
    {
        const string Name = "a`b\"c'd;--\\e 库";
        await servers.First.RunAsync($"CREATE DATABASE IF NOT EXISTS {ClickHouseText.Name(Name)}");
        foreach (string table in (string[])["school", "class"])
        {
            await servers.First.RunAsync($"DROP TABLE IF EXISTS {ClickHouseText.Name(Name)}.{table}");
            await servers.First.RunAsync($"CREATE TABLE {ClickHouseText.Name(Name)}.{table} ENGINE = Memory AS SELECT * FROM facts.{table}");
        }

        Assert.Equal(new VerdictCounts(20, 20, 0, 0, 0), (await Plan.CountAsync(servers.First.Address(Name))).Value.Of("cn/class_size.large"));
    }

    [Fact]
    public async Task Whatever_tables_and_columns_are_called_they_are_only_names()
    {
        (string table, string column) = ("班`\"级'; DROP TABLE facts.class; --\\", "人数`\"'; DROP TABLE facts.school; --\\\t{p1:String}");
        await servers.First.RunAsync("CREATE DATABASE IF NOT EXISTS odd");
        foreach (string old in (string[])["学校", table]) await servers.First.RunAsync($"DROP TABLE IF EXISTS odd.{ClickHouseText.Name(old)}");
        await servers.First.RunAsync("CREATE TABLE odd.`学校` ENGINE = Memory AS SELECT id AS `编号`, region AS `区划` FROM facts.school");
        await servers.First.RunAsync($"CREATE TABLE odd.{ClickHouseText.Name(table)} ENGINE = Memory AS SELECT id AS `班号`, school AS `学校号`, grade AS `年级`, kind AS `班型`, enrolment AS {ClickHouseText.Name(column)} FROM facts.class");
        SnapshotMapping mapping = SnapshotMapping.Read(new SourceFile("map.json", Encoding.UTF8.GetBytes($$"""
            { "tables": [
              { "table": "school", "file": "学校", "id": ["编号"], "parent": { "table": "region", "key": ["区划"] }, "fields": {} },
              { "table": "class", "file": {{JsonSerializer.Serialize(table)}}, "id": ["班号"], "parent": { "table": "school", "key": ["学校号"] },
                "fields": { "grade": { "column": "年级" }, "enrolment": { "column": {{JsonSerializer.Serialize(column)}} } } } ] }
            """)), Packs.Value.Schema).Value;
        SqlOptions mapped = new() { Mapping = mapping };
        Checked<SqlCounts> counts = await Plan.CountAsync(servers.First.Address("odd"), mapped);
        Assert.True(counts.IsValid, string.Join("\n", counts.Diagnostics));
        Assert.Equal(new VerdictCounts(20, 20, 0, 0, 0), counts.Value.Of("cn/class_size.large"));

        // A column that is read otherwise brings the names into the statements that fetch.
        await servers.First.RunAsync($"DROP TABLE odd.{ClickHouseText.Name(table)}");
        await servers.First.RunAsync($"CREATE TABLE odd.{ClickHouseText.Name(table)} ENGINE = Memory AS SELECT id AS `班号`, school AS `学校号`, grade AS `年级`, kind AS `班型`, toFloat32(enrolment) AS {ClickHouseText.Name(column)} FROM facts.class");
        SqlCounts fetched = (await Plan.CountAsync(servers.First.Address("odd"), mapped)).Value;
        Assert.Equal((new VerdictCounts(20, 20, 0, 0, 0), 20), (fetched.Of("cn/class_size.large"), fetched.SchoolsInProcess));
        Assert.Equal("40", await servers.First.RunAsync("SELECT count() FROM facts.class"));
    }

    [Theory]
    [InlineData("INSERT INTO facts_local.class (school, id, grade, kind, enrolment) VALUES ('s1', '900', 3, 'ordinary', 56)")]
    [InlineData("INSERT INTO facts.school (id, region) VALUES ('s900', '370322')")]
    public async Task Rows_that_are_written_meanwhile_refuse_the_run(string statement)
    {
        bool isWritten = false;
        Checked<SqlCounts> found = await Plan.FindAsync(servers.First.Address("facts"), async _ =>
        {
            if (isWritten) return;
            isWritten = true;
            await servers.First.RunAsync(statement);
        });
        Assert.True(isWritten);
        Assert.Equal("CR5126", Assert.Single(found.Diagnostics).Code.ToString());
        Assert.True((await Plan.CountAsync(servers.First.Address("facts"))).IsValid);
    }

    [Theory]
    [InlineData("INSERT INTO facts.class (school, id) VALUES ('s1', '')", "CR5111")]
    [InlineData("INSERT INTO facts.class (school, id) VALUES ('s1', ' 302')", "CR5111")]
    [InlineData("INSERT INTO facts.class (school, id) SELECT 's1', unhex('FF')", "CR5111")]
    [InlineData("INSERT INTO facts.class (school, id) VALUES ('s1', '1')", "CR5112")]
    [InlineData("INSERT INTO facts_local.school (id) VALUES ('s1'), ('s2'), ('s3'), ('s4'), ('s5'), ('s6')", "CR5112")]
    [InlineData("INSERT INTO facts.class (school, id) VALUES ('s99', '302')", "CR5113")]
    public async Task Rows_that_cannot_be_told_apart_or_placed_refuse_the_run(string sql, string code)
    {
        await servers.First.RunAsync(sql);
        Checked<SqlCounts> counts = await Plan.CountAsync(servers.First.Address("facts"));
        Assert.Contains(code, counts.Diagnostics.Select(d => d.Code.ToString()));
    }

    private static SqlPlan Plan => SqlPlan.For(Packs.Value, new DateOnly(2026, 9, 1), SqlDialect.ClickHouse);

    private async Task<VerdictCounts> CountAsync(SqlOptions? options = null)
    {
        Checked<SqlCounts> counts = await Plan.CountAsync(servers.First.Address("facts"), options);
        Assert.True(counts.IsValid, string.Join("\n", counts.Diagnostics));
        return counts.Value.Of("cn/class_size.large");
    }

    private async Task EverywhereAsync(string sql)
    {
        foreach (string database in (string[])["facts", "facts_local"])
        {
            foreach (ClickHouseNode node in (ClickHouseNode[])[servers.First, servers.Second]) await node.RunAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, database));
        }
    }

    // A view that waits a while for each block of rows.
    private async Task MakeSlowAsync()
    {
        foreach (ClickHouseNode node in (ClickHouseNode[])[servers.First, servers.Second])
        {
            await node.RunAsync("DROP TABLE facts_local.class");
            await node.RunAsync("""
                CREATE VIEW facts_local.class AS
                SELECT 's1' AS school, toString(number) AS id, toNullable(toUInt8(3)) AS grade, toNullable('ordinary') AS kind, toNullable(toUInt16(56)) AS enrolment
                FROM (SELECT number FROM system.numbers LIMIT 6553600) WHERE number % 65536 = 0 AND sleep(0.1) = 0
                """);
        }
    }

    private Task<string> RunningAsync() => servers.First.RunAsync("SELECT count() FROM system.processes WHERE query_id LIKE 'compliance-rules-%'");
}
