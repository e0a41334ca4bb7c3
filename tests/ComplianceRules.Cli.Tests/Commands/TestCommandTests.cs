using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private const string Good = """{ "case": "46 pupils", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 46 } ] }, "expect": { "most": "NonCompliant" } }""";

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", ", failed: 0", "(100 %)")]
    [InlineData("zh", " 个，失败 0 个", "（100%）")]
    public void Where_every_case_comes_out_as_expected_and_shows_all_there_is_two_lines_say_so(string language, string failed, string covered)
    {
        Tool run = Tool.Run("test", Tool.Packs, "--lang", language);
        Assert.True(run.Code == 0, run.Output + run.Error);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(failed, lines[0], StringComparison.Ordinal);
        Assert.Contains(covered, lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "failed", "expected Compliant", "cases: 2, failed: 1\n")]
    [InlineData("zh", "失败", "Compliant", "用例 2 个，失败 1 个\n")]
    public void A_case_that_fails_is_shown_with_its_place_and_gives_1(string language, string mark, string expected, string count)
    {
        Cases($"[\n  {Good},\n  {Good.Replace("NonCompliant", "Compliant", StringComparison.Ordinal)}\n]");
        Tool run = Tool.Run("test", _folder.Packs, "--lang", language);
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Contains("most.json(3,3)", run.Output, StringComparison.Ordinal);
        Assert.Contains(mark, run.Output, StringComparison.Ordinal);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains(count, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "cases: 1, failed: 0", "packs: 1, rules: 1; boundaries covered: 0 of 1 (0 %), verdicts shown: 1 of 3", "pack.json(6,11): size/most: `enrolment <= 45`: never true, never at the limit", "pack.json(6,11): size/most: verdict not shown: Undetermined, Compliant")]
    [InlineData("zh", "用例 1 个，失败 0 个", "规则包 1 个，规则 1 条；边界覆盖 0/1（0%），判定结果覆盖 1/3", "pack.json(6,11)：size/most：`enrolment <= 45`：没有成立的用例，没有恰好等于限值的用例", "pack.json(6,11)：size/most：没有用例给出的判定结果：Undetermined, Compliant")]
    public void What_no_case_shows_is_listed_and_gives_1(string language, params string[] lines)
    {
        Cases($"[ {Good} ]");
        Tool run = Tool.Run("test", _folder.Packs, "--lang", language);
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Equal(lines, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[(l.IndexOf("pack.json", StringComparison.Ordinal) is > 0 and var at ? at : 0)..]));
    }

    [Fact]
    public void The_value_of_a_parameter_stands_beside_its_comparison()
    {
        _folder.WithPack("\"max\": 45", "\"max\": \"$most\"");
        string pack = File.ReadAllText(Path.Combine(_folder.Packs, "size", "pack.json")).Replace(
            "\"rules\"", "\"parameters\": { \"most\": { \"unit\": \"pupil\", \"strictness\": \"lower\", \"values\": [ { \"from\": \"2020-09-01\", \"season\": \"01-01..12-31\", \"value\": 45 } ] } }, \"rules\"", StringComparison.Ordinal);
        _folder.Write("packs/size/pack.json", pack);
        Cases("[]");
        Assert.Contains("`enrolment <= param(\"most\") | most = 45 2020-09-01.. (01-01..12-31)`: never true, never false, never at the limit\n", Tool.Run("test", _folder.Packs).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_sides_and_verdicts_together_give_0()
    {
        string[] cases = [Good, Good.Replace("46", "45", StringComparison.Ordinal).Replace("NonCompliant", "Compliant", StringComparison.Ordinal), Good.Replace("46 }", "null }", StringComparison.Ordinal).Replace("NonCompliant", "Undetermined", StringComparison.Ordinal)];
        Cases($"[ {string.Join(", ", cases)} ]");
        Tool run = Tool.Run("test", _folder.Packs);
        Assert.Equal((0, "cases: 3, failed: 0\npacks: 1, rules: 1; boundaries covered: 1 of 1 (100 %), verdicts shown: 3 of 3\n"), (run.Code, run.Output));
    }

    [Fact]
    public void Programs_get_the_same_as_json()
    {
        Cases($"[ {Good}, {Good.Replace("NonCompliant", "Compliant", StringComparison.Ordinal)} ]");
        Tool run = Tool.Run("test", _folder.Packs, "--format", "json");
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;
        Assert.Equal((2, 1, false, 0), (root.GetProperty("cases").GetInt32(), root.GetProperty("failed").GetInt32(), root.GetProperty("complete").GetBoolean(), root.GetProperty("percent").GetInt32()));
        Assert.Equal("46 pupils", Assert.Single(root.GetProperty("failures").EnumerateArray()).GetProperty("case").GetString());
        JsonElement boundary = Assert.Single(root.GetProperty("rules")[0].GetProperty("boundaries").EnumerateArray());
        Assert.Equal(("enrolment <= 45", "true, limit"), (boundary.GetProperty("text").GetString(), string.Join(", ", boundary.GetProperty("missing").EnumerateArray().Select(s => s.GetString()))));
    }

    [Fact]
    public void Of_one_pack_only_its_own_cases_are_run_and_what_it_builds_on_is_found_beside_it()
    {
        Cases($"[ {Good} ]");
        _folder.Write("packs/town/pack.json", """
            {
              "id": "town", "version": "1.0.0", "region": "370322", "language": "en", "title": "Town", "extends": "size",
              "instruments": { "order": { "title": "The town's order", "certainty": "read" } },
              "rules": [ { "id": "least", "area": "class_size", "subject": "class", "title": "At least 10 pupils", "limit": { "of": "enrolment", "min": 10 },
                "binding": "mandatory", "source": { "instrument": "order", "clause": "1" }, "effective": { "from": "2020-09-01" } } ]
            }
            """);
        string[] cases = [Least("10", "Compliant"), Least("9", "NonCompliant"), Least("null", "Undetermined")];
        _folder.Write("packs/town/cases/least.json", $"[ {string.Join(", ", cases)} ]");
        Tool run = Tool.Run("test", Path.Combine(_folder.Packs, "town"));
        Assert.Equal((0, "cases: 3, failed: 0\npacks: 1, rules: 1; boundaries covered: 1 of 1 (100 %), verdicts shown: 3 of 3\n"), (run.Code, run.Output));
        Assert.Contains("cases: 4, failed: 0", Tool.Run("test", _folder.Packs).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_format_is_wrong_usage() => Assert.Equal(64, Tool.Run("test", _folder.Packs, "--format", "xml").Code);

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

    private static string Least(string enrolment, string verdict) => $$"""{ "case": "{{enrolment}}", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": {{enrolment}} } ] }, "expect": { "least": "{{verdict}}" } }""";

    private void Cases(string text) => _folder.Write("packs/size/cases/most.json", text);
}
