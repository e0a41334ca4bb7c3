using System.Text.Json;
using System.Text.RegularExpressions;
using ComplianceRules.Cli.Commands;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed partial class CheckCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "errors: 0, warnings: 0\n")]
    [InlineData("zh", "错误 0 个，警告 0 个\n")]
    public void Where_there_is_no_problem_both_counts_are_0(string language, string count)
    {
        Tool run = Tool.Run("check", Tool.Packs, "--lang", language);
        Assert.Equal((0, count, string.Empty), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void A_single_pack_finds_its_parents_in_the_folder_above() =>
        Assert.Equal(0, Tool.Run("check", Path.Combine(Tool.Packs, "cn-370322")).Code);

    [Fact]
    public void A_single_pack_finds_its_parents_where_it_is_told()
    {
        string child = Path.Combine(_folder.Path, "alone");
        Directory.CreateDirectory(child);
        File.Copy(Path.Combine(Tool.Packs, "cn-370322", "pack.json"), Path.Combine(child, "pack.json"));
        Assert.Equal(3, Tool.Run("check", child).Code);
        Assert.Equal(0, Tool.Run("check", child, "--packs", Tool.Packs).Code);
    }

    [Theory]
    [InlineData("en", "error")]
    [InlineData("zh", "错误")]
    public void Every_problem_stands_in_file_order_with_place_line_and_caret(string language, string grade)
    {
        _folder.WithPack("\"of\": \"enrolment\", \"max\": 45", "\"of\": \"enrollment\", \"max\": 45, \"maximum\": 3");
        Tool run = Tool.Run("check", _folder.Packs, "--lang", language);
        Assert.Equal((3, string.Empty), (run.Code, run.Error));
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Match[] places = [.. lines.Select(l => Problem().Match(l)).Where(m => m.Success)];
        Assert.NotEmpty(places);
        Assert.All(places, p => Assert.Equal(grade, p.Groups["grade"].Value));
        int[] columns = [.. places.Select(p => int.Parse(p.Groups["column"].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(columns.Order(), columns);
        Assert.Equal((places.Length * 3) + 1, lines.Length);
        Assert.All(Enumerable.Range(0, places.Length), i => Assert.Matches(@"^ *\^~*$", lines[(i * 3) + 2]));
    }

    [Fact]
    public void A_missing_folder_is_a_problem_with_packs()
    {
        Tool run = Tool.Run("check", Path.Combine(_folder.Path, "nowhere"));
        Assert.Equal(3, run.Code);
        Assert.Contains("CR1100", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("errors: 1, warnings: 0\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_each_problem_has_its_place_and_both_languages()
    {
        _folder.WithPack("\"of\": \"enrolment\"", "\"of\": \"enrollment\"");
        Tool run = Tool.Run("check", _folder.Packs, "--format", "json");
        Assert.Equal((3, string.Empty), (run.Code, run.Error));
        JsonElement problem = Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray());
        string[] keys = ["file", "sheet", "line", "column", "cell", "length", "code", "severity", "message", "help"];
        Assert.Equal(keys, problem.EnumerateObject().Select(p => p.Name));
        Assert.EndsWith("pack.json", problem.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal((7, 23, 10), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32(), problem.GetProperty("length").GetInt32()));
        Assert.Equal("error", problem.GetProperty("severity").GetString());
        Assert.Equal("did you mean `enrolment`?", problem.GetProperty("help").GetProperty("en").GetString());
        Assert.Equal("是否指 `enrolment`？", problem.GetProperty("help").GetProperty("zh").GetString());
    }

    [Fact]
    public void As_json_no_problem_is_an_empty_array() => Assert.Equal("[]\n", Tool.Run("check", Tool.Packs, "--format", "json").Output);

    [Fact]
    public void As_json_a_problem_without_a_line_has_nulls()
    {
        JsonElement problem = JsonDocument.Parse(Tool.Run("check", Path.Combine(_folder.Path, "nowhere"), "--format", "json").Output).RootElement[0];
        Assert.All(["line", "column", "length"], k => Assert.Equal(JsonValueKind.Null, problem.GetProperty(k).ValueKind));
    }

    [Fact]
    public void Warnings_fail_the_check_only_on_request()
    {
        LoadedPacks good = LoadedPacks.Of(PackReader.ReadDirectory(_folder.WithPack().Packs));
        LoadedPacks warned = good with { Diagnostics = [new Diagnostic(new DiagnosticCode(4020, DiagnosticSeverity.Warning), null, "x")] };
        Assert.Equal(ExitCode.Success, CheckCommand.Outcome(good, warningsAsErrors: true));
        Assert.Equal(ExitCode.Success, CheckCommand.Outcome(warned, warningsAsErrors: false));
        Assert.Equal(ExitCode.Packs, CheckCommand.Outcome(warned, warningsAsErrors: true));
    }

    [Fact]
    public void Warnings_as_errors_is_an_option() => Assert.Equal(0, Tool.Run("check", _folder.WithPack().Packs, "--warnings-as-errors").Code);

    [GeneratedRegex(@"pack\.json\((?<line>\d+),(?<column>\d+)\): (?<grade>\w+) CR\d{4}: ")]
    private static partial Regex Problem();
}
