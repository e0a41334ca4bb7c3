using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class VerdictTests
{
    private const string AtMost45 = "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }";
    private const string Keyed = """{ "most": { "unit": "pupil", "strictness": "lower", "by": "stage", "values": [ { "from": null, "value": { "primary": 45 } } ] } }""";

    [Theory]
    [InlineData(44, Verdict.Compliant)]
    [InlineData(45, Verdict.Compliant)]
    [InlineData(46, Verdict.NonCompliant)]
    public void A_maximum_allows_the_limit_itself(int enrolment, Verdict expected) =>
        Assert.Equal(expected, Judged.Verdict(Rule(kind: AtMost45), $"\"enrolment\": {enrolment}"));

    [Theory]
    [InlineData("above", 45, Verdict.NonCompliant)]
    [InlineData("above", 46, Verdict.Compliant)]
    [InlineData("below", 45, Verdict.NonCompliant)]
    [InlineData("below", 44, Verdict.Compliant)]
    [InlineData("min", 45, Verdict.Compliant)]
    [InlineData("min", 44, Verdict.NonCompliant)]
    [InlineData("equals", 45, Verdict.Compliant)]
    [InlineData("equals", 46, Verdict.NonCompliant)]
    public void Each_bound_holds_its_own_side(string bound, int enrolment, Verdict expected) =>
        Assert.Equal(expected, Judged.Verdict(Rule(kind: $$"""
            "limit": { "of": "enrolment", "{{bound}}": 45 }
            """), $"\"enrolment\": {enrolment}"));

    [Theory]
    [InlineData("44.5", Verdict.Compliant)]
    [InlineData("44.4", Verdict.NonCompliant)]
    [InlineData("45.5", Verdict.Compliant)]
    [InlineData("45.6", Verdict.NonCompliant)]
    public void A_tolerance_is_included(string minutes, Verdict expected) =>
        Assert.Equal(expected, Judged.Verdict(Rule(kind: "\"limit\": { \"of\": \"minutes\", \"equals\": 45, \"tolerance\": 0.5 }"), $"\"minutes\": {minutes}"));

    [Fact]
    public void A_missing_fact_makes_the_rule_undetermined_not_compliant()
    {
        Assert.Equal(Verdict.Undetermined, Judged.Of(Pack(rules: $"[{Rule(kind: AtMost45)}]"), Judged.School("""{ "id": "1" }, { "id": "2", "enrolment": 45 }""")).Findings.Single().Verdict);
        Assert.Equal(Verdict.Undetermined, Judged.Of(Pack(rules: $"[{Rule(kind: AtMost45)}]"), Judged.School("""{ "id": "1", "enrolment": null }, { "id": "2", "enrolment": 45 }""")).Findings.Single().Verdict);
    }

    [Theory]
    [InlineData("true", Verdict.NonCompliant)]
    [InlineData("false", Verdict.Compliant)]
    public void What_is_forbidden_must_not_be(string bright, Verdict expected) =>
        Assert.Equal(expected, Judged.Verdict(Rule(kind: "\"forbid\": \"bright\""), $"\"bright\": {bright}"));

    [Fact]
    public void A_rule_that_does_not_apply_is_not_applicable_even_where_its_facts_are_missing() =>
        Assert.Equal(Verdict.NotApplicable, Judged.Verdict(Rule(kind: AtMost45, more: ", \"appliesTo\": { \"stage\": [\"junior\"] }"), "\"stage\": \"primary\""));

    [Fact]
    public void Where_application_is_unknown_a_known_condition_does_not_decide()
    {
        string rule = Rule(kind: AtMost45, more: ", \"appliesTo\": { \"stage\": [\"junior\"] }");
        string classes = """{ "id": "1", "enrolment": 40 }, { "id": "2", "stage": "junior", "enrolment": 40 }""";
        Finding open = Assert.Single(Judged.Of(Pack(rules: $"[{rule}]"), Judged.School(classes)).Findings);
        Assert.Equal(Verdict.Undetermined, open.Verdict);
        Assert.Equal("stage", Assert.Single(open.Missing).Path);
    }

    [Theory]
    [InlineData(2, Verdict.NotApplicable)]
    [InlineData(3, Verdict.NonCompliant)]
    [InlineData(6, Verdict.NonCompliant)]
    [InlineData(7, Verdict.NotApplicable)]
    public void Grades_include_both_ends(int grade, Verdict expected) =>
        Assert.Equal(expected, Judged.Verdict(Rule(kind: AtMost45, more: ", \"appliesTo\": { \"grades\": [3, 6] }"), $"\"grade\": {grade}, \"enrolment\": 60"));

    [Theory]
    [InlineData("\"stage\": \"primary\", \"enrolment\": 46", Verdict.NonCompliant)]
    [InlineData("\"stage\": \"junior\", \"enrolment\": 46", Verdict.NotApplicable)]
    public void A_keyed_parameter_without_an_entry_makes_the_rule_not_applicable(string facts, Verdict expected) =>
        Assert.Equal(expected, Judged.Verdict(Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }"), facts, Keyed));

    [Fact]
    public void An_unknown_key_of_a_parameter_makes_application_unknown()
    {
        string rule = Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }");
        string classes = """{ "id": "1", "enrolment": 1 }, { "id": "2", "stage": "primary", "enrolment": 1 }""";
        Assert.Equal((1, 0, 1, 0), Judged.Counts(Judged.Of(Pack(rules: $"[{rule}]", parameters: Keyed), Judged.School(classes))));
    }

    [Fact]
    public void A_negative_or_impossible_value_is_unknown_and_never_a_pass()
    {
        Finding finding = Judged.One(Rule(kind: AtMost45), "\"enrolment\": -3");
        Assert.Equal(Verdict.Undetermined, finding.Verdict);
        Assert.Equal(UnknownReason.OutOfRange, Assert.Single(finding.Missing).Reason);
    }

    [Fact]
    public void The_default_verdict_is_undetermined() => Assert.Equal(Verdict.Undetermined, default);

    [Fact]
    public void A_division_by_zero_is_undetermined_and_named()
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"minutes / enrolment\", \"max\": 2 }"), "\"minutes\": 3, \"enrolment\": 0");
        Assert.Equal(Verdict.Undetermined, finding.Verdict);
        Assert.Equal(("minutes / enrolment", UnknownReason.DivisionByZero), (Assert.Single(finding.Missing).Path, finding.Missing[0].Reason));
    }

    [Fact]
    public void Where_the_choice_is_open_the_facts_of_both_branches_are_missing_too()
    {
        string rule = Rule(kind: "\"require\": \"bright ? enrolment <= 45 : minutes <= 60\"");
        string classes = """{ "id": "1" }, { "id": "2", "bright": true, "enrolment": 1, "minutes": 1 }""";
        Finding finding = Assert.Single(Judged.Of(Pack(rules: $"[{rule}]"), Judged.School(classes)).Findings);
        Assert.Equal("bright, enrolment, minutes", string.Join(", ", finding.Missing.Select(m => m.Path)));
    }
}
