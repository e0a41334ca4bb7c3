using ComplianceRules.Cases;
using ComplianceRules.Engine;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Cases.Coverage;

public sealed class BoundaryFinderTests
{
    [Theory]
    [InlineData("\"limit\": { \"of\": \"books\", \"min\": 5, \"max\": 45 }", "books >= 5: TFL; books <= 45: TFL")]
    [InlineData("\"limit\": { \"of\": \"books\", \"above\": 5, \"below\": 45 }", "books > 5: TFL; books < 45: TFL")]
    [InlineData("\"limit\": { \"of\": \"books\", \"equals\": 45 }", "books == 45: TF")]
    [InlineData("\"limit\": { \"of\": \"books\", \"equals\": 45, \"tolerance\": 5 }", "books >= 45 - 5: TFL; books <= 45 + 5: TFL")]
    [InlineData("\"limit\": { \"of\": \"offers\", \"includes\": [\"art\"] }", "offers.contains_all([\"art\"]): TF")]
    [InlineData("\"limit\": { \"of\": \"bought\", \"min\": \"shown_to\" }", "bought >= shown_to: TFL")]
    [InlineData("\"require\": \"bought >= shown_to\"", "bought >= shown_to: TF")]
    [InlineData("\"require\": \"boards || !(sort in ['plain']) && has(books)\"", "boards: TF; sort in [\"plain\"]: TF; has(books): TF")]
    [InlineData("\"require\": \"boards == true && sort != 'plain'\"", "boards == true: TF; sort != \"plain\": TF")]
    [InlineData("\"forbid\": \"books > 5 || books > 5\"", "books > 5: TFL")]
    [InlineData("\"require\": \"books <= (sort == 'plain' ? 60 : 90)\"", "books <= (sort == \"plain\" ? 60 : 90): TFL; sort == \"plain\": TF")]
    [InlineData("\"require\": \"shown_from <= as_of\"", "shown_from <= as_of: TFL")]
    [InlineData("\"require\": \"has(classes) && classes.all(c, c.bright && c.enrolment < 50)\"", "has(classes): TF; c.bright: TF; c.enrolment < 50: TFL")]
    [InlineData("\"require\": \"classes.filter(c, c.bright).map(c, c.enrolment).sum() >= 7\"", "classes.filter(c, c.bright).map(c, c.enrolment).sum() >= 7: TFL; c.bright: TF")]
    [InlineData("\"share\": { \"of\": \"classes\", \"where\": \"bright\", \"that\": \"enrolment <= 45\", \"min\": 80 }", "bright: TF; classes.filter(bright).share(enrolment <= 45) >= 80: TFL; enrolment <= 45: TFL")]
    [InlineData("\"balance\": { \"of\": \"classes\", \"measure\": \"enrolment\", \"statistic\": \"cv\", \"max\": 0.5 }", "classes.map(c, c.enrolment).cv() <= 0.5: TFL")]
    [InlineData("\"balance\": { \"of\": \"classes\", \"where\": \"bright\", \"measure\": \"enrolment\", \"statistic\": \"spread\", \"max\": 5 }", "bright: TF; classes.filter(c, c.bright).map(c, c.enrolment).max() - classes.filter(c, c.bright).map(c, c.enrolment).min() <= 5: TFL")]
    [InlineData("\"k-of\": { \"k\": 1, \"items\": [ { \"id\": \"a\", \"limit\": { \"of\": \"books\", \"min\": 5 } }, { \"id\": \"b\", \"require\": \"boards\" } ] }", "at_least(1, books >= 5, boards): TFL; books >= 5: TFL; boards: TF")]
    [InlineData("\"k-of\": { \"k\": 1, \"floor\": 80, \"items\": [ { \"id\": \"a\", \"limit\": { \"of\": \"books\", \"min\": 10 } }, { \"id\": \"b\", \"limit\": { \"of\": \"rooms\", \"min\": 3 } } ] }", "at_least(1, books >= 10, rooms >= 3): TFL; books >= 10: TFL; rooms >= 3: TFL; books >= 10 * 0.8: TFL; rooms >= 3 * 0.8: TF")]
    [InlineData("\"frequency\": { \"of\": \"drills\", \"where\": \"fire\", \"on\": \"held\", \"per\": \"month\", \"min\": 2, \"max\": 4 }", "fire: TF; drills.filter(fire).per(\"month\", held).count() >= 2.0: TFL; drills.filter(fire).per(\"month\", held).count() <= 4.0: TFL")]
    [InlineData("\"frequency\": { \"of\": \"drills\", \"on\": \"held\", \"per\": \"year\", \"min\": 1.5 }", "drills.per(\"year\", held).count() >= 1.5: TF")]
    [InlineData("\"bands\": { \"of\": \"score\", \"compliantFrom\": \"good\", \"bands\": [ { \"id\": \"poor\", \"from\": 0 }, { \"id\": \"good\", \"from\": 60 }, { \"id\": \"best\", \"from\": 85 } ] }", "score >= 60: TFL; score >= 85: TFL")]
    [InlineData("\"bands\": { \"of\": \"score\", \"bands\": [ { \"id\": \"low\", \"from\": 20 } ] }", "score >= 20: TFL")]
    [InlineData("\"consistency\": { \"left\": \"books\", \"right\": \"rooms\" }", "books == rooms: TF")]
    [InlineData("\"consistency\": { \"left\": \"books\", \"right\": \"rooms\", \"tolerance\": 2 }", "books >= rooms - 2: TFL; books <= rooms + 2: TFL")]
    public void Comparisons_are_found_with_their_sides(string rule, string expected) => Assert.Equal(expected, Measured.Text(Measured.Rule(rule)));

    [Fact]
    public void Steps_have_their_order_their_length_and_their_wait()
    {
        RuleCoverage rule = Measured.Rule("""
            "sequence": { "steps": [ { "id": "show", "from": "shown_from", "to": "shown_to", "when": "boards", "lasts": { "min": 3, "days": "calendar", "counting": "inclusive" } },
                { "id": "buy", "on": "bought", "after": "show", "strictly": true, "wait": { "min": 2, "days": "working" } } ] }
            """);
        Assert.Equal(
            "boards: TF; shown_to >= shown_from: TFL; shown_to - (shown_from - days(1)) >= 3: TFL; bought > shown_to: TFL; working_days_between(shown_to, bought) >= 2: TFL", Measured.Text(rule));
    }

    [Theory]
    [InlineData("\"appliesTo\": { \"stage\": [\"primary\"], \"grades\": [3, 6], \"boards\": false }", "stage in [\"primary\"]: TF; grade >= 3: TFL; grade <= 6: TFL; school.boards: TF; bright: TF")]
    [InlineData("\"when\": \"enrolment > 5\"", "enrolment > 5: TFL; bright: TF")]
    public void Conditions_of_application_are_comparisons_too(string more, string expected) =>
        Assert.Equal(expected, Measured.Text(Measured.Rule("\"require\": \"bright\"", subject: "class", more: $", {more}")));

    [Theory]
    [InlineData("\"limit\": { \"of\": \"books\", \"min\": 0, \"max\": 45 }", "books <= 45: TFL")]
    [InlineData("\"limit\": { \"of\": \"books\", \"max\": 45.5 }", "books <= 45.5: TF")]
    [InlineData("\"limit\": { \"of\": \"score\", \"max\": 45.5 }", "score <= 45.5: TFL")]
    [InlineData("\"limit\": { \"of\": \"books * 2\", \"max\": 45 }", "books * 2 <= 45: TF")]
    [InlineData("\"require\": \"books + rooms <= 3 * 1.5\"", "books + rooms <= 3 * 1.5: TF")]
    [InlineData("\"limit\": { \"of\": \"books / rooms\", \"max\": 45.5 }", "books / rooms <= 45.5: TFL")]
    public void What_no_row_can_show_is_left_out(string rule, string expected) => Assert.Equal(expected, Measured.Text(Measured.Rule(rule)));

    [Fact]
    public void A_composed_rule_has_no_comparisons_of_its_own()
    {
        string composed = Rule("all", "\"composite\": { \"of\": [ { \"id\": \"one\", \"rules\": [\"r\"] } ] }", subject: "school");
        CaseCoverage coverage = Measured.Of(("a", Pack(facts: Measured.Fields, rules: $"[{Rule(kind: "\"require\": \"boards\"", subject: "school")}, {composed}]"), string.Empty));
        Assert.Equal(["boards: TF", string.Empty], coverage.Rules.Select(Measured.Text));
    }

    [Fact]
    public void A_share_by_the_verdicts_of_a_rule_has_its_bound()
    {
        string share = Rule("kept", "\"share\": { \"of\": \"classes\", \"rule\": \"a/r\", \"min\": 80 }", subject: "school");
        CaseCoverage coverage = Measured.Of(("a", Pack(facts: Measured.Fields, rules: $"[{Rule()}, {share}]"), string.Empty));
        Assert.Equal("classes.filter(applies(\"a/r\")).share(holds(\"a/r\")) >= 80: TFL", Measured.Text(coverage.Rules[1]));
    }

    [Fact]
    public void The_place_is_that_of_the_rules_id()
    {
        using TempPacks folder = TempPacks.One(Pack(rules: $"[\n{Rule()}]"));
        RuleCoverage rule = Assert.Single(CaseRunner.Run(PackChecker.Check(ComplianceRules.Packs.PackReader.ReadDirectory(folder.Path).Value).Value).Value.Coverage.Rules);
        Assert.Equal(("a", "a/r"), (rule.Pack, rule.Rule));
        Assert.EndsWith("pack.json(10,9)", rule.Place.ToString(), StringComparison.Ordinal);
    }
}
