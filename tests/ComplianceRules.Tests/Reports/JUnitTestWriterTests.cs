using System.Xml.Linq;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class JUnitTestWriterTests
{
    private static readonly SourceSpan Place = new("cases/a.json", 3, 5);

    private static readonly CaseCheck Good = new("size", null, []);

    private static readonly CaseCheck Bad = new("cn/phones", "class:1", [new LocalText("限值不符", "the limit differs"), new LocalText("余量不符", "the margin differs")]);

    [Fact]
    public void Each_rule_that_a_case_expects_something_of_is_a_case()
    {
        XElement suite = Assert.Single(Read(new CaseReport([Result(Good, Bad)])).Elements("testsuite"));
        Assert.Equal(["county", "2", "1", "0", "0"], suite.Attributes().Select(a => a.Value));
        Assert.Equal([("county.size", "46 pupils"), ("cn.phones", "46 pupils (class:1)")], suite.Elements("testcase").Select(c => (c.Attribute("classname")!.Value, c.Attribute("name")!.Value)));
    }

    [Fact]
    public void A_failure_tells_the_place_and_all_that_differs()
    {
        XElement failure = Read(new CaseReport([Result(Bad)])).Descendants("failure").Single();
        Assert.Equal("the limit differs", failure.Attribute("message")!.Value);
        Assert.Equal("cases/a.json(3,5)\nthe limit differs\nthe margin differs", failure.Value);
    }

    [Fact]
    public void What_the_cases_do_not_show_of_a_rule_is_a_failure_too()
    {
        RuleCoverage rule = new("county", "county/size", Place)
        {
            Boundaries = [new BoundaryCoverage("enrolment <= 45", null, [BoundarySide.True, BoundarySide.Limit])],
            Verdicts = [Verdict.Compliant, Verdict.NonCompliant],
            MissingVerdicts = [Verdict.Compliant],
        };
        CaseReport report = new([Result(Good)]) { Coverage = new CaseCoverage(1, 1, [rule, rule with { Rule = "county/other", Boundaries = [], MissingVerdicts = [] }]) };
        XElement[] cases = [.. Read(report).Descendants("testcase")];
        Assert.Equal(["county.size", "county.size", "county.other"], cases.Select(c => c.Attribute("classname")!.Value));
        Assert.Equal("cases/a.json(3,5)\nenrolment <= 45: true, at the limit not shown\nverdicts that no case expects: Compliant", Assert.Single(cases, c => c.HasElements).Value);
    }

    [Fact]
    public void Packs_have_a_suite_each()
    {
        CaseReport report = new([Result(Good), Result(Good) with { Pack = "b" }, Result(Bad)]);
        Assert.Equal([("county", 2), ("b", 1)], Read(report).Elements("testsuite").Select(s => (s.Attribute("name")!.Value, s.Elements("testcase").Count())));
    }

    [Fact]
    public void No_cases_are_a_report_without_suites() => Assert.Empty(Read(new CaseReport([])).Elements());

    private static CaseResult Result(params CaseCheck[] checks) => new("county", "46 pupils", Place, [.. checks.SelectMany(c => c.Failures)]) { Checks = [.. checks] };

    private static XElement Read(CaseReport report)
    {
        using MemoryStream output = new();
        JUnitTestWriter.Write(report, TextLanguage.English, output);
        return JUnitShape.Check(output.ToArray());
    }
}
