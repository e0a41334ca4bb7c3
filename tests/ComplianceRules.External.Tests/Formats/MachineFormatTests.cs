using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ComplianceRules.External.Tests.RealData;
using ComplianceRules.External.Tests.Schemas;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.External.Tests.Formats;

/// <summary>What is written for servers and editors, looked at by readers of others.</summary>
public sealed class MachineFormatTests : IDisposable
{
    private const string County = "evaluate samples/county/csv --packs rulepacks";
    private const string Waived = "evaluate samples/gaoqing/snapshot.json --packs tests/packs/good/waivers-and-composites";

    private readonly string _folder = Directory.CreateTempSubdirectory("compliance-rules-formats").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Logs_keep_the_schema_and_the_rules_of_code_scanning()
    {
        string[] commands =
        [
            $"{County} --lang zh", $"{County} --lang en --all", $"{Waived} --all", "check tests/packs/mistakes --lang zh", "check tests/packs/mistakes --lang en",
            "check tests/packs/small", "evaluate tests/packs/mistakes/pack.json --packs tests/packs/small",
        ];
        List<string> logs = [];
        foreach (string command in commands) logs.Add(await Written(command, "sarif"));
        Assert.Empty(await SarifValidator.Faults([.. logs]));
    }

    [Theory]
    [InlineData($"{County} --lang zh")]
    [InlineData($"{County} --lang en --all")]
    [InlineData($"{Waived} --all")]
    [InlineData("test tests/packs/small --lang zh")]
    [InlineData("test tests/packs/good/seasons-and-calendars --lang en")]
    [InlineData("evaluate tests/packs/mistakes/pack.json --packs tests/packs/small")]
    public async Task Reports_keep_the_schema_of_jenkins(string command)
    {
        string report = await Written(command, "junit");
        Assert.Empty(JUnitSchema.Faults(report));
        JUnitShape.Check(Encoding.UTF8.GetBytes(report));
    }

    [Fact]
    public async Task A_spoilt_log_and_a_spoilt_report_are_refused()
    {
        string log = await Written("check tests/packs/mistakes", "sarif");
        Assert.NotEmpty(await SarifValidator.Faults(log.Replace("\"startLine\": ", "\"startLine\": -", StringComparison.Ordinal)));
        string report = await Written("test tests/packs/small", "junit");
        Assert.NotEmpty(JUnitSchema.Faults(report.Replace("<testcase ", "<case ", StringComparison.Ordinal).Replace("</testcase>", "</case>", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_county_has_the_same_findings_in_every_format()
    {
        JsonElement[] json = [.. JsonDocument.Parse(await Written(County, "json")).RootElement.GetProperty("findings").EnumerateArray()];
        JsonElement[] lines = Lines(await Written(County, "ndjson"));
        Assert.Equal(json.Length, lines.Length - 1);
        Assert.True(await Ajv.Validate(("assessment", WithFindings(lines[^1], lines[..^1]))) is [[]]);
        JsonElement[] results = [.. Run(await Written(County, "sarif")).GetProperty("results").EnumerateArray()];
        Assert.Equal(json.Select(Verdict).Order(), results.Select(r => Verdict(r.GetProperty("properties"))).Order());
        XElement junit = XDocument.Parse(await Written(County, "junit")).Root!;
        Assert.Equal((Count(json, "NonCompliant"), Count(json, "Undetermined")), ((int)junit.Attribute("failures")!, (int)junit.Attribute("errors")!));
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("ndjson")]
    public async Task The_classes_of_new_york_are_written(string format)
    {
        ExternalProcess run = await Tool.Run("evaluate", NewYorkData.File, "--map", "samples/nyc/mapping.json", "--packs", SmallPacks.Folder, "--as-of", "2023-10-01", "--skip-malformed", "--format", format);
        Assert.Equal(1, run.ExitCode);
        if (format == "sarif") Assert.Empty(await SarifValidator.Faults(run.Output));
        if (format == "junit") Assert.Empty(JUnitSchema.Faults(run.Output));
        int breaches = format switch
        {
            "sarif" => Run(run.Output).GetProperty("results").EnumerateArray().Count(r => r.GetProperty("kind").GetString() == "fail"),
            "junit" => (int)XDocument.Parse(run.Output).Root!.Attribute("failures")!,
            _ => Lines(run.Output)[..^1].Count(f => Verdict(f) == "NonCompliant"),
        };
        Assert.Equal(Classes, breaches);
    }

    [Fact]
    public async Task Hostile_names_break_no_format()
    {
        string data = Path.Combine(_folder, "hostile.json");
        string[] names = ["<img src=x onerror=alert(1)>", "[link](http://a.example) {0} {{1}} \\\\", "=1+1 ]]> \\u0000\\u001b[31m \\u202e \\ufffe &amp; '\\\""];
        string schools = string.Join(", ", names.Select((name, i) => $$"""{ "id": "s{{i}}", "region": "370322", "name": "{{name}}", "stages": ["primary"], "classes": [ { "id": "1", "grade": 3, "enrolment": 70 } ] }"""));
        await File.WriteAllTextAsync(data, $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ {{schools}} ] }""");
        string command = $"evaluate {data} --packs tests/packs/small --skip-malformed";
        Assert.Empty(await SarifValidator.Faults(await Written(command, "sarif")));
        string report = await Written(command, "junit");
        Assert.Empty(JUnitSchema.Faults(report));
        Assert.All(names.Index(), n => Assert.Contains(JUnitShape.Check(Encoding.UTF8.GetBytes(report)).Descendants("failure"), f => f.Parent!.ToString().Contains($"s{n.Index}", StringComparison.Ordinal)));
        Assert.NotEmpty(Lines(await Written(command, "ndjson")));
    }

    // The groups above their cap, and nothing else: the city as a whole is within its goal on that day.
    private static int Classes => 3_717 + 6_410 + 6_510;

    private static async Task<string> Written(string command, string format)
    {
        ExternalProcess run = await Tool.Run([.. command.Split(' '), "--format", format]);
        Assert.True(run.Output.Length > 0, run.Error);
        return run.Output;
    }

    private static JsonElement[] Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string WithFindings(JsonElement head, JsonElement[] findings) =>
        JsonSerializer.Serialize(head.EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value).Append(new("findings", findings)).ToDictionary());

    private static JsonElement Run(string log) => Assert.Single(JsonDocument.Parse(log).RootElement.GetProperty("runs").EnumerateArray());

    private static string Verdict(JsonElement finding) => finding.GetProperty("verdict").GetString()!;

    private static int Count(JsonElement[] findings, string verdict) => findings.Count(f => Verdict(f) == verdict);
}
