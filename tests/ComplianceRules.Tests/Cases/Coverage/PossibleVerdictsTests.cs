using ComplianceRules.Cases;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Cases.Coverage.Measured;

namespace ComplianceRules.Tests.Cases.Coverage;

public sealed class PossibleVerdictsTests
{
    private const string Keyed = """{ "most": { "unit": "1", "strictness": "lower", "by": "sort", "values": [ { "from": "2020-01-01", "value": { "plain": 45, "special": 20 } } ] } }""";
    private const string All = "Undetermined, NotApplicable, Compliant, NonCompliant";
    private const string NoOther = "Undetermined, Compliant, NonCompliant";

    [Theory]
    [InlineData("\"limit\": { \"of\": \"books\", \"max\": 45 }", "", NoOther)]
    [InlineData("\"limit\": { \"of\": \"books\", \"max\": 45 }", ", \"appliesTo\": { \"boards\": true }", All)]
    [InlineData("\"limit\": { \"of\": \"books\", \"max\": 45 }", ", \"when\": \"rooms >= 0\"", NoOther)]
    [InlineData("\"require\": \"has(books)\"", "", "Compliant, NonCompliant")]
    [InlineData("\"share\": { \"of\": \"classes\", \"that\": \"bright\", \"min\": 80 }", "", All)]
    [InlineData("\"balance\": { \"of\": \"classes\", \"measure\": \"enrolment\", \"statistic\": \"cv\", \"max\": 0.5 }", "", All)]
    [InlineData("\"frequency\": { \"of\": \"drills\", \"on\": \"held\", \"per\": \"month\", \"min\": 1 }", "", All)]
    [InlineData("\"bands\": { \"of\": \"score\", \"bands\": [ { \"id\": \"low\", \"from\": 20 } ] }", "", "Undetermined, Compliant")]
    [InlineData("\"bands\": { \"of\": \"score\", \"compliantFrom\": \"low\", \"bands\": [ { \"id\": \"low\", \"from\": 20 } ] }", "", NoOther)]
    [InlineData("\"limit\": { \"of\": \"books\", \"max\": \"$most\" }", "", All)]
    public void A_rule_can_give_these_verdicts(string rule, string more, string expected)
    {
        RuleCoverage coverage = Rule(rule, more: more, parameters: rule.Contains('$', StringComparison.Ordinal) ? Keyed : "{}");
        Assert.Equal(expected, string.Join(", ", coverage.Verdicts));
        Assert.Equal(expected, string.Join(", ", coverage.MissingVerdicts));
    }

    [Fact]
    public void A_composed_rule_gives_no_not_applicable()
    {
        string composed = PackText.Rule("all", "\"composite\": { \"of\": [ { \"id\": \"one\", \"rules\": [\"r\"] } ] }");
        Assert.Equal(NoOther, string.Join(", ", Of(("a", PackText.Pack(rules: $"[{PackText.Rule()}, {composed}]"), string.Empty)).Rules[1].Verdicts));
    }

    [Fact]
    public void A_keyed_parameter_with_a_value_for_every_key_leaves_nobody_out()
    {
        string every = Keyed.Replace("\"special\": 20", "\"special\": 20, \"night\": 10", StringComparison.Ordinal);
        Assert.Equal(NoOther, string.Join(", ", Rule("\"limit\": { \"of\": \"books\", \"max\": \"$most\" }", parameters: every).Verdicts));
    }

    [Fact]
    public void A_verdict_is_shown_by_the_case_that_expects_it()
    {
        RuleCoverage rule = Rule("\"require\": \"boards\"", $"{Case("\"boards\": true", "Compliant")}, {Case("\"boards\": null", "Undetermined")}");
        Assert.Equal("NonCompliant", string.Join(", ", rule.MissingVerdicts));
        Assert.False(rule.IsComplete);
    }
}
