using ComplianceRules.Cases;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Cases.Coverage.Measured;

namespace ComplianceRules.Tests.Cases.Coverage;

public sealed class BoundaryObserverTests
{
    private const string Most = "\"limit\": { \"of\": \"books\", \"max\": 45 }";
    private const string Large = "\"require\": \"classes.all(c, c.enrolment <= 45)\"";
    private const string Share = "\"share\": { \"of\": \"classes\", \"where\": \"bright\", \"that\": \"enrolment <= 45\", \"min\": 50 }";
    private const string Items = "\"k-of\": { \"k\": 1, \"items\": [ { \"id\": \"a\", \"require\": \"books >= 5\" }, { \"id\": \"b\", \"require\": \"boards\" } ] }";
    private const string Monthly = "\"frequency\": { \"of\": \"drills\", \"where\": \"fire\", \"on\": \"held\", \"per\": \"year\", \"min\": 1, \"max\": 2 }";

    [Theory]
    [InlineData("45", "Compliant", "books <= 45: F")]
    [InlineData("44", "Compliant", "books <= 45: FL")]
    [InlineData("46", "NonCompliant", "books <= 45: TL")]
    [InlineData("null", "Undetermined", "books <= 45: TFL")]
    public void A_row_shows_the_side_on_which_it_stands(string books, string verdict, string expected) =>
        Assert.Equal(expected, Text(Rule(Most, Case($"\"books\": {books}", verdict))));

    [Fact]
    public void All_sides_together_cover_a_comparison()
    {
        RuleCoverage rule = Rule(Most, $"{Case("\"books\": 45", "Compliant")}, {Case("\"books\": 46", "NonCompliant")}, {Case("\"books\": null", "Undetermined")}");
        Assert.True(rule.IsComplete);
        Assert.Equal("books <= 45:", Text(rule));
    }

    [Theory]
    [InlineData("\"enrolment\": 45 }, { \"enrolment\": 46", "NonCompliant", "c.enrolment <= 45:")]
    [InlineData("\"enrolment\": 45 }, { \"enrolment\": null", "Undetermined", "c.enrolment <= 45: F")]
    public void Every_item_of_a_list_counts(string classes, string verdict, string expected) => Assert.Equal(expected, Text(Rule(Large, Case($"\"classes\": [ {{ {classes} }} ]", verdict))));

    [Fact]
    public void A_list_that_was_not_reported_shows_nothing() => Assert.Equal("c.enrolment <= 45: TFL", Text(Rule(Large, Case("\"boards\": true", "Undetermined"))));

    [Theory]
    [InlineData("{ \"bright\": true, \"enrolment\": 45 }, { \"bright\": true, \"enrolment\": 46 }", "Compliant", "bright: F; classes.filter(bright).share(enrolment <= 45) >= 50: F; enrolment <= 45:")]
    [InlineData("{ \"bright\": false, \"enrolment\": 45 }, { \"bright\": true, \"enrolment\": 46 }", "NonCompliant", "bright:; classes.filter(bright).share(enrolment <= 45) >= 50: TL; enrolment <= 45: TL")]
    [InlineData("{ \"bright\": false, \"enrolment\": 45 }", "NotApplicable", "bright: T; classes.filter(bright).share(enrolment <= 45) >= 50: TFL; enrolment <= 45: TFL")]
    [InlineData("{ \"bright\": true, \"enrolment\": 45 }, { \"bright\": true }, { \"bright\": true, \"enrolment\": 5 }", "Compliant", "bright: F; classes.filter(bright).share(enrolment <= 45) >= 50: FL; enrolment <= 45: F")]
    public void A_share_is_at_its_limit_where_it_is_exactly_that(string classes, string verdict, string expected) => Assert.Equal(expected, Text(Rule(Share, Case($"\"classes\": [ {classes} ]", verdict))));

    [Theory]
    [InlineData("\"books\": 5, \"boards\": false", "Compliant", "at_least(1, books >= 5, boards): F; books >= 5: F; boards: T")]
    [InlineData("\"books\": 5, \"boards\": true", "Compliant", "at_least(1, books >= 5, boards): FL; books >= 5: F; boards: F")]
    [InlineData("\"books\": 5", "Compliant", "at_least(1, books >= 5, boards): FL; books >= 5: F; boards: TF")]
    public void So_many_items_are_the_limit_of_k_of(string facts, string verdict, string expected) => Assert.Equal(expected, Text(Rule(Items, Case(facts, verdict))));

    [Theory]
    [InlineData("{ \"held\": \"2025-03-01\", \"fire\": true }, { \"held\": \"2025-03-01\", \"fire\": false }", "Compliant", "fire:; >= 1.0: F; <= 2.0: FL")]
    [InlineData("{ \"held\": \"2025-03-01\", \"fire\": true }, { \"held\": \"2025-04-01\", \"fire\": true }", "Compliant", "fire: F; >= 1.0: FL; <= 2.0: F")]
    [InlineData("{ \"held\": \"2025-03-01\" }", "Undetermined", "fire: TF; >= 1.0: TFL; <= 2.0: TFL")]
    [InlineData("", "NonCompliant", "fire: TF; >= 1.0: TL; <= 2.0: FL")]
    public void Periods_that_are_judged_show_the_limits_of_a_frequency(string drills, string verdict, string expected) =>
        Assert.Equal(expected, Text(Rule(Monthly, Case($"\"drills\": [ {drills} ]", verdict))).Replace("drills.filter(fire).per(\"year\", held).count() ", string.Empty, StringComparison.Ordinal));

    [Fact]
    public void A_coefficient_of_variation_can_stand_at_its_limit()
    {
        string balance = "\"balance\": { \"of\": \"classes\", \"measure\": \"enrolment\", \"statistic\": \"cv\", \"max\": 0.45 }";
        Assert.Equal("classes.map(c, c.enrolment).cv() <= 0.45: F", Text(Rule(balance, Case("\"classes\": [ { \"enrolment\": 11 }, { \"enrolment\": 29 } ]", "Compliant"))));
    }

    [Fact]
    public void Of_a_row_to_which_the_rule_does_not_apply_only_that_is_seen() =>
        Assert.Equal("boards: T; books <= 45: TFL", Text(Rule(Most, Case("\"boards\": false, \"books\": 45", "NotApplicable"), more: ", \"when\": \"boards\"")));

    [Fact]
    public void What_another_operand_decides_is_seen_all_the_same() =>
        Assert.Equal("boards: F; books <= 45: TL", Text(Rule("\"require\": \"boards || books <= 45\"", Case("\"boards\": true, \"books\": 46", "Compliant"))));

    [Fact]
    public void A_branch_that_is_not_taken_is_not_seen() =>
        Assert.Equal("boards: F; books <= 45: FL; rooms <= 9: TFL", Text(Rule("\"require\": \"boards ? books <= 45 : rooms <= 9\"", Case("\"boards\": true, \"books\": 4, \"rooms\": 9", "Compliant"))));

    [Fact]
    public void Each_band_is_seen_though_the_verdict_rests_on_one()
    {
        string bands = "\"bands\": { \"of\": \"score\", \"compliantFrom\": \"good\", \"bands\": [ { \"id\": \"poor\", \"from\": 20 }, { \"id\": \"good\", \"from\": 60 } ] }";
        Assert.Equal("score >= 20: F; score >= 60: TL", Text(Rule(bands, Case("\"score\": 20", "NonCompliant"))));
    }

    [Fact]
    public void Only_the_rows_that_are_expected_count()
    {
        string two = """{ "case": "two", "asOf": "2026-09-01", "facts": { "school": [ { "books": 45 }, { "books": 46 } ] }, "expect": { "r@school:2": "NonCompliant" } }""";
        Assert.Equal("books <= 45: TL", Text(Rule(Most, two)));
    }

    [Fact]
    public void A_step_that_is_left_out_shows_nothing_of_its_days()
    {
        string steps = "\"sequence\": { \"steps\": [ { \"id\": \"show\", \"from\": \"shown_from\", \"to\": \"shown_to\", \"when\": \"boards\" } ] }";
        Assert.Equal("boards: T; shown_to >= shown_from: TFL", Text(Rule(steps, Case("\"boards\": false, \"shown_from\": \"2026-01-01\", \"shown_to\": \"2026-01-01\"", "Compliant"))));
    }

    [Fact]
    public void Lists_that_are_too_much_work_to_go_through_show_nothing_inside()
    {
        string rule = "\"require\": \"classes.all(a, classes.all(b, classes.all(c, a.enrolment + b.enrolment + c.enrolment <= 45)))\"";
        string classes = string.Join(", ", Enumerable.Repeat("{ \"enrolment\": 1 }", 300));
        Assert.Equal("a.enrolment + b.enrolment + c.enrolment <= 45: TFL", Text(Rule(rule, Case($"\"classes\": [ {classes} ]", nameof(Verdict.Undetermined)))));
    }
}
