using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class StreamedEvaluationTests : IDisposable
{
    private const string Header = """{"schemaVersion":1,"date":"2026-09-01","covers":["370322"]}""";

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_lines_are_the_findings_of_the_document_and_the_last_is_its_head()
    {
        JsonElement document = JsonDocument.Parse(Evaluate(Tool.Gaoqing, Tool.Packs, "json", "--all").Output).RootElement;
        JsonElement[] lines = [.. Lines(Evaluate(Tool.Gaoqing, Tool.Packs, "ndjson", "--all"))];
        Assert.Equal(document.GetProperty("findings").EnumerateArray().Select(Key).Order(), lines[..^1].Select(Key).Order());
        Assert.All(document.EnumerateObject().Where(p => p.Name is not ("findings" or "subjects")), p => Assert.True(JsonElement.DeepEquals(p.Value, lines[^1].GetProperty(p.Name)), p.Name));
    }

    [Fact]
    public void Exit_codes_are_those_of_other_formats()
    {
        Assert.Equal(0, Evaluate(Data(45), _folder.Packs, "ndjson").Code);
        Assert.Equal(1, Evaluate(Data(46), _folder.Packs, "ndjson").Code);
        Assert.Equal(2, Evaluate(Data(null), _folder.Packs, "ndjson").Code);
    }

    [Theory]
    [InlineData("""{"schemaVersion":1,"covers":["370322"]}""", """{"id":"s1","region":"370322"}""", "--as-of")]
    [InlineData(Header, """{"id":"s1"}""", "region")]
    public void What_the_data_does_not_say_is_asked_for_before_anything_is_written(string header, string school, string word)
    {
        Tool json = Evaluate(_folder.Write("s.ndjson", $"{header}\n{school}\n"), _folder.Packs, "json", "--lang", "en");
        Tool run = Evaluate(_folder.Write("s.ndjson", $"{header}\n{school}\n"), _folder.Packs, "ndjson", "--lang", "en");
        Assert.Equal((64, string.Empty, json.Error), (run.Code, run.Output, run.Error));
        Assert.Contains(word, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_schools_are_told_of_as_in_other_formats()
    {
        string template = TempFolder.Pack.Replace("\"region\": \"CN\"", "\"template\": true", StringComparison.Ordinal).Replace("\"id\": \"size\"", "\"id\": \"plan\"", StringComparison.Ordinal);
        _folder.Write("packs/plan/pack.json", template.Replace("\"most\"", "\"plan-most\"", StringComparison.Ordinal));
        Tool run = Evaluate(Data(45), _folder.Packs, "ndjson", "--pack", "plan=s9");
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains("s9", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Strictness_refuses_before_a_finding_is_written()
    {
        string data = _folder.Write("s.ndjson", $$"""{{Header}}{{"\n"}}{"id":"s1","region":"370322","classes":[{"id":"1","enrolment":46,"size":1}]}{{"\n"}}""");
        Assert.Equal(1, Evaluate(data, _folder.Packs, "ndjson").Code);
        Tool run = Evaluate(data, _folder.Packs, "ndjson", "--strict");
        Assert.Equal(4, run.Code);
        Assert.Equal("CR4021", Assert.Single(Lines(run)).GetProperty("code").GetString());
    }

    [Fact]
    public void A_file_takes_the_lines()
    {
        string path = Path.Combine(_folder.Path, "out.ndjson");
        Tool run = Evaluate(Data(46), _folder.Packs, "ndjson", "--out", path);
        Assert.Equal((1, string.Empty), (run.Code, run.Output));
        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void Output_that_breaks_off_is_no_fault_of_the_data()
    {
        using BrokenStream output = new(new IOException("the disk is full"));
        using MemoryStream error = new();
        int code = Program.Run(["evaluate", Data(46), "--packs", _folder.Packs, "--format", "ndjson"], new Terminal(output, error, 80, colours: false), CancellationToken.None);
        Assert.Equal((int)ExitCode.Unexpected, code);
    }

    [Fact]
    public void Tables_and_standard_input_that_cannot_be_gone_through_twice_give_the_same_lines()
    {
        using MemoryStream input = new(File.ReadAllBytes(Tool.Gaoqing));
        using MemoryStream output = new();
        Program.Run(["evaluate", "-", "--packs", Tool.Packs, "--format", "ndjson"], new Terminal(output, Stream.Null, 80, colours: false) { Input = input }, CancellationToken.None);
        string sent = Encoding.UTF8.GetString(output.ToArray());
        Assert.Equal(Sorted(Evaluate(Tool.Gaoqing, Tool.Packs, "ndjson").Output), Sorted(sent));
    }

    private static IEnumerable<string> Sorted(string lines) => lines.Split('\n').Order(StringComparer.Ordinal);

    private static string Key(JsonElement finding) => finding.GetRawText().ReplaceLineEndings(string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static JsonElement[] Lines(Tool run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private string Data(int? enrolment) => _folder.Write("s.ndjson", $$"""{{Header}}{{"\n"}}{"id":"s1","region":"370322","classes":[{"id":"1","enrolment":{{enrolment?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}]}{{"\n"}}""");

    private static Tool Evaluate(string data, string packs, string format, params string[] options) => Tool.Run(["evaluate", data, "--packs", packs, "--format", format, .. options]);
}
