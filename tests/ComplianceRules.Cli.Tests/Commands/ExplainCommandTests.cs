using System.Text.Json;
using ComplianceRules.Cli.Output;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    private const string Homework = "cn/homework.written";

    /// <summary>A breach, a class without the fact, a class that the rule does not concern, and shares of a school and of a region.</summary>
    public static TheoryData<string, string, string, int> Shown => new()
    {
        { "breach", "class:3703220001/504", Homework, 1 },
        { "undetermined", "class:3703220002/401", Homework, 2 },
        { "not-applicable", "class:3703220001/101", Homework, 0 },
        { "share-of-school", "school:3703220001", "cn-370322/homework.total", 1 },
        { "share-of-region", "region:370322", "cn/class_size.large-share", 0 },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void What_is_drawn_is_what_was_approved(string name, string subject, string rule, int code)
    {
        foreach (string language in (string[])["zh", "en"])
        {
            Tool run = Tool.Run(100, CancellationToken.None, Arguments(subject, rule, "--lang", language));
            Assert.Equal((code, string.Empty), (run.Code, run.Error));
            ApprovedFile.Match($"tests/ComplianceRules.Cli.Tests/Golden/explain.{name}.{language}.approved.txt", run.Output);
            Assert.All(run.Output.Split('\n'), line => Assert.InRange(Page.Columns(line), 0, 100));
        }
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void What_programs_read_is_what_was_approved(string name, string subject, string rule, int code)
    {
        Tool run = Explain(subject, rule, "--format", "json");
        Assert.Equal((code, string.Empty), (run.Code, run.Error));
        ApprovedFile.Match($"tests/ComplianceRules.Cli.Tests/Golden/explain.{name}.approved.json", run.Output);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void A_narrow_screen_is_kept(string language) =>
        Assert.All(Tool.Run(60, CancellationToken.None, Arguments("school:3703220001", "cn-370322/homework.total", "--lang", language)).Output.Split('\n'), line => Assert.InRange(Page.Columns(line), 0, 60));

    [Fact]
    public void The_verdict_is_that_of_evaluate()
    {
        Tool all = Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json", "--all", "--rule", Homework);
        JsonElement[] findings = [.. JsonDocument.Parse(all.Output).RootElement.GetProperty("findings").EnumerateArray().Where((_, i) => i % 9 == 0)];
        Assert.True(findings.Length > 5);
        foreach (JsonElement finding in findings)
        {
            JsonElement subject = finding.GetProperty("subject");
            Tool run = Explain($"{subject.GetProperty("table").GetString()}:{subject.GetProperty("id").GetString()}", Homework, "--format", "json");
            Assert.Equal(finding.GetRawText(), JsonDocument.Parse(run.Output).RootElement.GetProperty("finding").GetRawText(), ignoreAllWhiteSpace: true);
        }
    }

    [Theory]
    [InlineData("class:504", "homework.written", 1)]
    [InlineData("school:3703220001", "homework.total", 1)]
    public void Short_names_do_where_only_one_is_meant(string subject, string rule, int code) => Assert.Equal(code, Explain(subject, rule).Code);

    [Theory]
    [InlineData("class:3703220001/504", "cn/homework.writen", "unknown rule `cn/homework.writen` (did you mean `cn/homework.written`?)")]
    [InlineData("class:3703220001/505", Homework, "the data has no row `class:3703220001/505` (did you mean `class:3703220001/501`?)")]
    [InlineData("clas:3703220001/504", Homework, "there is no table `clas` (did you mean `class`?)")]
    [InlineData("3703220001/504", Homework, "`3703220001/504` is no row")]
    [InlineData("class:101", Homework, "several rows go by `class:101`, write it in full: `class:3703220001/101`, `class:3703220002/101`")]
    [InlineData("school:3703220001", Homework, "the rule `cn/homework.written` does not judge rows of this table")]
    [InlineData("class:3703220001/504", "us-ny-nyc/class-size.k3", "the pack of the rule `us-ny-nyc/class-size.k3` does not judge this row")]
    public void Wrong_names_give_64_and_what_was_probably_meant(string subject, string rule, string problem)
    {
        Tool run = Explain(subject, rule);
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Contains("see `compliance-rules explain --help`", run.Error, StringComparison.Ordinal);
        Assert.Equal(64, Explain(subject, rule, "--lang", "zh").Code);
    }

    [Fact]
    public void A_rule_that_is_not_in_force_on_the_day_gives_64() =>
        Assert.Contains("is not in force on the day", Explain("class:3703220001/504", Homework, "--as-of", "2019-09-01").Error, StringComparison.Ordinal);

    [Fact]
    public void What_is_needed_and_not_given_gives_64()
    {
        Tool run = Tool.Run("explain", Tool.Gaoqing, "--packs", Tool.Packs);
        Assert.Equal(64, run.Code);
        Assert.Contains("`--subject` is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("`--rule` is missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_explained_like_snapshots()
    {
        string[] sources = [Tool.Gaoqing, Tool.Gaoqing.Replace(".json", ".ndjson", StringComparison.Ordinal), Tool.Gaoqing.Replace(".json", ".xlsx", StringComparison.Ordinal)];
        string[] answers = [.. sources.Select(s => Tool.Run("explain", s, "--packs", Tool.Packs, "--subject", "class:3703220001/504", "--rule", Homework, "--format", "json").Output)];
        Assert.NotEmpty(answers[0]);
        Assert.All(answers, a => Assert.Equal(answers[0], a));
    }

    [Fact]
    public void Wrong_packs_and_wrong_data_give_3_and_4()
    {
        using TempFolder folder = new();
        Assert.Equal(3, Tool.Run("explain", Tool.Gaoqing, "--packs", folder.Path, "--subject", "class:1", "--rule", "r").Code);
        string data = folder.Write("snapshot.json", "{ \"schemaVersion\": 1, ");
        Tool run = Tool.Run("explain", data, "--packs", Tool.Packs, "--subject", "class:1", "--rule", Homework, "--format", "json");
        Assert.Equal(4, run.Code);
        Assert.NotEqual(0, JsonDocument.Parse(run.Output).RootElement.GetArrayLength());
    }

    private static Tool Explain(string subject, string rule, params string[] options) => Tool.Run(Arguments(subject, rule, options));

    private static string[] Arguments(string subject, string rule, params string[] options) =>
        ["explain", Tool.Gaoqing, "--packs", Tool.Packs, "--subject", subject, "--rule", rule, .. options];
}
