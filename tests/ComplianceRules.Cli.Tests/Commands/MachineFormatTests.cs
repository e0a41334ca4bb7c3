using System.Text.Json;
using System.Xml.Linq;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>What servers and editors get: SARIF and JUnit, of findings, packs and cases.</summary>
public sealed class MachineFormatTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "en", "class:1: ")]
    [InlineData("zh", "zh-CN", "class:1：")]
    public void Findings_are_results_of_a_run_in_the_language_asked_for(string language, string told, string begin)
    {
        Tool run = Evaluate("\"enrolment\": 46", "sarif", "--lang", language);
        Assert.Equal(1, run.Code);
        JsonElement log = Run(run);
        Assert.Equal(told, log.GetProperty("language").GetString());
        JsonElement result = Assert.Single(log.GetProperty("results").EnumerateArray());
        Assert.Equal(("size/most", "fail", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("kind").GetString(), result.GetProperty("level").GetString()));
        Assert.Contains(begin.Replace("class:1", "class:s1/1", StringComparison.Ordinal), result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/snapshot.json", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_from_standard_input_is_no_file()
    {
        using MemoryStream input = new(File.ReadAllBytes(_folder.Snapshot("\"enrolment\": 46")));
        using MemoryStream output = new();
        Program.Run(["evaluate", "-", "--packs", _folder.Packs, "--format", "sarif"], new Terminal(output, Stream.Null, 80, colours: false) { Input = input }, CancellationToken.None);
        using JsonDocument log = JsonDocument.Parse(output.ToArray());
        JsonElement location = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        Assert.False(location.TryGetProperty("physicalLocation", out _));
    }

    [Fact]
    public void Findings_are_cases_of_a_build_server()
    {
        Tool run = Evaluate("\"enrolment\": 46", "junit");
        Assert.Equal(1, run.Code);
        XElement suite = Assert.Single(Report(run).Elements("testsuite"));
        Assert.Equal(("size/most", "1", "1", "0"), (suite.Attribute("name")!.Value, suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
    }

    [Fact]
    public void What_is_undetermined_is_an_error_for_a_build_server()
    {
        Tool run = Evaluate("\"enrolment\": null", "junit");
        Assert.Equal((2, "1"), (run.Code, Report(run).Attribute("errors")!.Value));
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("table")]
    public void Formats_that_only_count_persons_are_never_asked_to_name_them(string format)
    {
        Tool run = Evaluate("\"enrolment\": 46", format, "--include-personal");
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
    }

    [Fact]
    public void Data_that_is_refused_is_told_in_the_format_asked_for()
    {
        string data = _folder.Write("snapshot.json", "{");
        Tool sarif = Tool.Run("evaluate", data, "--packs", _folder.Packs, "--format", "sarif");
        Assert.Equal(4, sarif.Code);
        Assert.All(Run(sarif).GetProperty("results").EnumerateArray(), r => Assert.Equal("error", r.GetProperty("level").GetString()));
        Assert.NotEmpty(Run(sarif).GetProperty("results").EnumerateArray());
        Tool junit = Tool.Run("evaluate", data, "--packs", _folder.Packs, "--format", "junit");
        Assert.Equal(4, junit.Code);
        Assert.NotEmpty(Report(junit).Descendants("error"));
    }

    [Theory]
    [InlineData("en", "unknown fact `enrollment` (did you mean `enrolment`?)")]
    [InlineData("zh", "是否指 `enrolment`？")]
    public void Mistakes_in_packs_are_results_with_their_place(string language, string text)
    {
        _folder.WithPack("\"of\": \"enrolment\"", "\"of\": \"enrollment\"");
        Tool run = Tool.Run("check", _folder.Packs, "--format", "sarif", "--lang", language);
        Assert.Equal((3, string.Empty), (run.Code, run.Error));
        JsonElement result = Assert.Single(Run(run).GetProperty("results").EnumerateArray());
        Assert.Contains(text, result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        JsonElement region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((7, 23, 33), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void Sound_packs_are_a_run_without_results()
    {
        Tool run = Tool.Run("check", _folder.Packs, "--format", "sarif");
        Assert.Equal(0, run.Code);
        Assert.Empty(Run(run).GetProperty("results").EnumerateArray());
    }

    [Fact]
    public void Cases_of_packs_are_cases_of_a_build_server()
    {
        _folder.Write("packs/size/cases/most.json", """[ { "case": "46 pupils", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 46 } ] }, "expect": { "most": "Compliant" } } ]""");
        Tool run = Tool.Run("test", _folder.Packs, "--format", "junit", "--lang", "en");
        Assert.Equal(1, run.Code);
        XElement[] cases = [.. Report(run).Descendants("testcase")];
        Assert.Equal([("size.most", "46 pupils"), ("size.most", "what the cases show")], cases.Select(c => (c.Attribute("classname")!.Value, c.Attribute("name")!.Value)));
        Assert.All(cases, c => Assert.NotNull(c.Element("failure")));
    }

    private Tool Evaluate(string fields, string format, params string[] options) => Tool.Run(["evaluate", _folder.Snapshot(fields), "--packs", _folder.Packs, "--format", format, .. options]);

    private static JsonElement Run(Tool tool) => Assert.Single(JsonDocument.Parse(tool.Output).RootElement.GetProperty("runs").EnumerateArray());

    private static XElement Report(Tool tool) => XDocument.Parse(tool.Output).Root!;
}
