namespace ComplianceRules.Cli.Tests.Usage;

public sealed class VerbosityTests
{
    private static readonly string[] Evaluate = ["evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json"];

    [Fact]
    public void Quiet_leaves_results_and_exit_code_and_no_notice()
    {
        using TempFolder folder = new TempFolder().WithPack();
        string data = folder.Snapshot("\"enrolment\": 46, \"nonsense\": 1", head: """ "date": "2026-09-01", """);
        Tool loud = Tool.Run("evaluate", data, "--packs", folder.Packs);
        Tool quiet = Tool.Run("evaluate", data, "--packs", folder.Packs, "--quiet");
        Assert.Contains("nonsense", loud.Error, StringComparison.Ordinal);
        Assert.Equal((loud.Code, loud.Output, string.Empty), (quiet.Code, quiet.Output, quiet.Error));
    }

    [Fact]
    public void Quiet_still_says_what_went_wrong()
    {
        using TempFolder folder = new TempFolder().WithPack();
        Assert.Contains("there is no such file", Tool.Run("evaluate", "nothing.json", "--packs", folder.Packs, "-q").Error, StringComparison.Ordinal);
        string data = folder.Snapshot("\"enrolment\": 46, \"nonsense\": 1");
        Tool strict = Tool.Run("evaluate", data, "--packs", folder.Packs, "--strict", "--quiet");
        Assert.Equal(4, strict.Code);
        Assert.Contains("`nonsense`", strict.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_says_what_was_loaded_and_how_long_it_took()
    {
        Tool run = Tool.RunOn(new ToolMachine { Time = new Progress.ManualTime() }, [.. Evaluate, "--verbose"]);
        Assert.Equal(Tool.Run(Evaluate).Output, run.Output);
        Assert.Contains($"compliance-rules: loading the packs {Tool.Packs}: 0.00 s\n", run.Error, StringComparison.Ordinal);
        Assert.Contains($"compliance-rules: reading {Tool.Gaoqing}: 0.00 s\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("compliance-rules: judging: 0.00 s\n", run.Error, StringComparison.Ordinal);
        Assert.Matches("compliance-rules: packs: [0-9]+: cn ", run.Error);
        Assert.Matches("rows: [0-9]+, tables: [0-9]+\n", run.Error);
    }

    [Fact]
    public void Verbose_names_the_rules_that_judged_nothing()
    {
        using TempFolder folder = new TempFolder().WithPack("\"from\": \"2020-09-01\"", "\"from\": \"2020-09-01\", \"until\": \"2020-12-31\"");
        string data = folder.Snapshot("\"enrolment\": 46");
        Tool.Run("evaluate", data, "--packs", folder.Packs, "-v");
        using TempFolder other = new TempFolder().WithPack("\"region\": \"CN\"", "\"region\": \"440000\"");
        Assert.Contains("rules that judged nothing: 1: size/most", Tool.Run("evaluate", data, "--packs", other.Packs, "-v").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_and_verbose_contradict_each_other()
    {
        Tool run = Tool.Run("check", Tool.Packs, "--quiet", "--verbose");
        Assert.Equal(64, run.Code);
        Assert.Contains("give either `--quiet` or `--verbose`, not both", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_not_shown_where_standard_error_is_no_screen() => Assert.DoesNotContain('\r', Tool.Run(Evaluate).Error);
}
