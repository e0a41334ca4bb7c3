using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Sql;

/// <summary>What a database gets wrong is told, and nothing is counted.</summary>
public sealed class SqlTroubleTests : IDisposable
{
    private static readonly Lazy<Catalogue> Packs = new(() => PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqlTroubleTests()
    {
        _connection.Open();
        Run("CREATE TABLE school (id, name, region, boarding); CREATE TABLE class (id, school, grade, enrolment, kind)");
        Run("INSERT INTO school VALUES ('s1', '一小', '370322', 0), ('s2', '二小', '370322', 0); INSERT INTO class VALUES ('301', 's1', 3, 46, 'ordinary'), ('301', 's2', 3, 45, 'ordinary')");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Sound_tables_are_counted_by_rule_and_region()
    {
        SqlCounts counts = Count().Value;
        SqlCount large = Assert.Single(counts.Counts, c => c.Rule == "cn/class_size.large");
        Assert.Equal(("370322", 2L), (large.Region!.Value.Text, large.Counts.Total));
        Assert.Equal(0, counts.SchoolsInProcess);
    }

    [Theory]
    [InlineData("INSERT INTO class VALUES (NULL, 's1', 3, 40, 'ordinary')", "CR5111")]
    [InlineData("INSERT INTO class VALUES ('', 's1', 3, 40, 'ordinary')", "CR5111")]
    [InlineData("INSERT INTO class VALUES (' 302', 's1', 3, 40, 'ordinary')", "CR5111")]
    [InlineData("INSERT INTO class VALUES (1.5, 's1', 3, 40, 'ordinary')", "CR5111")]
    [InlineData("INSERT INTO class VALUES ('301', 's1', 3, 40, 'ordinary')", "CR5112")]
    [InlineData("INSERT INTO school VALUES ('s1', '三小', '370322', 0)", "CR5112")]
    [InlineData("INSERT INTO class VALUES ('302', 's9', 3, 40, 'ordinary')", "CR5113")]
    public void Rows_that_cannot_be_told_apart_or_placed_refuse_the_run(string sql, string code)
    {
        Run(sql);
        Checked<SqlCounts> counts = Count();
        Assert.False(counts.IsValid);
        Assert.Contains(code, counts.Diagnostics.Select(d => d.Code.ToString()));
    }

    [Fact]
    public void The_keys_of_rows_above_are_looked_up_and_not_compared_one_by_one()
    {
        string orphans = SqlDialect.Sqlite.Without("class AS t", ["CAST(t.school AS TEXT)"], "SELECT CAST(a.id AS TEXT) AS q0 FROM school AS a");
        using SqliteCommand plan = new($"EXPLAIN QUERY PLAN SELECT COUNT(*) FROM {orphans}", _connection);
        using SqliteDataReader steps = plan.ExecuteReader();
        List<string> read = [];
        while (steps.Read()) read.Add(steps.GetString(3));
        Assert.Contains(read, s => s.StartsWith("SEARCH w USING AUTOMATIC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dialect_that_is_printed_alone_is_not_run()
    {
        foreach (SqlDialect dialect in SqlDialect.All.Where(d => d.IsTextOnly))
            await Assert.ThrowsAsync<NotSupportedException>(() => SqlPlan.For(Packs.Value, new DateOnly(2026, 9, 1), dialect).CountAsync(_connection));
        Assert.Equal(["sparksql", "trino"], SqlDialect.All.Where(d => d.IsTextOnly).Select(d => d.Name));
    }

    [Fact]
    public void An_odd_cell_has_its_school_judged_in_process_with_the_same_counts()
    {
        VerdictCounts plain = Count().Value.Of("cn/class_size.large");
        Run("UPDATE class SET enrolment = '４６人以上' WHERE school = 's1'; UPDATE class SET enrolment = ' ４５ ' WHERE school = 's2'");
        SqlCounts counts = Count().Value;
        Assert.Equal(2, counts.SchoolsInProcess);
        Assert.Equal(plain.Total, counts.Of("cn/class_size.large").Total);
        Assert.Equal(1, counts.Of("cn/class_size.large").Undetermined);
    }

    [Fact]
    public void More_odd_schools_than_allowed_refuse_the_run()
    {
        Run("UPDATE class SET enrolment = '四十'");
        Checked<SqlCounts> counts = Count(new SqlOptions { MostDoubtfulSchools = 1 });
        Diagnostic told = Assert.Single(counts.Diagnostics);
        Assert.Equal("CR5114", told.Code.ToString());
        Assert.Contains("2 schools", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_values_of_the_data_are_no_part_of_a_statement()
    {
        Run("UPDATE school SET id = 's''; DROP TABLE class; --' WHERE id = 's1'; UPDATE class SET school = 's''; DROP TABLE class; --', enrolment = '？' WHERE school = 's1'");
        Assert.Equal(1, Count().Value.SchoolsInProcess);
        Assert.Equal(2, Count().Value.Of("cn/class_size.large").Total);
    }

    [Fact]
    public void A_missing_column_leaves_its_rules_undetermined_and_a_missing_table_leaves_them_out()
    {
        Run("ALTER TABLE class DROP COLUMN enrolment");
        Assert.Equal(2, Count().Value.Of("cn/class_size.large").Undetermined);
        Run("DROP TABLE class");
        Assert.Contains(Count().Value.LeftOut, d => d.Code.ToString() == "CR5109");
    }

    [Fact]
    public async Task A_lost_connection_and_a_stopped_run_give_no_counts()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plan.CountAsync(_connection, null, stop.Token));
        _connection.Close();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plan.CountAsync(_connection));
    }

    private static SqlPlan Plan => SqlPlan.For(Packs.Value, new DateOnly(2026, 9, 1), SqlDialect.Sqlite);

    private Checked<SqlCounts> Count(SqlOptions? options = null) => Plan.CountAsync(_connection, options).GetAwaiter().GetResult();

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
