using System.Text.Json;
using ComplianceRules.Tests;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateInDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public EvaluateInDatabaseTests()
    {
        Run("CREATE TABLE school (id TEXT, name TEXT, region TEXT, boarding); CREATE TABLE class (id TEXT, school TEXT, grade, enrolment, kind)");
        Run("INSERT INTO school VALUES ('s1', '一小', '370322', 0), ('s2', '二小', '370322', 0); INSERT INTO class VALUES ('301', 's1', 3, 56, 'ordinary'), ('301', 's2', 3, 45, 'ordinary'), ('302', 's2', 3, NULL, 'ordinary')");
    }

    private string File => Path.Combine(_folder.Path, "facts.db");

    private string Database => $"sqlite:{File}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rules_are_counted_where_the_rows_are()
    {
        Tool run = Evaluate("--in-database", "alone", "--rule", "class_size.large");
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Matches(@"cn/class_size\.large\b", run.Output);
        Assert.Contains("1 rules judged rows", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_counts_of_each_region()
    {
        Tool run = Evaluate("--in-database", "alone", "--rule", "class_size.large", "--format", "json");
        JsonElement count = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("counts").EnumerateArray());
        Assert.Equal(("cn/class_size.large", "370322", 1, 1, 1), (count.GetProperty("rule").GetString(), count.GetProperty("region").GetString(), count.GetProperty("compliant").GetInt32(), count.GetProperty("nonCompliant").GetInt32(), count.GetProperty("undetermined").GetInt32()));
    }

    [Fact]
    public void Json_lines_have_the_rows_that_break_rules_or_are_not_decided_with_measure_and_law()
    {
        Tool run = Evaluate("--in-database", "alone", "--rule", "class_size.large", "--format", "ndjson");
        JsonElement[] lines = [.. run.Output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(["s1/301 NonCompliant", "s2/302 Undetermined"], lines[..^1].Select(l => $"{l.GetProperty("subject").GetProperty("id").GetString()} {l.GetProperty("verdict").GetString()}"));
        Assert.Equal((56, 56, 0), (lines[0].GetProperty("observed").GetInt32(), lines[0].GetProperty("limit").GetInt32(), lines[0].GetProperty("margin").GetInt32()));
        Assert.NotEmpty(lines[0].GetProperty("source").GetProperty("instrument").GetString()!);
        Assert.Empty(lines[^1].GetProperty("leftOut").EnumerateArray());
    }

    [Fact]
    public void What_the_database_cannot_judge_is_listed_or_judged_in_process()
    {
        Tool alone = EvaluateBy(RepositoryRoot.Combine("tests/packs/good/kinds"), "--in-database", "alone", "--format", "json");
        Assert.Matches("CR510[0-9]: the rule `.*` is not written as SQL", alone.Error);
        Assert.NotEmpty(JsonDocument.Parse(alone.Output).RootElement.GetProperty("leftOut").EnumerateArray());
        JsonElement all = JsonDocument.Parse(EvaluateBy(RepositoryRoot.Combine("tests/packs/good/kinds"), "--in-database", "with-rest", "--format", "json").Output).RootElement;
        Assert.Empty(all.GetProperty("leftOut").EnumerateArray());
        Assert.NotEmpty(all.GetProperty("inProcess").EnumerateArray());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void Rows_that_cannot_be_told_apart_give_no_result(string format)
    {
        Run("INSERT INTO class VALUES ('301', 's1', 3, 30, 'ordinary')");
        string file = Path.Combine(_folder.Path, "result");
        Tool run = Evaluate("--in-database", "alone", "--format", format, "--out", file);
        Assert.Equal(4, run.Code);
        Assert.Contains("CR5112", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(file));
    }

    [Fact]
    public void A_mapping_names_tables_and_columns()
    {
        Run("CREATE VIEW 班 AS SELECT id AS 班号, school AS 校, enrolment AS 人数, grade AS 年级 FROM class");
        string map = Path.Combine(_folder.Path, "map.json");
        System.IO.File.WriteAllText(map, """
            { "tables": [ { "table": "school", "file": "school", "id": ["id"], "parent": { "table": "region", "key": ["region"] } },
              { "table": "class", "file": "班", "id": ["班号"], "parent": { "table": "school", "key": ["校"] }, "fields": { "enrolment": { "column": "人数" }, "grade": { "column": "年级" } } } ] }
            """);
        Tool run = Evaluate("--in-database", "alone", "--rule", "class_size.large", "--format", "ndjson", "--map", map);
        Assert.Equal(["s1/301", "s2/302"], run.Output.TrimEnd('\n').Split('\n')[..^1].Select(l => JsonDocument.Parse(l).RootElement.GetProperty("subject").GetProperty("id").GetString()));
    }

    [Fact]
    public void A_database_that_is_none_is_told()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.Path, "text.db"), "not a database, only some words that are long enough to be taken for a page");
        Tool run = Tool.Run(["evaluate", $"sqlite:{Path.Combine(_folder.Path, "text.db")}", "--packs", SmallPacks.Path, "--as-of", "2026-09-01", "--in-database", "alone", "--lang", "en"]);
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains("not a database", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--in-database", "some")]
    [InlineData("--in-database", "alone", "--format", "html")]
    [InlineData("--in-database", "alone", "--all")]
    [InlineData("--in-database", "alone", "--shard", "1/2")]
    [InlineData("--in-database", "alone", "--pack", "cn=s1")]
    [InlineData("--in-database", "alone", "--waivers", "waivers.json")]
    public void What_does_not_go_with_it_is_refused(params string[] options)
    {
        Tool run = Evaluate(options);
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void It_wants_a_database_and_a_day()
    {
        Assert.Equal(64, Tool.Run(["evaluate", RepositoryRoot.Combine("samples/gaoqing/snapshot.json"), "--packs", SmallPacks.Path, "--as-of", "2026-09-01", "--in-database", "alone"]).Code);
        Assert.Equal(64, Tool.Run(["evaluate", Database, "--packs", SmallPacks.Path, "--in-database", "alone"]).Code);
    }

    private Tool Evaluate(params string[] options) => EvaluateBy(SmallPacks.Path, options);

    private Tool EvaluateBy(string packs, params string[] options) => Tool.Run(["evaluate", Database, "--packs", packs, "--as-of", "2026-09-01", "--lang", "en", .. options]);

    private void Run(string sql)
    {
        using SqliteConnection connection = new($"Data Source={File};Pooling=false");
        connection.Open();
        using SqliteCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
