using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class ProveCommandTests
{
    [Theory]
    [InlineData("en", "    class: enrolment 48\n", "b: a/size is looser from 2022-01-01 on (most 45 -> 50)\n", "comparisons: 1, not shown to be no looser: 1\n")]
    [InlineData("zh", "    class: enrolment 48\n", "b：a/size 自 2022-01-01 起更宽松（most 45 -> 50）\n", "比较 1 项，未证明不宽松的 1 项\n")]
    public void A_comparison_stands_with_its_outcome_and_the_row_that_shows_it(string language, string row, string line, string count)
    {
        Tool run = Tool.Run("prove", Bad("CR3201-values-that-loosen"), "--lang", language);
        Assert.Equal((3, line + row + count), (run.Code, run.Output));
        Assert.Contains("CR3201", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Packs_that_loosen_nothing_give_0() => Assert.Equal(0, Tool.Run("prove", Tool.Packs).Code);

    [Theory]
    [InlineData("--parent", "a", 1)]
    [InlineData("--parent", "b", 0)]
    [InlineData("--child", "b", 1)]
    [InlineData("--child", "a", 0)]
    public void Only_what_is_asked_for_is_listed(string option, string pack, int count)
    {
        Tool run = Tool.Run("prove", Bad("CR3204-replaced-by-a-looser-rule"), option, pack, "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(count, json.RootElement.GetArrayLength());
        Assert.All(json.RootElement.EnumerateArray(), p => Assert.Equal(("a/size", "looser", "b/size"), (p.GetProperty("rule").GetString(), p.GetProperty("outcome").GetString(), p.GetProperty("replacement").GetString())));
    }

    [Fact]
    public void A_pack_that_is_not_there_is_wrong_usage() => Assert.Equal(64, Tool.Run("prove", Tool.Packs, "--child", "nobody").Code);

    [Fact]
    public void A_deep_check_tells_more_and_refuses_nothing()
    {
        using TempFolder folder = new();
        folder.WithPack("\"of\": \"enrolment\", \"max\": 45", "\"of\": \"enrolment\", \"max\": 45");
        Assert.Equal(0, Tool.Run("check", Tool.Packs, "--deep").Code);
        Assert.Equal(Tool.Run("check", folder.Packs).Code, Tool.Run("check", folder.Packs, "--deep").Code);
    }

    private static string Bad(string pack) => Path.Combine(ComplianceRules.Tests.RepositoryRoot.Combine("tests/packs/bad"), pack);
}
