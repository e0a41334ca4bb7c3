using Npgsql;

namespace ComplianceRules.External.Tests.Cluster;

/// <summary>What the scripts of deploy/postgresql make: the nodes count, and keep what is theirs.</summary>
[Collection(OneCluster.Name)]
[Trait("Needs", "PostgreSQL")]
public sealed class ClusterPlanTests(FilledCluster filled) : IClassFixture<FilledCluster>
{
    private const string BySchool = "SELECT school, count(*), sum(CASE WHEN enrolment > 45 THEN 1 ELSE 0 END), max(enrolment) FROM class GROUP BY school";
    private const string ByRegion = "SELECT region, sum(n)::bigint FROM (SELECT s.id, s.region, count(*) AS n FROM class AS c JOIN school AS s ON s.id = c.school WHERE c.enrolment > 45 GROUP BY s.id, s.region) AS of GROUP BY region ORDER BY region";

    private readonly ClusterDatabase _database = filled.Database;

    [Fact]
    public void Children_are_counted_by_school_on_the_nodes()
    {
        string plan = Plan(BySchool);
        Assert.Contains("Relations: Aggregate on (node_0.class)", plan, StringComparison.Ordinal);
        Assert.Contains("Relations: Aggregate on (node_1.class", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("HashAggregate", plan, StringComparison.Ordinal);
        Assert.Equal(2, plan.Split("Async Foreign Scan").Length - 1);
    }

    [Fact]
    public void Schools_are_joined_with_their_children_and_counted_on_the_nodes()
    {
        string plan = Plan(ByRegion);
        Assert.Contains("Relations: Aggregate on ((node_0.class c) INNER JOIN (node_0.school s))", plan, StringComparison.Ordinal);
        Assert.Contains("Relations: Aggregate on ((node_1.class c_1) INNER JOIN (node_1.school s_1))", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SET enable_partitionwise_aggregate = off")]
    [InlineData("ALTER SERVER node_1 OPTIONS (SET fdw_tuple_cost '0', SET use_remote_estimate 'false')")]
    public void Without_a_setting_rows_cross_the_network(string setting) =>
        Assert.DoesNotContain("Relations: Aggregate on ((node_1.class", Plan(ByRegion, setting), StringComparison.Ordinal);

    [Fact]
    public void What_the_nodes_count_is_what_is_there()
    {
        Assert.Equal("5400", Assert.Single(_database.Ask("SELECT count(*) FROM class")));
        long[] shares = [.. Enumerable.Range(0, PostgresCluster.Nodes).Select(n => long.Parse(_database.Ask("SELECT count(*) FROM class", n)[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.All(shares, s => Assert.InRange(s, 1800, 3600));
        Assert.Equal(5400, shares.Sum());
        Assert.Equal(_database.Ask("SET enable_partitionwise_join = off; SET enable_partitionwise_aggregate = off; " + ByRegion.Replace("SELECT region, sum(n)::bigint", "SELECT region || ' ' || sum(n)", StringComparison.Ordinal)),
            _database.Ask(ByRegion.Replace("SELECT region, sum(n)::bigint", "SELECT region || ' ' || sum(n)", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_node_refuses_the_schools_of_the_other_and_the_second_what_is_no_schools()
    {
        string other = _database.Ask("SELECT id FROM school LIMIT 1", 1)[0];
        Assert.Equal("23514", Refusal($"INSERT INTO school (id) VALUES ('{other}')", 0).SqlState);
        Assert.Equal("23514", Refusal($"INSERT INTO class (school, id) VALUES ('{other}', 'x')", 0).SqlState);
        Assert.Equal("23514", Refusal("INSERT INTO region VALUES ('370399', 'x')", 1).SqlState);
        Assert.Equal("23503", Refusal("INSERT INTO class (school, id) VALUES ('nowhere', 'x')", null).SqlState);
    }

    [Theory]
    [InlineData(null, "42501")]
    [InlineData(0, "25006")]
    [InlineData(1, "25006")]
    public void A_reader_reads_and_never_writes(int? node, string state)
    {
        using NpgsqlConnection reader = _database.Open(node, "facts_reader");
        using NpgsqlCommand read = new("SELECT count(*) FROM class", reader);
        Assert.True((long)read.ExecuteScalar()! > 0);
        using NpgsqlCommand write = new("DELETE FROM class", reader);
        Assert.Equal(state, Assert.Throws<PostgresException>(() => write.ExecuteNonQuery()).SqlState);
        using NpgsqlCommand insist = new("SET default_transaction_read_only = off", reader);
        insist.ExecuteNonQuery();
        Assert.Equal("42501", Assert.Throws<PostgresException>(() => write.ExecuteNonQuery()).SqlState);
    }

    [Theory]
    [InlineData("ALTER TABLE facts.class ADD COLUMN note text", "ALTER TABLE facts.class DROP COLUMN note", "class.note")]
    [InlineData("ALTER TABLE facts.class ALTER COLUMN grade TYPE text", "ALTER TABLE facts.class ALTER COLUMN grade TYPE integer USING grade::integer", "class.grade")]
    [InlineData("ALTER TABLE facts.school ALTER COLUMN name TYPE varchar(99)", "ALTER TABLE facts.school ALTER COLUMN name TYPE text", "school.name")]
    [InlineData("CREATE TABLE facts.survey (id text)", "DROP TABLE facts.survey", "survey.id")]
    public void Nodes_with_other_columns_are_not_joined_and_the_tables_stay_as_they_were(string sql, string undo, string told)
    {
        _database.Run(sql, 1);
        PostgresException refused = Assert.Throws<PostgresException>(() => _database.Run("CALL facts.join_nodes()"));
        Assert.EndsWith($": {told}", refused.MessageText, StringComparison.Ordinal);
        Assert.Equal("300", _database.Ask("SELECT count(id) FROM school")[0]);
        _database.Run(undo, 1);
    }

    [Fact]
    public void A_school_of_another_type_than_its_id_is_told()
    {
        _database.RunOnNodes("CREATE TABLE facts.survey (id text, school bigint) PARTITION BY HASH (school)");
        PostgresException refused = Assert.Throws<PostgresException>(() => _database.Run("CALL facts.join_nodes()"));
        Assert.EndsWith(": survey", refused.MessageText, StringComparison.Ordinal);
        _database.RunOnNodes("DROP TABLE facts.survey");
    }

    [Fact]
    public async Task Scripts_run_again_change_nothing()
    {
        await filled.Servers.ScriptAsync(_database.Name, 0, "node.sql");
        await filled.Servers.ScriptAsync(_database.Name, null, "coordinator.sql");
        _database.Join();
        Assert.Equal("300", _database.Ask("SELECT count(*) FROM school")[0]);
    }

    private string Plan(string query, string setting = "SELECT 1")
    {
        using NpgsqlConnection coordinator = _database.Open();
        using NpgsqlCommand set = new($"BEGIN; {setting}", coordinator);
        set.ExecuteNonQuery();
        using NpgsqlCommand explain = new($"EXPLAIN (VERBOSE, COSTS OFF) {query}", coordinator);
        using NpgsqlDataReader reader = explain.ExecuteReader();
        List<string> lines = [];
        while (reader.Read()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private PostgresException Refusal(string sql, int? node) => Assert.Throws<PostgresException>(() => _database.Run(sql, node));
}
