using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Sql;

/// <summary>Databases that share out the schools are judged as one, or not at all.</summary>
public sealed class SqlNodesTests : IDisposable
{
    private const string Tables = "CREATE TABLE school (id, region, boarding, after_school_participation); CREATE TABLE class (id, school, grade, enrolment, kind); CREATE TABLE region (code, name)";
    private const string Rows0 = "INSERT INTO school VALUES ('s1', '370322', 0, 94); INSERT INTO class VALUES ('1', 's1', 3, 56, 'ordinary'), ('2', 's1', 3, '？', 'ordinary'); INSERT INTO region VALUES ('370322', '高青县')";
    private const string Rows1 = "INSERT INTO school VALUES ('s2', '370322', 0, 96), ('s3', '370300', 0, NULL); INSERT INTO class VALUES ('1', 's2', 3, 60, 'ordinary'), ('2', 's2', 3, 30, 'ordinary')";

    private static readonly Lazy<Catalogue> Packs = new(() => PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value);

    private readonly SqliteConnection _node0 = Made(Tables, Rows0);
    private readonly SqliteConnection _node1 = Made(Tables, Rows1);

    private static SqlPlan Plan => SqlPlan.For(Packs.Value, new DateOnly(2026, 9, 1), SqlDialect.Sqlite);

    public void Dispose()
    {
        _node0.Dispose();
        _node1.Dispose();
    }

    [Theory]
    [InlineData(SqlRest.LeaveOut)]
    [InlineData(SqlRest.JudgeInProcess)]
    public async Task Nodes_have_the_counts_and_findings_of_one_database_with_all_their_rows(SqlRest rest)
    {
        using SqliteConnection whole = Made(Tables, Rows0, Rows1);
        SqlOptions options = new() { Rest = rest };
        SqlCounts expected = (await Plan.CountAsync(whole, options)).Value;
        SqlCounts counts = (await Plan.CountAsync([_node0, _node1], options)).Value;
        Assert.Equal<SqlCount>(expected.Counts, counts.Counts);
        Assert.Equal(expected.LeftOut.Select(d => d.ToString()), counts.LeftOut.Select(d => d.ToString()));
        Assert.Equal((1, expected.InProcess.Length), (counts.SchoolsInProcess, counts.InProcess.Length));
        List<string> found = await Found(t => Plan.FindAsync([_node0, _node1], t, options));
        Assert.Equal((await Found(t => Plan.FindAsync(whole, t, options))).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Contains(found, f => f.StartsWith("cn/class_size.large NonCompliant class s2/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Findings_of_one_node_come_after_those_of_the_node_before()
    {
        SqlOptions options = new() { Rules = ["class_size.large"] };
        Run(_node0, "UPDATE class SET enrolment = 57 WHERE id = '2'");
        List<string> found = await Found(t => Plan.FindAsync([_node1, _node0], t, options));
        Assert.Equal(["s2/1", "s1/1", "s1/2"], found.Select(f => f.Split(' ')[3]));
    }

    [Theory]
    [InlineData("INSERT INTO school VALUES ('s1', '370322', 1, 94)", "CR5121 1")]
    [InlineData("INSERT INTO region VALUES ('370300', '淄博市')", "CR5122 region 2")]
    [InlineData("INSERT INTO class VALUES ('3', 's1', 3, 46, 'ordinary')", "CR5113 class 1")]
    [InlineData("ALTER TABLE class DROP COLUMN enrolment", "CR5120 class enrolment")]
    [InlineData("ALTER TABLE class ADD COLUMN note", "CR5120 class note")]
    [InlineData("CREATE TABLE year_group (grade, school)", "CR5120 year_group grade, CR5120 year_group school")]
    public async Task Nodes_that_are_no_one_database_are_refused(string sql, string told)
    {
        Run(_node1, sql);
        Checked<SqlCounts> counts = await Plan.CountAsync([_node0, _node1]);
        Assert.Equal(told, string.Join(", ", counts.Diagnostics.Select(d => $"{d.Code} {string.Join(' ', d.Arguments)}")));
        Assert.False(counts.IsValid);
    }

    [Fact]
    public async Task A_node_that_fails_leaves_no_counts()
    {
        Run(_node1, "ALTER TABLE class RENAME TO class_row; CREATE VIEW class AS SELECT id, school, grade, abs(-9223372036854775807 - 1) AS enrolment, kind FROM class_row");
        await Assert.ThrowsAnyAsync<DbException>(() => Plan.CountAsync([_node0, _node1]));
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_by_whom()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        OperationCanceledException stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plan.CountAsync([_node0, _node1], null, stop.Token));
        Assert.Equal(stop.Token, stopped.CancellationToken);
    }

    [Fact]
    public async Task No_node_and_one_that_is_named_twice_are_the_callers_mistake()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Plan.CountAsync(Array.Empty<DbConnection>()));
        await Assert.ThrowsAsync<ArgumentException>(() => Plan.FindAsync([_node0, _node0], _ => ValueTask.CompletedTask));
    }

    private static async Task<List<string>> Found(Func<Func<SqlFinding, ValueTask>, Task<Checked<SqlCounts>>> find)
    {
        List<string> found = [];
        Assert.True((await find(f =>
        {
            found.Add($"{f.Rule} {f.Verdict} {f.Subject.Table} {f.Subject.Id} {f.Region} {f.Observed} {f.Limit} {f.Margin}");
            return ValueTask.CompletedTask;
        })).IsValid);
        return found;
    }

    private static SqliteConnection Made(params string[] sql)
    {
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        foreach (string text in sql) Run(connection, text);
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
