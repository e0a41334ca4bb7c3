using System.Text;
using System.Xml.Linq;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Reports;

public sealed class JUnitReportWriterTests
{
    private static readonly JUnitReportWriter Writer = new(new ReportOptions { Language = TextLanguage.English });

    [Theory]
    [InlineData(TextLanguage.English, "en")]
    [InlineData(TextLanguage.Chinese, "zh")]
    public void A_report_with_one_of_everything_is_the_approved_one(TextLanguage language, string name) =>
        ApprovedFile.Match($"tests/ComplianceRules.Tests/Golden/report.{name}.approved.junit.xml", Written.By(new JUnitReportWriter(new ReportOptions { Language = language }), SampleAssessment.Full));

    [Fact]
    public void A_report_keeps_the_schemas_of_jenkins_and_counts_what_it_lists() => Assert.NotEmpty(Read(SampleAssessment.Full).Elements());

    [Fact]
    public void A_report_of_nothing_has_no_suites() => Assert.Empty(Read(SampleAssessment.Empty).Elements());

    [Fact]
    public void A_breach_is_a_failure_with_its_severity()
    {
        XElement failure = Read(SampleAssessment.Full).Descendants("failure").First();
        Assert.Equal(("violation", "cn/homework.written is not kept"), (failure.Attribute("type")!.Value, failure.Attribute("message")!.Value));
        Assert.Contains("remedy: Set less homework", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_undetermined_is_an_error_that_tells_what_is_missing()
    {
        XElement[] errors = [.. Read(SampleAssessment.Full).Descendants("error")];
        Assert.Equal(3, errors.Length);
        Assert.All(errors, e => Assert.Equal("undetermined", e.Attribute("type")!.Value));
        Assert.Contains("missing: ", errors[0].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Waived)]
    [InlineData(Verdict.NotApplicable)]
    public void What_is_waived_or_not_applicable_is_skipped(Verdict verdict) => Assert.NotEmpty(Read(With(f => f with { Verdict = verdict })).Descendants("skipped").Single().Value);

    [Fact]
    public void Compliant_rows_that_are_not_listed_are_one_case_that_passed()
    {
        XElement suite = Read(SampleAssessment.Full).Elements("testsuite").First();
        Assert.Equal("compliant rows: 3", suite.Elements("testcase").Single(c => !c.HasElements).Attribute("name")!.Value);
        Assert.Equal("3", Property(suite, "compliant"));
    }

    [Fact]
    public void Compliant_rows_that_are_listed_are_a_case_each_and_not_counted_once_more()
    {
        XElement suite = Assert.Single(Read(With(f => f with { Verdict = Verdict.Compliant })).Elements("testsuite"));
        Assert.Equal("class:1/302 样例小学 302", Assert.Single(suite.Elements("testcase")).Attribute("name")!.Value);
    }

    [Fact]
    public void A_rule_that_judged_no_row_has_no_suite() => Assert.DoesNotContain(Read(SampleAssessment.Full).Elements("testsuite"), s => s.Attribute("name")!.Value == "us/idle");

    [Fact]
    public void A_case_belongs_to_its_pack_and_rule() => Assert.All(
        Read(SampleAssessment.Full).Elements("testsuite"), suite => Assert.All(suite.Elements("testcase"), c => Assert.Equal(suite.Attribute("name")!.Value.Replace('/', '.'), c.Attribute("classname")!.Value)));

    [Fact]
    public void Packs_that_replace_a_rule_share_its_suite()
    {
        RuleSummary rule = SampleAssessment.Full.Rules[0];
        XElement suite = Assert.Single(Read(SampleAssessment.Empty with { Rules = [rule, rule with { Pack = "county" }] }).Elements("testsuite"));
        Assert.Equal(("cn county", "6"), (Property(suite, "packs"), Property(suite, "compliant")));
    }

    [Fact]
    public void Persons_are_counted_and_never_named_whatever_the_assessment_holds()
    {
        byte[] report = Written.By(Writer, Personal.With(SampleAssessment.Full));
        Assert.DoesNotContain(Personal.Secret, Encoding.UTF8.GetString(report), StringComparison.Ordinal);
        string[] counts = [.. JUnitShape.Check(report).Descendants("testcase").Select(c => c.Attribute("name")!.Value).Where(n => n.Contains("persons", StringComparison.Ordinal))];
        Assert.Equal(["class:1/302 样例小学 302: persons non-compliant: 7", "class:1/303 样例小学 303: persons non-compliant: <3", "(parent not known): persons undetermined: <3"], counts);
    }

    [Theory]
    [InlineData("a\u0000\u001b[31m\u0008b", "a\uFFFD\uFFFD[31m\uFFFDb")]
    [InlineData("a\ud840\udc00b", "a\ud840\udc00b")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("<img src=x onerror=\"a\"> & ]]> '", "<img src=x onerror=\"a\"> & ]]> '")]
    [InlineData("a\r\nb\tc", "a\r\nb\tc")]
    public void Names_are_text_and_what_xml_cannot_hold_is_replaced(string name, string read)
    {
        XElement report = Read(With(f => f with { Subject = new Subject("class", "1", name), Message = new LocalText(name, name) }));
        Assert.Equal($"class:1 {read}", report.Descendants("testcase").First().Attribute("name")!.Value);
        XElement failure = report.Descendants("failure").Single();
        Assert.Equal(read, failure.Attribute("message")!.Value);
        Assert.StartsWith(read, failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_in_a_name_does_not_break_the_report() =>
        Assert.Equal("class:1 a\uFFFDb\uFFFD", Read(With(f => f with { Subject = new Subject("class", "1", "a\ud800b\udc00") })).Descendants("testcase").First().Attribute("name")!.Value);

    [Fact]
    public void A_report_has_lines_that_end_alike_and_the_stream_stays_open()
    {
        using MemoryStream output = new();
        Writer.Write(SampleAssessment.Full, output);
        string text = Encoding.UTF8.GetString(output.ToArray());
        Assert.StartsWith("<?xml", text, StringComparison.Ordinal);
        Assert.EndsWith("</testsuites>\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.True(output.CanWrite);
    }

    [Fact]
    public void A_report_without_assessment_or_stream_is_a_fault_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => Writer.Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => Writer.Write(SampleAssessment.Empty, null!));
    }

    private static Assessment With(Func<Finding, Finding> change) => SampleAssessment.Empty with { Rules = [SampleAssessment.Full.Rules[0]], Findings = [change(SampleAssessment.Full.Findings[0])] };

    private static XElement Read(Assessment assessment) => JUnitShape.Check(Written.By(Writer, assessment));

    private static string Property(XElement suite, string name) => suite.Element("properties")!.Elements("property").Single(p => p.Attribute("name")!.Value == name).Attribute("value")!.Value;
}
