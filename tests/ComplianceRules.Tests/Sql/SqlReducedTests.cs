using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Sql;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Tests.Sql;

/// <summary>Of rules about regions the database works out what they ask of schools and of the rows below them; the last step is made in process.</summary>
public sealed class SqlReducedTests : IDisposable
{
    private const string Facts = """
        { "class": { "fields": { "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 } } },
          "school": { "fields": {
            "seats": { "type": "number", "unit": "1", "range": [0, 100000], "step": 1 },
            "pupils": { "type": "number", "unit": "1", "range": [0, 100000], "step": 1 },
            "name_text": { "type": "text" } } },
          "region": { "fields": { "pay": { "type": "number", "unit": "1", "range": [0, 10], "step": 0.1 } } },
          "visit": { "parent": "region", "children": "visits", "title": "视察", "fields": { "announced": { "type": "bool" } } } }
        """;

    private const string Most = """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": null, "value": 45 } ] } }""";

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqlReducedTests()
    {
        _connection.Open();
        Run("CREATE TABLE school (id, region, seats, pupils, classes); CREATE TABLE class (id, school, enrolment); CREATE TABLE region (id, pay); CREATE TABLE visit (id, region, announced); CREATE TABLE snapshot (covers)");
        Run("INSERT INTO snapshot VALUES ('CN'); INSERT INTO region VALUES ('370000', 0.9), ('440000', 1.2); INSERT INTO visit VALUES ('v1', '370000', 'true'), ('v2', '370000', 'false')");
        Run("INSERT INTO school VALUES ('s1', '370322', 100, 1000, 'true'), ('s2', '370322', 140, 1000, 'true'), ('s3', '370303', 90, 2000, 'true'), ('s4', '440100', NULL, 10, 'true')");
        Run("INSERT INTO class VALUES ('1', 's1', 40), ('2', 's1', 50), ('1', 's2', 30), ('2', 's2', 30), ('3', 's2', 30), ('1', 's3', 60), ('1', 's4', 20)");
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("a share of classes", "\"share\": { \"of\": \"classes\", \"where\": \"enrolment > 0\", \"that\": \"enrolment <= $most\", \"min\": 70 }")]
    [InlineData("a share of schools by their classes", "\"share\": { \"of\": \"schools\", \"that\": \"classes.all(c, c.enrolment <= 45)\", \"min\": 60 }")]
    [InlineData("the variation of a quotient, weighted", "\"balance\": { \"of\": \"schools\", \"measure\": \"per_100(seats, pupils)\", \"weight\": \"pupils\", \"statistic\": \"cv\", \"max\": 0.35 }")]
    [InlineData("the spread", "\"balance\": { \"of\": \"schools\", \"where\": \"pupils > 500\", \"measure\": \"seats\", \"statistic\": \"spread\", \"max\": 45 }")]
    [InlineData("a percentile of sums", "\"require\": \"schools.map(s, s.classes.map(c, c.enrolment).sum()).percentile(50) <= 80\"")]
    [InlineData("a mean of classes", "\"require\": \"classes.map(c, c.enrolment).avg() <= 40\"")]
    [InlineData("a number of schools", "\"limit\": { \"of\": \"size(schools.filter(s, s.seats > 95))\", \"max\": 1 }")]
    [InlineData("three of several items", "\"k-of\": { \"k\": 2, \"items\": [ { \"id\": \"a\", \"title\": \"甲\", \"require\": \"schools.all(s, s.seats > 95)\" }, { \"id\": \"b\", \"title\": \"乙\", \"limit\": { \"of\": \"schools.map(s, s.pupils).sum()\", \"max\": 4000 } }, { \"id\": \"c\", \"title\": \"丙\", \"require\": \"pay >= 1\" } ] }")]
    [InlineData("facts of the region alone", "\"limit\": { \"of\": \"pay\", \"min\": 1 }")]
    [InlineData("rows of the region's own", "\"forbid\": \"visits.exists(v, v.announced)\"")]
    public async Task What_is_asked_of_rows_is_worked_out_there_and_judged_as_the_engine_does(string what, string kind)
    {
        Catalogue packs = Packs(PackText.Rule("r", kind.Replace("$most", "param('most')", StringComparison.Ordinal), subject: "region"));
        using Judgement judged = Plan.For(packs, Judged.Day).Judge(Read(packs));
        SqlCounts counts = await CountAsync(packs);
        Assert.True(counts.LeftOut.IsEmpty, $"{what}: {string.Join("; ", counts.LeftOut)}");
        Assert.Equal("a/r", Assert.Single(counts.Reduced));
        Assert.Equal(judged.CountsOf(0), counts.Of("a/r"));
        Assert.Equal(0, counts.SchoolsInProcess);
        Assert.True(judged.CountsOf(0) is { Compliant: > 0 } or { Undetermined: > 0 } && judged.CountsOf(0).NonCompliant > 0, $"{what} shows nothing: {judged.CountsOf(0)}");
    }

    [Theory]
    [InlineData("classes.map(c, c.enrolment).sum() <= 110")]
    [InlineData("classes.filter(c, c.enrolment < 50).map(c, 60 - c.enrolment).avg() <= 29")]
    [InlineData("classes.map(c, c.enrolment).max() <= 55")]
    [InlineData("classes.filter(c, c.enrolment != 30).map(c, c.enrolment).min() <= 20")]
    [InlineData("classes.count(c, c.enrolment > 45) <= 1")]
    public async Task Sums_counts_and_extremes_of_classes_come_as_one_number_of_their_school(string require)
    {
        Run("INSERT INTO school VALUES ('s5', '440100', 1, 1, 'true')");
        Catalogue packs = Packs(PackText.Rule("r", $"\"require\": \"{require}\"", subject: "region"));
        SqlScript script = SqlPlan.For(packs, Judged.Day, SqlDialect.Sqlite).Script(RegionCode.Parse("370322"));
        Assert.Equal(["school"], script.Queries.Select(q => q.Table).Distinct());
        using Judgement judged = Plan.For(packs, Judged.Day).Judge(Read(packs));
        Assert.Equal(judged.CountsOf(0), (await CountAsync(packs)).Of("a/r"));
        Assert.True(judged.CountsOf(0) is { Compliant: > 0, NonCompliant: > 0 }, $"shows nothing: {judged.CountsOf(0)}");
    }

    [Fact]
    public void Classes_that_are_alike_come_as_one_row_of_their_school()
    {
        SqlScript script = SqlPlan.For(Packs(PackText.Rule("r", "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= 45\", \"min\": 70 }", subject: "region")), Judged.Day, SqlDialect.Sqlite).Script(RegionCode.Parse("370322"));
        SqlQuery asked = Assert.Single(script.Queries, q => q is { Kind: SqlQueryKind.Reduced, Table: "class" });
        using SqliteCommand command = new(asked.Statement.Text, _connection);
        foreach (SqlParameter parameter in asked.Statement.Parameters) command.Parameters.AddWithValue(parameter.Name, parameter.Value);
        using SqliteDataReader rows = command.ExecuteReader();
        List<string> read = [];
        while (rows.Read()) read.Add(string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)));
        Assert.Equal(["s1 0 1", "s1 1 1", "s2 1 3", "s3 0 1", "s4 1 1"], read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_school_that_sql_may_read_otherwise_is_asked_in_process()
    {
        Run("UPDATE class SET enrolment = '５０' WHERE school = 's2' AND id = '1'");
        Catalogue packs = Packs(PackText.Rule("r", "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= 45\", \"min\": 70 }", subject: "region"));
        using Judgement judged = Plan.For(packs, Judged.Day).Judge(Read(packs));
        SqlCounts counts = await CountAsync(packs);
        Assert.Equal(1, counts.SchoolsInProcess);
        Assert.Equal(judged.CountsOf(0), counts.Of("a/r"));
        Assert.Equal("a/r", Assert.Single(counts.Reduced));
    }

    [Fact]
    public async Task A_list_that_is_not_whole_leaves_its_regions_undetermined()
    {
        Run("UPDATE school SET classes = 'false' WHERE id = 's3'");
        Catalogue packs = Packs(PackText.Rule("r", "\"require\": \"size(classes) >= 1\"", subject: "region"));
        using Judgement judged = Plan.For(packs, Judged.Day).Judge(Read(packs));
        VerdictCounts counted = (await CountAsync(packs)).Of("a/r");
        Assert.Equal(judged.CountsOf(0), counted);
        Assert.True(counted is { Undetermined: > 1, Compliant: > 1 }, $"{counted}");
    }

    [Fact]
    public async Task More_answers_than_a_query_has_room_for_leave_rules_out()
    {
        const int Many = 260;
        Catalogue packs = Packs(string.Join(", ", Enumerable.Range(0, Many).Select(i => PackText.Rule($"r{i}", $"\"require\": \"schools.all(s, s.pupils > {i})\"", subject: "region"))));
        SqlCounts counts = await CountAsync(packs);
        Assert.InRange(counts.Reduced.Length, 200, Many - 1);
        Assert.Equal(Many, counts.Reduced.Length + counts.LeftOut.Length);
        using Judgement judged = Plan.For(packs, Judged.Day).Judge(Read(packs));
        SqlCounts all = (await SqlPlan.For(packs, Judged.Day, SqlDialect.Sqlite).CountAsync(_connection, new SqlOptions { Rest = SqlRest.JudgeInProcess })).Value;
        Assert.All(Enumerable.Range(0, Many), i => Assert.Equal(judged.CountsOf(i), all.Of(judged.Rules[i])));
    }

    [Fact]
    public async Task Where_regions_have_different_limits_for_a_row_the_rule_is_left_out_and_fetched_when_asked()
    {
        string rule = PackText.Rule("r", "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= param('most')\", \"min\": 70 }", subject: "region");
        Catalogue packs = Packs(rule, PackText.Pack("b", "370000", "{}", """{ "most": { "values": [ { "from": null, "value": 35 } ] } }""", more: ", \"extends\": \"a\""));
        SqlCounts counts = await CountAsync(packs);
        Assert.Equal(["CR5102"], counts.LeftOut.Select(d => d.Code.ToString()));
        Assert.Empty(counts.Reduced);
        using Judgement judged = Plan.For(packs, Judged.Day).Judge(Read(packs));
        SqlCounts fetched = (await SqlPlan.For(packs, Judged.Day, SqlDialect.Sqlite).CountAsync(_connection, new SqlOptions { Rest = SqlRest.JudgeInProcess })).Value;
        Assert.Equal(judged.CountsOf(0), fetched.Of("a/r"));
        Assert.Equal("a/r", Assert.Single(fetched.InProcess));
    }

    [Fact]
    public async Task The_limit_of_the_region_itself_may_differ()
    {
        string rule = PackText.Rule("r", "\"limit\": { \"of\": \"classes.map(c, c.enrolment).max()\", \"max\": \"$most\" }", subject: "region");
        Catalogue packs = Packs(rule, PackText.Pack("b", "370000", "{}", """{ "most": { "values": [ { "from": null, "value": 35 } ] } }""", more: ", \"extends\": \"a\""));
        List<SqlFinding> found = [];
        Checked<SqlCounts> run = await SqlPlan.For(packs, Judged.Day, SqlDialect.Sqlite).FindAsync(_connection, finding =>
        {
            found.Add(finding);
            return ValueTask.CompletedTask;
        });
        Assert.Equal("a/r", Assert.Single(run.Value.Reduced));
        Finding[] expected = [.. Plan.For(packs, Judged.Day).Run(Read(packs), new RunOptions { EachRow = true }).Findings.Where(f => f.Verdict == Verdict.NonCompliant)];
        Assert.Equal(expected.Select(f => $"{f.Subject!.Id} {f.Observed} {f.Limit} {f.Margin} {f.LimitSource}").Order(StringComparer.Ordinal), found.Select(f => $"{f.Subject.Id} {f.Observed} {f.Limit} {f.Margin} {f.LimitSource}").Order(StringComparer.Ordinal));
        Assert.Equal(2, found.Select(f => f.Limit).Distinct().Count());
    }

    private static Catalogue Packs(string rule, string? inner = null)
    {
        string outer = PackText.Pack("a", facts: Facts, parameters: Most, rules: $"[{rule}]");
        using TempPacks folder = new TempPacks().With("a/pack.json", outer);
        if (inner is not null) folder.With("b/pack.json", inner);
        Checked<Catalogue> read = Judged.Catalogue(folder.Path);
        Assert.True(read.IsValid, string.Join("; ", read.Diagnostics));
        return read.Value;
    }

    private async Task<SqlCounts> CountAsync(Catalogue packs)
    {
        Checked<SqlCounts> counted = await SqlPlan.For(packs, Judged.Day, SqlDialect.Sqlite).CountAsync(_connection);
        Assert.True(counted.IsValid, string.Join("; ", counted.Diagnostics));
        return counted.Value;
    }

    private Snapshot Read(Catalogue packs) =>
        new DataReaderSnapshotSource("db", ((string[])["school", "class", "region", "visit", "snapshot"]).Select(Table)).Read(packs.Schema, new SnapshotOptions(), CancellationToken.None).Value;

    private DataReaderTable Table(string name) => new(name, () =>
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {name}";
        return command.ExecuteReader();
    });

    private void Run(string sql)
    {
        using SqliteCommand command = new(sql, _connection);
        command.ExecuteNonQuery();
    }
}
