using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    private string Out => Path.Combine(_folder.Path, "workflows.json");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--pack", "cn", "cn/class")]
    [InlineData("--region", "370322", "370322/class")]
    public void It_writes_workflows_and_says_how_many_rules_are_in_them(string option, string value, string workflow)
    {
        Tool run = Export(SmallPacks.Path, option, value, "--as-of", "2026-09-01", "--out", Out);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Matches(@"^rules: \d+ in \d+ workflow\(s\), 0 left out, written to `", run.Output);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Out));
        Assert.Contains(workflow, document.RootElement.EnumerateArray().Select(w => w.GetProperty("WorkflowName").GetString()));
    }

    [Fact]
    public void Rules_that_are_left_out_are_told_with_their_places_and_exit_code_1()
    {
        Tool run = Export(RepositoryRoot.Combine("tests/packs/good/kinds"), "--region", "CN", "--as-of", "2026-09-01", "--out", Out);
        Assert.Equal(1, run.Code);
        Assert.Matches(@"pack\.json\(\d+,\d+\): warning CR5053: the rule `[^`]+` is left out: a workflow cannot say `cv`", run.Error);
        Assert.True(File.Exists(Out));
    }

    [Fact]
    public void Where_there_is_nothing_to_write_the_exit_code_is_3_and_no_file_is_written()
    {
        Tool run = Export(SmallPacks.Path, "--region", "GB", "--as-of", "2026-09-01", "--out", Out);
        Assert.Equal(3, run.Code);
        Assert.Contains("there is no rule to export", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Theory]
    [InlineData("there is no `drools`", "drools", "--pack", "cn", "--as-of", "2026-09-01")]
    [InlineData("give one of `--pack` and `--region`", "rules-engine", "--as-of", "2026-09-01")]
    [InlineData("give one of `--pack` and `--region`", "rules-engine", "--pack", "cn", "--region", "CN", "--as-of", "2026-09-01")]
    [InlineData("there is no pack `cm`", "rules-engine", "--pack", "cm", "--as-of", "2026-09-01")]
    [InlineData("`--as-of`", "rules-engine", "--pack", "cn")]
    [InlineData("`--as-of`", "rules-engine", "--pack", "cn", "--as-of", "today")]
    public void A_wrong_call_is_told_with_exit_code_64(string problem, string engine, params string[] options)
    {
        Tool run = Tool.Run(["export", engine, SmallPacks.Path, "--out", Out, "--lang", "en", .. options]);
        Assert.Equal(64, run.Code);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public void Packs_that_are_wrong_are_not_exported()
    {
        _folder.Write("packs/size/pack.json", "{}");
        Assert.Equal(3, Export(_folder.Packs, "--pack", "size", "--as-of", "2026-09-01", "--out", Out).Code);
    }

    private static Tool Export(string packs, params string[] options) => Tool.Run(["export", "rules-engine", packs, "--lang", "en", .. options]);
}
