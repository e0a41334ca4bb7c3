using System.Text.Json;
using ComplianceRules.Tests;
using Microsoft.Data.Sqlite;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateDatabaseTests
{
    private static readonly string Sample = RepositoryRoot.Combine("samples/gaoqing/snapshot.db");

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("csv")]
    [InlineData("sarif")]
    public void A_database_file_gets_the_verdicts_of_the_same_facts_in_json(string format)
    {
        Tool found = Tool.Run("evaluate", $"sqlite:{Sample}", "--packs", Tool.Packs, "--format", format);
        Assert.Equal(1, found.Code);
        if (format != "csv") return;
        Assert.Equal(Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", format).Output, found.Output);
    }

    [Fact]
    public void Findings_of_a_database_file_are_those_of_json()
    {
        JsonElement[] both = [.. ((string[])[Tool.Gaoqing, $"sqlite:{Sample}"]).Select(data => JsonDocument.Parse(Tool.Run("evaluate", data, "--packs", Tool.Packs, "--format", "json").Bytes).RootElement)];
        Assert.Equal(both[0].GetProperty("findings").GetRawText(), both[1].GetProperty("findings").GetRawText());
        Assert.NotEqual(0, both[1].GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void A_mapping_reads_tables_of_other_names()
    {
        using TempFolder folder = new();
        string file = Made(folder, """
            CREATE TABLE "T ""1" (code TEXT, no INTEGER, size INTEGER); INSERT INTO "T ""1" VALUES ('S', 1, 99), ('''; DROP TABLE x; --', 2, 1);
            """);
        folder.Write("mapping.json", """
            { "tables": [ { "table": "class", "file": "T ?1", "id": ["no"], "parent": { "table": "school", "key": ["code"] }, "fields": { "enrolment": { "column": "size" } } } ],
              "date": "2026-09-01", "constants": { "school.region": "370322" } }
            """);
        Tool run = Tool.Run("evaluate", $"sqlite:{file}", "--map", Path.Combine(folder.Path, "mapping.json"), "--packs", folder.WithPack().Packs, "--format", "csv", "--all");
        Assert.Contains("S/1", run.Output, StringComparison.Ordinal);
        Assert.Contains("DROP TABLE x", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE other (id); CREATE TABLE another (id)")]
    [InlineData("PRAGMA user_version = 1")]
    public void A_database_of_something_else_is_refused(string sql)
    {
        using TempFolder folder = new();
        Tool run = Tool.Run("evaluate", $"sqlite:{Made(folder, sql)}", "--packs", Tool.Packs);
        Assert.Equal(4, run.Code);
        Assert.Contains("CR4112", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_only_read()
    {
        using TempFolder folder = new();
        string file = Path.Combine(folder.Path, "facts.db");
        File.Copy(Sample, file);
        File.SetAttributes(file, FileAttributes.ReadOnly);
        Assert.Equal(1, Tool.Run("evaluate", $"sqlite:{file}", "--packs", Tool.Packs).Code);
        File.SetAttributes(file, FileAttributes.Normal);
        Assert.Equal(File.ReadAllBytes(Sample), File.ReadAllBytes(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("sqlite:nowhere.db", 4, "cannot read `nowhere.db`")]
    [InlineData("sqlite:", 64, "`sqlite:` wants the file")]
    [InlineData("sqlite:README.md", 4, "file is not a database")]
    public void What_is_no_database_says_so_and_nothing_is_made(string data, int code, string expected)
    {
        string path = data == "sqlite:README.md" ? $"sqlite:{RepositoryRoot.Combine("README.md")}" : data;
        Tool run = Tool.Run("evaluate", path, "--packs", Tool.Packs);
        Assert.Equal(code, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("nowhere.db"));
    }

    [Fact]
    public void A_report_is_not_written_over_the_database_that_is_read()
    {
        using TempFolder folder = new();
        string file = Path.Combine(folder.Path, "facts.db");
        File.Copy(Sample, file);
        Tool run = Tool.Run("evaluate", $"sqlite:{file}", "--packs", Tool.Packs, "--out", file);
        Assert.Equal(64, run.Code);
        Assert.Equal(File.ReadAllBytes(Sample), File.ReadAllBytes(file));
    }

    [Fact]
    public void A_view_that_never_ends_is_stopped_with_the_run()
    {
        using TempFolder folder = new();
        string file = Made(folder, "CREATE VIEW school AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS id FROM n");
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        Assert.Equal(130, Tool.Run(80, stop.Token, "evaluate", $"sqlite:{file}", "--packs", Tool.Packs).Code);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("waivers")]
    [InlineData("evaluate", "--previous")]
    public void A_password_in_an_address_is_refused_and_repeated_nowhere(string command, string? option = null)
    {
        const string Url = "postgresql://anna:SECRET@127.0.0.1:1/facts";
        string[] data = option is null ? [Url] : [Tool.Gaoqing, option, Url];
        Tool run = Tool.Run([command, .. data, "--packs", Tool.Packs, "--stdin-filename", "x.json", "--verbose"]);
        Assert.Equal(64, run.Code);
        Assert.Contains("may hold no password", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_told_like_a_file_that_is_not_there()
    {
        Tool run = Tool.Run("evaluate", "postgresql://anna@127.0.0.1:1/facts", "--packs", Tool.Packs);
        Assert.Equal(4, run.Code);
        Assert.Contains("cannot read `127.0.0.1:1/facts`", run.Error, StringComparison.Ordinal);
    }

    private static string Made(TempFolder folder, string sql)
    {
        string file = Path.Combine(folder.Path, "made.db");
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = new(sql, connection);
        command.ExecuteNonQuery();
        return file;
    }
}
