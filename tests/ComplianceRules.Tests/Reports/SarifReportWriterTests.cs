using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Reports;

public sealed class SarifReportWriterTests
{
    private const string Golden = "tests/ComplianceRules.Tests/Golden";

    private static readonly ReportOptions English = new() { Language = TextLanguage.English, Data = "data/snapshot.json" };

    [Theory]
    [InlineData(TextLanguage.English, "en")]
    [InlineData(TextLanguage.Chinese, "zh")]
    public void A_report_with_one_of_everything_is_the_approved_one(TextLanguage language, string name) =>
        ApprovedFile.Match($"{Golden}/report.{name}.approved.sarif", Written.By(new SarifReportWriter(English with { Language = language }), SampleAssessment.Full));

    [Fact]
    public void A_report_of_nothing_has_a_run_without_results() => Assert.Empty(Run(SampleAssessment.Empty).GetProperty("results").EnumerateArray());

    [Fact]
    public void What_is_undetermined_is_open_and_never_a_pass()
    {
        JsonElement[] results = Results(SampleAssessment.Full, "Undetermined");
        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.Equal(("open", "none"), (Text(r, "kind"), Text(r, "level"))));
    }

    [Theory]
    [InlineData(Severity.Violation, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Advice, "note")]
    [InlineData(Severity.Progress, "note")]
    public void The_level_of_a_breach_follows_its_severity(Severity severity, string level)
    {
        JsonElement result = Assert.Single(Results(With(f => f with { Severity = severity })));
        Assert.Equal(("fail", level), (Text(result, "kind"), Text(result, "level")));
    }

    [Theory]
    [InlineData(Verdict.Compliant, "pass")]
    [InlineData(Verdict.NotApplicable, "notApplicable")]
    public void What_is_no_breach_has_no_level(Verdict verdict, string kind)
    {
        JsonElement result = Assert.Single(Results(With(f => f with { Verdict = verdict })));
        Assert.Equal((kind, "none"), (Text(result, "kind"), Text(result, "level")));
    }

    [Fact]
    public void A_waived_breach_fails_and_is_suppressed()
    {
        JsonElement result = Assert.Single(Results(SampleAssessment.Full, "Waived"));
        JsonElement suppression = Assert.Single(result.GetProperty("suppressions").EnumerateArray());
        Assert.Equal(("fail", "external", "accepted"), (Text(result, "kind"), Text(suppression, "kind"), Text(suppression, "status")));
    }

    [Fact]
    public void Fingerprints_tell_rows_and_rules_apart_and_outlast_a_change_of_the_facts()
    {
        string[] prints = [.. Results(SampleAssessment.Full).Select(Print)];
        Assert.Equal(prints.Length, prints.Distinct().Count());
        JsonElement before = Assert.Single(Results(With(f => f)));
        JsonElement after = Assert.Single(Results(With(f => f with { Observed = new FindingValue(FieldType.Number, "99"), Message = new LocalText("甲", "a"), Subject = f.Subject! with { Name = "new name" } })));
        Assert.Equal(Print(before), Print(after));
    }

    [Fact]
    public void Each_result_points_at_its_rule()
    {
        JsonElement run = Run(SampleAssessment.Full);
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        Assert.Equal(SampleAssessment.Full.Rules.Length, rules.Length);
        Assert.All(run.GetProperty("results").EnumerateArray(), r => Assert.Equal(Text(r, "ruleId"), Text(rules[r.GetProperty("ruleIndex").GetInt32()], "id")));
    }

    [Fact]
    public void A_rule_that_several_packs_replace_has_a_descriptor_for_each()
    {
        RuleSummary summary = SampleAssessment.Full.Rules[0];
        Assessment assessment = With(f => f with { Pack = "county" }) with { Rules = [summary, summary with { Pack = "county" }] };
        Assert.Equal(1, Assert.Single(Results(assessment)).GetProperty("ruleIndex").GetInt32());
    }

    [Fact]
    public void A_rule_helps_with_its_law_the_limits_it_held_rows_to_and_its_remedy()
    {
        Assessment assessment = With(f => f);
        FindingSource law = assessment.Findings[0].Source;
        RuleSummary rule = assessment.Rules[0] with { Source = law, Remedy = new LocalText("压减", "Set less") };
        JsonElement descriptor = Run(assessment with { Rules = [rule] }).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        string help = Text(descriptor.GetProperty("help"), "text");
        Assert.Contains("clause 2", help, StringComparison.Ordinal);
        Assert.Contains("limit: 60 min", help, StringComparison.Ordinal);
        Assert.Contains("remedy: Set less", help, StringComparison.Ordinal);
        Assert.Equal(("教育部办公厅", "2021-04-08", "read"), (Text(descriptor.GetProperty("properties"), "issuer"), Text(descriptor.GetProperty("properties"), "since"), Text(descriptor.GetProperty("properties"), "certainty")));
    }

    [Fact]
    public void Without_a_file_there_are_logical_places_alone()
    {
        JsonElement location = Assert.Single(Results(With(f => f), new ReportOptions()))!.GetProperty("locations")[0];
        Assert.False(location.TryGetProperty("physicalLocation", out _));
        Assert.Equal("class:1/302", Text(location.GetProperty("logicalLocations")[0], "fullyQualifiedName"));
    }

    [Theory]
    [InlineData("data/高青 1.json", "data/%E9%AB%98%E9%9D%92%201.json", true)]
    [InlineData("./data/a.json", "data/a.json", true)]
    [InlineData("data\\a.json", "data/a.json", true)]
    [InlineData("/srv/a.json", "file:///srv/a.json", false)]
    [InlineData("C:\\a b.json", "file:///C:/a%20b.json", false)]
    public void Files_are_told_from_the_root_of_the_sources_where_that_can_be(string file, string uri, bool isRelative)
    {
        JsonElement artifact = Assert.Single(Results(With(f => f), English with { Data = file })).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.Equal((uri, isRelative), (Text(artifact, "uri"), artifact.TryGetProperty("uriBaseId", out JsonElement root) && root.GetString() == "%SRCROOT%"));
    }

    [Fact]
    public void Persons_are_counted_and_never_named_whatever_the_assessment_holds()
    {
        Assessment assessment = Personal.With(SampleAssessment.Full);
        string text = Encoding.UTF8.GetString(Written.By(new SarifReportWriter(English), assessment));
        Assert.DoesNotContain(Personal.Secret, text, StringComparison.Ordinal);
        JsonElement[] counts = [.. Results(assessment).Where(r => r.GetProperty("properties").TryGetProperty("persons", out _))];
        Assert.Equal(["7", "<3", "<3"], counts.Select(c => c.GetProperty("properties").GetProperty("persons").ToString()));
        Assert.Equal("class:1/303 样例小学 303: persons non-compliant: <3", Text(counts[1].GetProperty("message"), "text"));
    }

    [Theory]
    [InlineData(TextLanguage.English, "class:1/302 样例小学 302: 61 min; at most 60 min. Correction: make it 60")]
    [InlineData(TextLanguage.Chinese, "class:1/302 样例小学 302：61分钟，不超过60分钟。如何改正：改为60")]
    public void A_message_says_what_would_put_the_row_right(TextLanguage language, string message)
    {
        Assessment assessment = With(f => f with { Message = new LocalText("61分钟，不超过60分钟", "61 min; at most 60 min"), Correction = new Correction(CorrectionKind.Cheapest, new LocalText("改为60", "make it 60")) });
        JsonElement result = Assert.Single(Results(assessment, English with { Language = language }));
        Assert.Equal(message, Text(result.GetProperty("message"), "text"));
    }

    [Fact]
    public void A_correction_that_changes_facts_of_persons_is_not_told()
    {
        FieldSchema bedtime = HostileRun.WithPersons.Schema.Table("pupil")!.Field("bedtime")!;
        FactChange change = new(new Subject("pupil", "0/1/p-1", null), bedtime, new FindingValue(FieldType.Time, "22:00"), new FindingValue(FieldType.Time, "21:20"), null, 1);
        Correction correction = new(CorrectionKind.Cheapest, new LocalText("秘密", "secret")) { Changes = [change] };
        Finding size = HostileRun.WithPersons.Findings.First(f => f.Subject?.Table == "class");
        JsonElement result = Results(HostileRun.WithPersons with { Findings = [size with { Correction = correction }] })[0];
        Assert.DoesNotContain("secret", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_make_neither_links_nor_placeholders()
    {
        JsonElement result = Assert.Single(Results(With(f => f with { Subject = new Subject("class", "1", "[pay](http://a.example) {0}") })));
        string text = Text(result.GetProperty("message"), "text");
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        Assert.Contains("{{0}}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_data_had_that_could_not_be_used_is_told()
    {
        JsonElement[] told = [.. Run(SampleAssessment.Full).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()];
        Assert.Equal(SampleAssessment.Full.Data.Skipped.Length + SampleAssessment.Full.Data.Issues.Length, told.Length);
        Assert.Contains(told, t => Text(t.GetProperty("descriptor"), "id") == "CR4021");
    }

    [Fact]
    public void A_report_without_assessment_or_stream_is_a_fault_of_the_caller()
    {
        SarifReportWriter writer = new(new ReportOptions());
        Assert.Throws<ArgumentNullException>(() => writer.Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => writer.Write(SampleAssessment.Empty, null!));
    }

    private static Assessment With(Func<Finding, Finding> change) => SampleAssessment.Empty with { Rules = [SampleAssessment.Full.Rules[0]], Findings = [change(SampleAssessment.Full.Findings[0])] };

    private static JsonElement Run(Assessment assessment, ReportOptions? options = null) =>
        Assert.Single(JsonDocument.Parse(Written.By(new SarifReportWriter(options ?? English), assessment)).RootElement.GetProperty("runs").EnumerateArray());

    private static JsonElement[] Results(Assessment assessment, ReportOptions? options = null) => [.. Run(assessment, options).GetProperty("results").EnumerateArray()];

    private static JsonElement[] Results(Assessment assessment, string verdict) => [.. Results(assessment).Where(r => Text(r.GetProperty("properties"), "verdict") == verdict)];

    private static string Print(JsonElement result) => Text(result.GetProperty("partialFingerprints"), "ruleAndRow/v1");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
