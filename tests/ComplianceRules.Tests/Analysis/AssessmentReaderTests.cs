using System.Text;
using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Analysis;

public sealed class AssessmentReaderTests
{
    private const string Data = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [
          { "id": "1", "name": "样例小学", "region": "370322", "classes": [ { "id": "101", "grade": 1, "enrolment": 61 }, { "id": "102", "grade": 1, "enrolment": 40 } ] },
          { "id": "2", "region": "370322", "classes": [ { "id": "301", "grade": 3 } ] } ] }
        """;

    private static readonly Lazy<Assessment> Judged = new(() => Judge(includeAll: false));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_is_read_as_it_was(bool includeAll)
    {
        Assessment assessment = Judge(includeAll);
        RecordedAssessment made = RecordedAssessment.Of(assessment);
        Assert.NotEmpty(made.Findings);
        foreach (IReportWriter writer in (IReportWriter[])[new JsonReportWriter(), new NdjsonReportWriter()])
        {
            RecordedAssessment read = Read(Written.By(writer, assessment)).Value;
            Assert.Equal((made.AsOf, made.Only, made.ListsAll), (read.AsOf, read.Only, read.ListsAll));
            Assert.Equal(made.Packs.AsEnumerable(), read.Packs);
            Assert.Equal(made.NotInForce.AsEnumerable(), read.NotInForce);
            Assert.Equal(made.Rules.AsEnumerable(), read.Rules);
            Assert.Equal(made.Rows.AsEnumerable(), read.Rows);
            Assert.Equal(made.Subjects!.SelectMany(s => s.Value.Select(id => (s.Key, id))).Order(), read.Subjects!.SelectMany(s => s.Value.Select(id => (s.Key, id))).Order());
            Assert.Equal(made.Findings.Select(WithoutList), read.Findings.Select(WithoutList));
            Assert.Equal(made.Findings.Select(f => string.Join(' ', f.Missing)), read.Findings.Select(f => string.Join(' ', f.Missing)));
            Assert.All(AssessmentComparison.Between(made, read).Findings, f => Assert.Equal(FindingTrend.StillOpen, f.Trend));
        }
    }

    [Fact]
    public void A_document_on_one_line_is_read()
    {
        string compact = JsonSerializer.Serialize(JsonDocument.Parse(Json()).RootElement);
        Assert.Equal(RecordedAssessment.Of(Judged.Value).Findings.Length, Read(compact).Value.Findings.Length);
    }

    [Fact]
    public void A_file_of_a_former_version_tells_less_and_is_read()
    {
        Dictionary<string, JsonElement> former = JsonDocument.Parse(Json()).RootElement.EnumerateObject()
            .Where(p => p.Name is not ("rules" or "areas" or "only" or "listsAll" or "subjects")).ToDictionary(p => p.Name, p => p.Value);
        RecordedAssessment read = Read(JsonSerializer.Serialize(former)).Value;
        Assert.Equal((false, null), (read.TellsRows, read.Subjects));
        Assert.All(read.Rules, r => Assert.Equal((r.Id, null), (r.Title.English, r.Area)));
    }

    [Theory]
    [InlineData("", "CR4400")]
    [InlineData("   ", "CR4400")]
    [InlineData("[]", "CR4400")]
    [InlineData("{}", "CR4400")]
    [InlineData("7", "CR4400")]
    [InlineData("no json", "CR4001")]
    [InlineData("{\n \"schemaVersion\": 1, \"date\": \"2026-09-01\", \"schools\": [] }", "CR4400")]
    [InlineData("{\"id\": \"cn\", \"version\": \"1.0.0\"}", "CR4400")]
    public void Something_else_is_refused(string text, string code) => Assert.Equal([code], Codes(Read(text)));

    [Fact]
    public void A_file_that_breaks_off_is_refused_where_it_does()
    {
        string whole = Json();
        for (int length = 1; length < whole.Length - 2; length += 97)
        {
            Checked<RecordedAssessment> read = Read(whole[..length]);
            Assert.False(read.IsValid, $"{length}");
            Assert.NotEmpty(read.Diagnostics);
        }
    }

    [Fact]
    public void Lines_that_are_missing_at_the_end_are_noticed()
    {
        string[] lines = Ndjson().TrimEnd('\n').Split('\n');
        int breach = Array.FindIndex(lines, l => l.Contains("\"verdict\":\"NonCompliant\"", StringComparison.Ordinal));
        Assert.Equal(["CR4407"], Codes(Read(string.Join('\n', lines.Where((_, at) => at != breach)))));
    }

    [Fact]
    public void Lines_without_their_head_were_cut_off()
    {
        string[] lines = Ndjson().TrimEnd('\n').Split('\n');
        Assert.Equal(["CR4402"], Codes(Read(string.Join('\n', lines[..^1]))));
        Assert.True(Read(string.Join('\n', [lines[^1], .. lines[..^1]])).IsValid);
    }

    [Fact]
    public void A_line_that_cannot_be_read_does_not_hide_the_next_fault()
    {
        string spoilt = $"{Ndjson()}{{\"rule\"\n{{\"rule\": 1}}\n";
        string[] codes = Codes(Read(spoilt));
        Assert.Equal(["CR4029", "CR4402", "CR4404"], codes.Distinct());
    }

    [Fact]
    public void A_finding_that_stands_twice_is_refused()
    {
        string[] lines = Ndjson().TrimEnd('\n').Split('\n');
        string line = lines.First(l => l.Contains("\"verdict\":\"Undetermined\"", StringComparison.Ordinal) && !l.Contains("\"subject\":null", StringComparison.Ordinal));
        Diagnostic problem = Assert.Single(Read(string.Join('\n', [.. lines, line])).Diagnostics);
        Assert.Equal(("CR4405", lines.Length + 1), ($"{problem.Code}", problem.Span!.Line));
    }

    [Fact]
    public void A_finding_of_a_rule_that_the_summary_does_not_have_is_refused()
    {
        string[] lines = Ndjson().TrimEnd('\n').Split('\n');
        string line = lines.First(l => l.Contains("\"verdict\":\"Undetermined\"", StringComparison.Ordinal)).Replace("\"rule\":\"", "\"rule\":\"other-", StringComparison.Ordinal);
        Assert.Equal(["CR4406"], Codes(Read(string.Join('\n', [.. lines, line]))));
    }

    [Theory]
    [InlineData("\"verdict\": \"NonCompliant\"", "\"verdict\": \"NonCompliaant\"", "CR4404", "NonCompliant")]
    [InlineData("\"severity\": \"violation\"", "\"severity\": \"violaton\"", "CR4404", "violation")]
    [InlineData("\"margin\":", "\"margn\":", "CR4403", "margin")]
    [InlineData("\"asOf\": \"2026-09-01\"", "\"asOf\": \"2026-09-31\"", "CR4404", null)]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "CR4401", null)]
    [InlineData("\"listsAll\": false", "\"listsAll\": \"no\"", "CR4404", null)]
    [InlineData("\"only\": null", "\"only\": \"nowhere\"", "CR4404", null)]
    [InlineData("\"packs\": [", "\"packs\": 5, \"packs\": [", "CR4404", null)]
    public void What_an_assessment_cannot_say_is_refused_with_its_place(string right, string wrong, string code, string? meant)
    {
        string text = Json();
        int at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        Diagnostic problem = Read($"{text[..at]}{wrong}{text[(at + right.Length)..]}").Diagnostics[0];
        Assert.Equal((code, meant, text[..at].Count(c => c == '\n') + 1), ($"{problem.Code}", problem.DidYouMean, problem.Span!.Line));
    }

    [Fact]
    public void Reading_stops_after_many_problems()
    {
        string many = $"{Ndjson()}{string.Concat(Enumerable.Repeat("{}\n", 500))}";
        string[] codes = Codes(Read(many));
        Assert.Equal((101, "CR4019"), (codes.Length, codes[^1]));
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        string text = Json().Replace("样例小学", "\\u001b[31m<img src=x onerror=alert(1)>", StringComparison.Ordinal);
        Assert.Contains(Read(text).Value.Findings, f => f.Place?.School?.Name == "\u001b[31m<img src=x onerror=alert(1)>");
    }

    [Fact]
    public void Every_key_of_the_schema_is_known_and_no_other()
    {
        JsonElement schema = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("rulepacks/assessment.schema.json"))).RootElement;
        JsonElement definitions = schema.GetProperty("$defs");
        Assert.Equal(Keys(schema), AssessmentKeys.Head.All.Order(StringComparer.Ordinal));
        Assert.Equal(Keys(definitions.GetProperty("finding")), AssessmentKeys.Finding.All.Order(StringComparer.Ordinal));
        Assert.Equal(Keys(definitions.GetProperty("pack")), AssessmentKeys.Pack.All.Order(StringComparer.Ordinal));
        Assert.Equal(Keys(definitions.GetProperty("rule")), AssessmentKeys.Rule.All.Order(StringComparer.Ordinal));
        Assert.Equal(Keys(definitions.GetProperty("finding").GetProperty("properties").GetProperty("place")), AssessmentKeys.Place.All.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Keys(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static RecordedFinding WithoutList(RecordedFinding finding) => finding with { Missing = [] };

    private static Assessment Judge(bool includeAll)
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        JsonSnapshotSource source = new(() => new MemoryStream(Encoding.UTF8.GetBytes(Data)), "data.json");
        Snapshot snapshot = source.Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(catalogue, new DateOnly(2026, 9, 1)).Run(snapshot, new RunOptions { IncludeAll = includeAll });
    }

    private static string Json() => Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), Judged.Value));

    private static string Ndjson() => Encoding.UTF8.GetString(Written.By(new NdjsonReportWriter(), Judged.Value));

    private static string[] Codes(Checked<RecordedAssessment> read) => [.. read.Diagnostics.Select(d => $"{d.Code}")];

    private static Checked<RecordedAssessment> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Checked<RecordedAssessment> Read(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return AssessmentReader.Read(stream, "old.json");
    }
}
