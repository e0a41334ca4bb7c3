namespace ComplianceRules.Cli.Tests.Completion;

public sealed class CompletionTests
{
    [Fact]
    public void Commands_are_completed_with_what_they_do()
    {
        string[] lines = Complete("ev");
        Assert.Equal([":nothing"], lines.Except(lines.Where(l => l.StartsWith("eval", StringComparison.Ordinal))));
        Assert.Contains("evaluate\tJudges a snapshot of data against rule packs.", lines);
    }

    [Fact]
    public void Options_are_completed_but_not_twice()
    {
        Assert.Equal(["--format", "--fail-on"], Values("evaluate", "x.json", "--f").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["--fail-on"], Values("evaluate", "x.json", "--format", "json", "--f"));
        Assert.Contains("--rule", Values("evaluate", "x.json", "--rule", "a", "--ru"));
    }

    [Theory]
    [InlineData("evaluate x --format ", "table json ndjson")]
    [InlineData("evaluate x --format=js", "--format=json")]
    [InlineData("evaluate x --format = js", "json")]
    [InlineData("evaluate x --format =", "table json ndjson")]
    [InlineData("evaluate x --lang ", "zh en")]
    [InlineData("evaluate x --fail-on w", "warning")]
    [InlineData("completion ", "bash zsh fish pwsh")]
    [InlineData("help exit", "exit-codes")]
    public void Values_of_options_are_completed(string typed, string expected)
    {
        string[] values = Values(typed.Split(' '));
        Assert.All(expected.Split(' '), value => Assert.Contains(value, values));
    }

    [Fact]
    public void Rules_areas_parameters_and_packs_are_those_of_the_packs_on_the_line()
    {
        using TempFolder folder = new TempFolder().WithPack();
        Assert.Equal(["size/most\tAt most 45 pupils", ":nothing"], Complete("evaluate", "x.json", "--packs", folder.Packs, "--rule", "si"));
        Assert.Equal(["class_size"], Values("evaluate", "x.json", "--packs", folder.Packs, "--area", ""));
        Assert.Equal(["CN"], Values("evaluate", "x.json", "--packs", folder.Packs, "--only", ""));
        Assert.Equal(["size"], Values("prove", folder.Packs, "--child", ""));
        Assert.Contains("cn/class_size.primary".Split('/')[0], Values("prove", Tool.Packs, "--parent", "c"));
    }

    [Fact]
    public void Where_packs_are_not_there_or_wrong_nothing_is_said()
    {
        using TempFolder folder = new TempFolder().WithPack("\"rules\"", "\"ruels\"");
        Assert.Equal([":nothing"], Complete("evaluate", "x.json", "--rule", ""));
        Assert.Equal([":nothing"], Complete("evaluate", "x.json", "--packs", "nowhere", "--rule", ""));
        Assert.Equal([":nothing"], Complete("evaluate", "x.json", "--packs", folder.Packs, "--rule", ""));
    }

    [Theory]
    [InlineData("evaluate ", ":files")]
    [InlineData("evaluate x.json --packs ", ":folders")]
    [InlineData("evaluate x.json --map m", ":files")]
    [InlineData("check ", ":folders")]
    [InlineData("diff a ", ":folders")]
    [InlineData("eval ", ":nothing")]
    public void The_shell_is_told_whether_files_or_folders_fit(string typed, string expected) => Assert.Equal(expected, Complete(typed.Split(' '))[^1]);

    [Fact]
    public void Descriptions_are_in_the_language_of_the_locale()
    {
        Tool run = Tool.RunOn(new ToolMachine().With("LC_ALL", "zh_CN.UTF-8"), "__complete", "evalu");
        Assert.StartsWith("evaluate\t按规则包评估一份数据快照。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_that_has_no_script_is_told_which_have()
    {
        Tool run = Tool.Run("completion", "fsh");
        Assert.Equal(64, run.Code);
        Assert.Contains("`<shell>`: there is no `fsh`, choose one of: bash, zsh, fish, pwsh (did you mean `fish`?)", run.Error, StringComparison.Ordinal);
    }

    private static string[] Complete(params string[] typed)
    {
        Tool run = Tool.Run(["__complete", .. typed]);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        return run.Output.TrimEnd('\n').Split('\n');
    }

    private static string[] Values(params string[] typed) => [.. Complete(typed).SkipLast(1).Select(l => l.Split('\t')[0])];
}
