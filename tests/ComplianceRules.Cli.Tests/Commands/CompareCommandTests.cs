using System.Text;
using System.Text.Json;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private const string Before = """
        { "schemaVersion": 1, "date": "2026-03-01", "covers": ["370322"], "schools": [
          { "id": "a", "name": "School A", "region": "370322", "classes": [ { "id": "1", "enrolment": 50 }, { "id": "2", "enrolment": 46 }, { "id": "3", "enrolment": 44 }, { "id": "4", "enrolment": 47 } ] },
          { "id": "b", "name": "School B", "region": "370322", "classes": [ { "id": "1", "enrolment": 60 }, { "id": "2", "enrolment": 48 }, { "id": "3", "enrolment": 50 } ] } ] }
        """;

    private const string After = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [
          { "id": "a", "name": "School A", "region": "370322", "classes": [ { "id": "1", "enrolment": 52 }, { "id": "2", "enrolment": 45 }, { "id": "3", "enrolment": 46 }, { "id": "4", "enrolment": 46 } ] },
          { "id": "b", "name": "School B", "region": "370322", "classes": [ { "id": "1", "enrolment": 60 }, { "id": "2" }, { "id": "4", "enrolment": 46 } ] } ] }
        """;

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public CompareCommandTests()
    {
        Evaluate("before", Before, "json");
        Evaluate("after", After, "json");
        Evaluate("lines", After, "ndjson");
    }

    private string Old => Path.Combine(_folder.Path, "before.out");

    private string New => Path.Combine(_folder.Path, "after.out");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "table", "txt")]
    [InlineData("zh", "table", "txt")]
    [InlineData("en", "markdown", "md")]
    public void A_comparison_for_people_is_the_approved_one(string language, string format, string ending)
    {
        Tool run = Tool.Run("compare", Old, New, "--lang", language, "--format", format);
        ApprovedFile.Match($"tests/ComplianceRules.Cli.Tests/Golden/compare.{language}.approved.{ending}", run.Output);
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
    }

    [Fact]
    public void A_comparison_for_programs_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Cli.Tests/Golden/compare.approved.json", Tool.Run("compare", Old, New, "--format", "json").Output);

    [Fact]
    public void Lines_do_not_tell_which_rows_there_were_and_what_is_not_listed_any_more_stays_unclear()
    {
        Tool run = Tool.Run("compare", Old, Path.Combine(_folder.Path, "lines.out"), "--lang", "en");
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Contains("unclear", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nfixed: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_twice_leaves_everything_open()
    {
        Tool run = Tool.Run("compare", New, New, "--all");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Contains("still open: 5", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nnew: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Assessments_the_wrong_way_round_are_warned_of() =>
        Assert.Contains("- note: the earlier assessment is of a later day than the other", Tool.Run(200, CancellationToken.None, "compare", New, Old).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("violation", 1)]
    [InlineData("never", 0)]
    public void The_exit_code_follows_what_is_new_or_worse(string failOn, int code) => Assert.Equal(code, Tool.Run("compare", Old, New, "--fail-on", failOn).Code);

    [Fact]
    public void An_assessment_may_come_from_standard_input()
    {
        using MemoryStream input = new(File.ReadAllBytes(New));
        using MemoryStream output = new();
        int code = Program.Run(["compare", Old, "-"], new Terminal(output, Stream.Null, 80, colours: false) { Input = input }, CancellationToken.None);
        Assert.Equal((1, Tool.Run("compare", Old, New).Output), (code, Encoding.UTF8.GetString(output.ToArray())));
    }

    [Fact]
    public void Only_one_assessment_may_come_from_standard_input()
    {
        Tool run = Tool.Run("compare", "-", "-");
        Assert.Equal(64, run.Code);
        Assert.Contains("only one of the two files can come from standard input", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        Tool run = Tool.Run("compare", Old, "nowhere.json");
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains("cannot read `nowhere.json`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_assessment_is_told_to_people_and_to_programs()
    {
        string snapshot = _folder.Write("before.json", Before);
        Tool run = Tool.Run("compare", snapshot, New, "--format", "json");
        Assert.Equal(4, run.Code);
        Assert.Contains("error CR4400: this is no assessment", run.Error, StringComparison.Ordinal);
        Assert.Equal("CR4400", JsonDocument.Parse(run.Output).RootElement[0].GetProperty("code").GetString());
    }

    [Fact]
    public void A_file_that_is_read_is_not_written_over()
    {
        Assert.Equal(64, Tool.Run("compare", Old, New, "--out", New).Code);
        Assert.Equal(64, Tool.Run("compare", Old, New, "--out", Path.Combine(_folder.Path, "nowhere/x.md")).Code);
    }

    [Fact]
    public void A_comparison_can_be_written_to_a_file()
    {
        string file = Path.Combine(_folder.Path, "trend.md");
        Tool run = Tool.Run("compare", Old, New, "--format", "markdown", "--out", file);
        Assert.Equal((1, string.Empty), (run.Code, run.Output));
        Assert.StartsWith("# Changes from 2026-03-01 to 2026-09-01\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_schools_are_no_markup()
    {
        Evaluate("after", After.Replace("School A", "<img src=x> [a](b) | *c*", StringComparison.Ordinal), "json");
        Assert.Contains(@"\<img src=x\> \[a\]\(b\) \| \*c\*", Tool.Run("compare", Old, New, "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_an_assessment_says_what_became_of_an_earlier_one()
    {
        string data = _folder.Write("after.json", After);
        Tool run = Tool.Run("evaluate", data, "--packs", _folder.Packs, "--compare-with", Old);
        Assert.Equal(1, run.Code);
        Assert.Contains("Changes from 2026-03-01 to 2026-09-01\n- breaches: 6 before, 5 now\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_shows_no_comparison_is_refused()
    {
        Tool run = Tool.Run("evaluate", _folder.Write("after.json", After), "--packs", _folder.Packs, "--compare-with", Old, "--format", "json");
        Assert.Equal(64, run.Code);
        Assert.Contains("`--compare-with`: this format does not show a comparison", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_assessment_that_cannot_be_used_ends_the_run()
    {
        string data = _folder.Write("after.json", After);
        Assert.Equal(4, Tool.Run("evaluate", data, "--packs", _folder.Packs, "--compare-with", data).Code);
    }

    private void Evaluate(string name, string data, string format) =>
        Tool.Run("evaluate", _folder.Write($"{name}.json", data), "--packs", _folder.Packs, "--format", format, "--out", Path.Combine(_folder.Path, $"{name}.out"));
}
