using System.Text.Json;
using ComplianceRules.Cli.Output;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateGaoqingTests
{
    [Theory]
    [InlineData("zh", 80, "违规（")]
    [InlineData("zh", 120, "违规（")]
    [InlineData("en", 80, "Violations (")]
    [InlineData("en", 120, "Violations (")]
    public void The_sample_gives_a_readable_table_and_exit_code_1(string language, int width, string heading)
    {
        Tool run = Tool.Run(width, CancellationToken.None, "evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--lang", language);
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Contains(heading, run.Output, StringComparison.Ordinal);
        Assert.Contains("cn/homework.written", run.Output, StringComparison.Ordinal);
        Assert.Contains("教基厅函〔2021〕13号", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(Page.Columns(line), 0, width));
    }

    [Fact]
    public void The_sample_has_every_verdict_but_waived_and_every_severity()
    {
        JsonElement report = Report();
        JsonElement verdicts = report.GetProperty("summary").GetProperty("verdicts");
        Assert.All(["compliant", "nonCompliant", "undetermined", "notApplicable"], v => Assert.NotEqual(0, verdicts.GetProperty(v).GetInt32()));
        Assert.Equal(0, verdicts.GetProperty("waived").GetInt32());
        IEnumerable<string?> severities = report.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("severity").GetString());
        Assert.Equal(["advice", "progress", "violation", "warning"], severities.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_summary_counts_the_findings()
    {
        JsonElement report = Report();
        JsonElement verdicts = report.GetProperty("summary").GetProperty("verdicts");
        int Listed(string verdict) => report.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("verdict").GetString() == verdict)
            .Sum(f => f.TryGetProperty("rows", out JsonElement rows) ? rows.GetInt32() : 1);
        Assert.Equal(verdicts.GetProperty("nonCompliant").GetInt32(), Listed("NonCompliant"));
        Assert.Equal(verdicts.GetProperty("undetermined").GetInt32(), Listed("Undetermined"));
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes() => Assert.Equal(Json(), Json());

    private static string Json() => Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json").Output;

    private static JsonElement Report() => JsonDocument.Parse(Json()).RootElement;
}
