using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private const string Data = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [
          { "id": "s", "name": "S", "region": "370322", "classes": [ { "id": "1", "enrolment": 44 }, { "id": "2", "enrolment": 30 } ] } ] }
        """;

    private readonly TempFolder _folder = new();

    public DiffCommandTests()
    {
        _folder.Write("old/pack.json", TempFolder.Pack);
        _folder.Write("new/pack.json", TempFolder.Pack.Replace("\"max\": 45", "\"max\": 40", StringComparison.Ordinal));
        _folder.Write("data.json", Data);
    }

    private string Old => Path.Combine(_folder.Path, "old");

    private string New => Path.Combine(_folder.Path, "new");

    private string Snapshot => Path.Combine(_folder.Path, "data.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Changes_are_told_in_words()
    {
        Tool run = Tool.Run(200, CancellationToken.None, "diff", Old, New);
        Assert.Equal((0, "- `size/most` (At most 45 pupils): limit (max) 45 pupil -> 40 pupil\n"), (run.Code, run.Output));
        Assert.Equal("- `size/most`（不超过45人）：限值（max）由 45 pupil 改为 40 pupil\n", Tool.Run(200, CancellationToken.None, "diff", Old, New, "--lang", "zh").Output);
    }

    [Fact]
    public void Nothing_is_told_where_nothing_changed()
    {
        Tool run = Tool.Run("diff", Old, Old, "--exit-code");
        Assert.Equal((0, "Nothing changed in meaning.\n"), (run.Code, run.Output));
    }

    [Fact]
    public void The_exit_code_tells_where_it_is_asked_to() => Assert.Equal(1, Tool.Run("diff", Old, New, "--exit-code").Code);

    [Fact]
    public void It_says_what_the_changes_do_to_schools()
    {
        Tool run = Tool.Run(200, CancellationToken.None, "diff", Old, New, "--snapshot", Snapshot);
        Assert.Equal(
            """
            - `size/most` (At most 45 pupils): limit (max) 45 pupil -> 40 pupil

            What it does to the data, as of 2026-09-01
              At most 45 pupils (size/most)
                compliant -> non-compliant: 1 (370322: 1)

            Schools whose verdicts change: 1
              s S (370322)
                class:s/1 S, size/most: compliant -> non-compliant

            """,
            run.Output);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void What_both_sides_say_of_the_data_is_said_once()
    {
        string strange = _folder.Write("strange.json", Data.Replace("\"enrolment\"", "\"nobody_knows\": 1, \"enrolment\"", StringComparison.Ordinal));
        string notices = Tool.Run("diff", Old, New, "--snapshot", strange).Error;
        Assert.Equal(2, notices.Split("nobody_knows").Length);
    }

    [Fact]
    public void Programs_read_everything_as_json()
    {
        using JsonDocument json = JsonDocument.Parse(Tool.Run("diff", Old, New, "--snapshot", Snapshot, "--format", "json").Output);
        JsonElement change = json.RootElement.GetProperty("changes")[0];
        Assert.Equal(("condition", "size/most", "45 pupil", "40 pupil"), (change.GetProperty("kind").GetString(), change.GetProperty("topic").GetString(), change.GetProperty("before").GetString(), change.GetProperty("after").GetString()));
        JsonElement impact = json.RootElement.GetProperty("impact");
        Assert.Equal("NonCompliant", impact.GetProperty("rules")[0].GetProperty("moves")[0].GetProperty("to").GetString());
        Assert.Equal("class:s/1", impact.GetProperty("schools")[0].GetProperty("rows")[0].GetProperty("subject").GetString());
    }

    [Fact]
    public void Both_sides_are_judged_with_a_file_of_waivers()
    {
        string waivers = Waivers("size/most");
        Tool excused = Tool.Run(200, CancellationToken.None, "diff", Old, New, "--snapshot", Snapshot, "--waivers", waivers);
        Assert.Contains("compliant -> waived: 1 (370322: 1)", excused.Output, StringComparison.Ordinal);
        _folder.Write("data.json", Data.Replace("44", "50", StringComparison.Ordinal));
        Assert.Contains("No verdict changes.", Tool.Run("diff", Old, New, "--snapshot", Snapshot, "--waivers", waivers).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_in_a_pack_holds_on_its_own_side()
    {
        string own = """ "waivers": [ { "rule": "most", "subject": "class:s/1", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "reason": "r" } ], "rules": [""";
        _folder.Write("new/pack.json", TempFolder.Pack.Replace("\"max\": 45", "\"max\": 40", StringComparison.Ordinal).Replace("\"rules\": [", own, StringComparison.Ordinal));
        Assert.Contains("compliant -> waived: 1 (370322: 1)", Tool.Run(200, CancellationToken.None, "diff", Old, New, "--snapshot", Snapshot).Output, StringComparison.Ordinal);
        _folder.Write("data.json", Data.Replace("44", "50", StringComparison.Ordinal));
        Assert.Contains("non-compliant -> waived: 1 (370322: 1)", Tool.Run(200, CancellationToken.None, "diff", Old, New, "--snapshot", Snapshot).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old", "with the new packs, ")]
    [InlineData("new", "with the old packs, ")]
    public void A_waiver_of_a_rule_that_one_side_does_not_have_ends_it(string only, string expected)
    {
        _folder.Write($"{only}/pack.json", TempFolder.Pack.Replace("\"id\": \"most\"", "\"id\": \"few\"", StringComparison.Ordinal));
        Tool run = Tool.Run(200, CancellationToken.None, "diff", Old, New, "--snapshot", Snapshot, "--waivers", Waivers("size/few"));
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains("CR3100", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_waivers_that_is_not_there_ends_it() => Assert.Equal(3, Tool.Run("diff", Old, New, "--snapshot", Snapshot, "--waivers", "none.json").Code);

    [Theory]
    [InlineData("--waivers", "w.json")]
    [InlineData("--map", "m.json")]
    [InlineData("--strict", null)]
    [InlineData("--all", null)]
    public void What_is_asked_of_data_goes_with_data_only(string option, string? value)
    {
        string[] options = value is null ? [option] : [option, value];
        Tool run = Tool.Run(["diff", Old, New, .. options]);
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains($"`{option}` goes with `--snapshot` only", run.Error, StringComparison.Ordinal);
        Assert.Contains($"`{option}` 须与 `--snapshot` 一起使用", Tool.Run(["diff", Old, New, "--lang", "zh", .. options]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_schools_are_listed_unless_all_are_asked_for()
    {
        string school = """{ "id": "s{0}", "region": "370322", "classes": [ { "id": "1", "enrolment": 44 } ] }""";
        string schools = string.Join(",", Enumerable.Range(10, 25).Select(i => school.Replace("{0}", $"{i}", StringComparison.Ordinal)));
        _folder.Write("data.json", $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ {{schools}} ] }""");
        string some = Tool.Run("diff", Old, New, "--snapshot", Snapshot).Output;
        Assert.Contains("and 5 more (--all lists them)", some, StringComparison.Ordinal);
        Assert.DoesNotContain("s34", some, StringComparison.Ordinal);
        Assert.Contains("s34", Tool.Run("diff", Old, New, "--snapshot", Snapshot, "--all").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old", "the old packs, ")]
    [InlineData("new", "the new packs, ")]
    public void Wrong_packs_end_it_and_the_side_is_named(string side, string expected)
    {
        _folder.Write($"{side}/pack.json", "{}");
        Tool run = Tool.Run("diff", Old, New);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "new", "en", "the old packs, ", "there is no folder")]
    [InlineData("old", "none", "en", "the new packs, ", "there is no folder")]
    [InlineData("old", "none", "zh", "新规则包 ", "没有文件夹")]
    [InlineData("old/pack.json", "new", "en", "the old packs, ", "is a file")]
    public void Packs_that_are_not_there_end_it(string old, string now, string language, string side, string expected)
    {
        Tool run = Tool.Run("diff", Path.Combine(_folder.Path, old), Path.Combine(_folder.Path, now), "--lang", language);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains(side, run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "the data has no school")]
    [InlineData("zh", "数据中没有学校")]
    public void Data_without_a_school_is_said_to_be_empty(string language, string expected)
    {
        _folder.Write("data.json", """{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [] }""");
        Tool run = Tool.Run("diff", Old, New, "--snapshot", Snapshot, "--lang", language);
        Assert.Equal(0, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_not_there_is_the_fault_of_no_side()
    {
        Tool run = Tool.Run("diff", Old, New, "--snapshot", Path.Combine(_folder.Path, "nope.json"));
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.DoesNotContain("new packs", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--region", "37")]
    [InlineData("--as-of", "2026")]
    [InlineData("--format", "yaml")]
    public void Options_that_say_nothing_are_faults_of_usage(string option, string value) => Assert.Equal((64, string.Empty), Tool.Run("diff", Old, New, option, value) is var run ? (run.Code, run.Output) : default);

    [Fact]
    public void Both_packs_have_to_be_named() => Assert.Equal(64, Tool.Run("diff", Old).Code);

    [Fact]
    public void Data_that_is_wrong_ends_it()
    {
        _folder.Write("data.json", "[]");
        Assert.Equal(4, Tool.Run("diff", Old, New, "--snapshot", Snapshot).Code);
    }

    private string Waivers(string rule) => _folder.Write("waivers.json", $$"""
        { "language": "en", "instruments": { "order": { "title": "Order 7", "certainty": "read" } }, "waivers": [ { "rule": "{{rule}}", "subject": "class:s/1", "from": "2026-01-01",
          "until": "2026-12-31", "kind": "waiver", "authority": "county bureau", "instrument": "order", "reason": "building work" } ] }
        """);
}
