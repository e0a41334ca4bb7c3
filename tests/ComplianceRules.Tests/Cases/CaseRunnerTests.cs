using System.Collections.Immutable;
using ComplianceRules.Cases;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Cases;

public sealed class CaseRunnerTests
{
    private const string Most = """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] } }""";
    private static readonly string Limited = Pack(parameters: Most, rules: $"[{Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }")}]");

    [Theory]
    [InlineData("45", "\"Compliant\"")]
    [InlineData("46", "\"NonCompliant\"")]
    [InlineData("null", "\"Undetermined\"")]
    [InlineData("46", """{ "verdict": "NonCompliant", "limit": 45, "margin": -1 }""")]
    [InlineData("null", """{ "verdict": "Undetermined", "missing": ["enrolment"], "margin": null }""")]
    public void A_case_that_comes_out_as_expected_passes(string enrolment, string expected) =>
        Assert.True(Assert.Single(Results(Case(enrolment, expected))).Passed);

    [Theory]
    [InlineData("46", "\"Compliant\"", "expected Compliant, got NonCompliant")]
    [InlineData("null", "\"Compliant\"", "expected Compliant, got Undetermined")]
    [InlineData("46", """{ "limit": 44 }""", "limit: expected 44, got 45")]
    [InlineData("46", """{ "margin": -2 }""", "margin: expected -2, got -1")]
    [InlineData("null", """{ "missing": [] }""", "missing: expected , got enrolment")]
    public void A_case_that_does_not_says_what_came_out_instead(string enrolment, string expected, string says)
    {
        CaseResult result = Assert.Single(Results(Case(enrolment, expected)));
        Assert.Contains(says, Assert.Single(result.Failures).In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_before_the_rule_is_in_force_says_so()
    {
        CaseResult result = Assert.Single(Results(Case("46", "\"NonCompliant\"").Replace("2026-09-01", "2019-12-31", StringComparison.Ordinal)));
        Assert.Contains("not in force", Assert.Single(result.Failures).In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-12-31", true)]
    [InlineData("2020-01-01", false)]
    public void A_case_may_expect_that_the_rule_is_not_in_force(string day, bool passes)
    {
        CaseResult result = Assert.Single(Results(Case("45", "\"NotInForce\"").Replace("2026-09-01", day, StringComparison.Ordinal)));
        Assert.Equal(passes, result.Passed);
        if (!passes) Assert.Contains("is in force on that day", Assert.Single(result.Failures).In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_judges_no_row_fails() =>
        Assert.Contains("judged no row", Assert.Single(Assert.Single(Results("""[ { "case": "none", "asOf": "2026-09-01", "facts": {}, "expect": { "r": "Compliant" } } ]""")).Failures).In(TextLanguage.English), StringComparison.Ordinal);

    [Fact]
    public void One_row_of_several_is_named_behind_an_at_sign()
    {
        string text = """[ { "case": "two", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 45 }, { "enrolment": 46 } ] }, "expect": { "r@class:1": "Compliant", "a/r@class:2": "NonCompliant" } } ]""";
        Assert.True(Assert.Single(Results(text)).Passed);
    }

    [Fact]
    public void Parameters_of_a_case_are_laid_over_the_packs_own()
    {
        string text = """[ { "case": "stricter", "asOf": "2026-09-01", "parameters": { "most": 30 }, "facts": { "class": [ { "enrolment": 31 } ] }, "expect": { "r": { "verdict": "NonCompliant", "limit": 30 } } } ]""";
        Assert.True(Assert.Single(Results(text)).Passed);
    }

    [Fact]
    public void The_case_of_a_child_pack_is_judged_by_its_parents_too()
    {
        string child = """{ "id": "b", "version": "1.0.0", "region": "370322", "title": "子", "extends": "a", "parameters": { "most": { "values": [ { "from": "2021-01-01", "value": 40 } ] } } }""";
        using TempPacks folder = new TempPacks().With("a/pack.json", Limited).With("b/pack.json", child)
            .With("b/cases/one.json", """[ { "case": "41", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 41 } ] }, "expect": { "r": { "verdict": "NonCompliant", "limit": 40 } } } ]""");
        Assert.True(Assert.Single(Run(folder).Value.Results).Passed);
    }

    [Theory]
    [InlineData("{}", "CR1200", 1, 1)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "expect": { "r": "Complaint" } } ]""", "CR1201", 1, 70)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "expect": { "q": "Compliant" } } ]""", "CR1202", 1, 65)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "waivers": [ { "rule": "r", "subject": "1", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "reason": "y" } ], "expect": { "r": "Compliant" } } ]""", "CR1251", 1, 92)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "waivers": [ { "rule": "q", "subject": "class:1", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "reason": "y" } ], "expect": { "r": "Compliant" } } ]""", "CR3100", 1, 76)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "previous": { "clas": [] }, "expect": { "r": "Compliant" } } ]""", "CR4040", 1, 67)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "previous": { "class": [ { "enrolmen": 4 } ] }, "expect": { "r": "Compliant" } } ]""", "CR4041", 1, 80)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "calendar": { "daysOf": [] }, "expect": { "r": "Compliant" } } ]""", "CR1003", 1, 67)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "calendar": { "daysOff": ["2026-10-01"], "workingDaysInstead": ["2026-10-01"] }, "expect": { "r": "Compliant" } } ]""", "CR4098", 1, 117)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-01", "facts": {}, "calendar": { "daysOff": ["1 October"] }, "expect": { "r": "Compliant" } } ]""", "CR1037", 1, 79)]
    [InlineData("""[ { "case": "x", "asOf": "2026-09-31", "facts": {}, "expect": { "r": "Compliant" } } ]""", "CR1037", 1, 26)]
    public void A_case_that_cannot_be_read_is_refused_at_its_place(string text, string code, int line, int column)
    {
        using TempPacks folder = TempPacks.One(Limited).With("cases/bad.json", text);
        Checked<CaseReport> run = Run(folder);
        Diagnostic problem = Assert.Single(run.Diagnostics);
        Assert.Equal((code, line, column), (problem.Code.ToString(), problem.Span!.Line, problem.Span.Column));
        Assert.False(run.IsValid);
    }

    [Fact]
    public void A_case_may_bring_waivers_along()
    {
        using TempPacks folder = TempPacks.One(Limited).With("cases/one.json", """
            [ { "case": "61, waived", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 300 }, { "enrolment": 299 } ] },
                "waivers": [ { "rule": "r", "subject": "class:1", "from": "2026-09-01", "until": "2026-09-01", "kind": "waiver", "reason": "修缮" } ],
                "expect": { "r@class:1": "Waived", "r@class:2": "NonCompliant" } } ]
            """);
        CaseResult result = Assert.Single(Run(folder).Value.Results);
        Assert.Empty(result.Failures);
    }

    [Fact]
    public void Waivers_and_composed_rules_are_tested_by_cases()
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("tests/packs/good/waivers-and-composites")).Value).Value;
        ImmutableArray<CaseResult> results = CaseRunner.Run(catalogue).Value.Results;
        Assert.Equal(22, results.Length);
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Case}: {f.In(TextLanguage.English)}")));
    }

    [Fact]
    public void Rules_that_read_an_earlier_snapshot_or_a_calendar_are_tested_by_cases()
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("tests/packs/good/earlier-snapshot-and-calendar")).Value).Value;
        ImmutableArray<CaseResult> results = CaseRunner.Run(catalogue).Value.Results;
        Assert.Equal(10, results.Length);
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Case}: {f.In(TextLanguage.English)}")));
    }

    [Theory]
    [InlineData("seasons-and-calendars", 19)]
    [InlineData("frequency", 60)]
    public void Seasons_calendars_and_frequencies_are_tested_by_cases(string packs, int cases)
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine($"tests/packs/good/{packs}")).Value).Value;
        ImmutableArray<CaseResult> results = CaseRunner.Run(catalogue).Value.Results;
        Assert.Equal(cases, results.Length);
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Pack} {r.Case}: {f.In(TextLanguage.English)}")));
    }

    [Theory]
    [InlineData("\"enrolmen\": 4")]
    [InlineData("\"enrolment\": \"four\"")]
    public void A_fact_that_cannot_be_used_is_the_authors_fault(string fact)
    {
        using TempPacks folder = TempPacks.One(Limited).With("cases/bad.json", $$"""[ { "case": "x", "asOf": "2026-09-01", "facts": { "class": [ { {{fact}} } ] }, "expect": { "r": "Undetermined" } } ]""");
        Diagnostic problem = Assert.Single(Run(folder).Diagnostics);
        Assert.Equal((DiagnosticSeverity.Error, 1), (problem.Severity, problem.Span!.Line));
    }

    private static string Case(string enrolment, string expected) =>
        $$"""[ { "case": "one class", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": {{enrolment}} } ] }, "expect": { "r": {{expected}} } } ]""";

    private static ImmutableArray<CaseResult> Results(string cases)
    {
        using TempPacks folder = TempPacks.One(Limited).With("cases/one.json", cases);
        return Run(folder).Value.Results;
    }

    private static Checked<CaseReport> Run(TempPacks folder) => CaseRunner.Run(PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value);
}
