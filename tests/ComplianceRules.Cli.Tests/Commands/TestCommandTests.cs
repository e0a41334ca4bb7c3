namespace ComplianceRules.Cli.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private const string Good = """{ "case": "46 pupils", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 46 } ] }, "expect": { "most": "NonCompliant" } }""";

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", ", failed: 0\n")]
    [InlineData("zh", " 个，失败 0 个\n")]
    public void Where_every_case_comes_out_as_expected_one_line_says_so(string language, string ending)
    {
        Tool run = Tool.Run("test", Tool.Packs, "--lang", language);
        Assert.True(run.Code == 0, run.Output + run.Error);
        Assert.EndsWith(ending, run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("en", "failed", "expected Compliant", "cases: 2, failed: 1\n")]
    [InlineData("zh", "失败", "Compliant", "用例 2 个，失败 1 个\n")]
    public void A_case_that_fails_is_shown_with_its_place_and_gives_1(string language, string mark, string expected, string ending)
    {
        Cases($"[\n  {Good},\n  {Good.Replace("NonCompliant", "Compliant", StringComparison.Ordinal)}\n]");
        Tool run = Tool.Run("test", _folder.Packs, "--lang", language);
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Contains("most.json(3,3)", run.Output, StringComparison.Ordinal);
        Assert.Contains(mark, run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.EndsWith(ending, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_files_that_are_wrong_give_3()
    {
        Cases($"[ {Good.Replace("\"expect\"", "\"expects\"", StringComparison.Ordinal)} ]");
        Tool run = Tool.Run("test", _folder.Packs);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains("(did you mean `expect`?)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Packs_that_are_wrong_give_3()
    {
        _folder.WithPack("\"of\": \"enrolment\"", "\"of\": \"enrollment\"");
        Tool run = Tool.Run("test", _folder.Packs);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains("pack.json(7,23): error", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_gives_130() => Assert.Equal(130, Tool.Run(80, new CancellationToken(canceled: true), "test", _folder.Packs).Code);

    private void Cases(string text) => _folder.Write("packs/size/cases/most.json", text);
}
