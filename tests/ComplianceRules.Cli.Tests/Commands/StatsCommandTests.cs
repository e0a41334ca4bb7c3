using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class StatsCommandTests
{
    [Theory]
    [InlineData("en", "packs: 1, of which templates: 0, of named schools: 0\nrules: 1, of which replace rules further out: 0\n", "size Class size 1 1 - - 1 - -", "mandatory 1", "read 1 1")]
    [InlineData("zh", "规则包 1 个，其中模板 0 个，指定学校 0 个\n规则 1 条，其中替换上级规则的 0 条\n", "size 班额 1 1 - - 1 - -", "强制性 1", "已核实 1 1")]
    public void It_prints_totals_packs_and_rules(string language, string totals, params string[] rows)
    {
        using TempFolder folder = new TempFolder().WithPack();
        Tool run = Tool.Run(160, CancellationToken.None, "stats", folder.Packs, "--lang", language);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.StartsWith(totals, run.Output, StringComparison.Ordinal);
        string[] lines = [.. run.Output.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.All(rows, row => Assert.Contains(row, lines));
    }

    [Fact]
    public void Json_has_the_same_counts_in_either_language()
    {
        using TempFolder folder = new TempFolder().WithPack();
        Tool run = Tool.Run("stats", folder.Packs, "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("totals").GetProperty("rules").GetInt32(), json.RootElement.GetProperty("rules").GetProperty("byKind").GetProperty("limit").GetInt32()));
        Assert.Equal(run, Tool.Run("stats", folder.Packs, "--format", "json", "--lang", "zh"));
    }

    [Fact]
    public void Packs_with_errors_are_not_counted()
    {
        using TempFolder folder = new TempFolder().WithPack("\"max\": 45", "\"max\": \"many\"");
        Tool run = Tool.Run("stats", folder.Packs);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Cases_that_cannot_be_read_end_it()
    {
        using TempFolder folder = new TempFolder().WithPack();
        folder.Write("packs/size/cases/bad.json", "[ { } ]");
        Tool run = Tool.Run("stats", folder.Packs);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
    }

    [Fact]
    public void Another_format_is_wrong_usage() => Assert.Equal(64, Tool.Run("stats", Tool.Packs, "--format", "csv").Code);
}
