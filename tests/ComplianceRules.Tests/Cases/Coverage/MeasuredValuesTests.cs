using ComplianceRules.Cases;
using static ComplianceRules.Tests.Cases.Coverage.Measured;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Cases.Coverage;

public sealed class MeasuredValuesTests
{
    private const string Most = "\"limit\": { \"of\": \"books\", \"max\": \"$most\" }";
    private const string Dated = """{ "most": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 }, { "from": "2025-01-01", "value": 40 } ] } }""";
    private const string Keyed = """{ "most": { "unit": "1", "strictness": "lower", "by": "sort", "values": [ { "from": "2020-01-01", "value": { "plain": 45, "special": 20 } } ] } }""";
    private const string ByStage = """{ "most": { "unit": "1", "strictness": "lower", "by": "stage", "values": [ { "from": "2020-01-01", "value": { "primary": 45, "junior": 50, "senior": 55 } } ] } }""";

    [Fact]
    public void Each_value_in_time_has_sides_of_its_own() => Assert.Equal(
        "books <= param(\"most\") @2020 45: F; books <= param(\"most\") @2025 40: TL",
        Text(Rule(Most, $"{Case("\"books\": 45", "Compliant", asOf: "2024-12-31")}, {Case("\"books\": 45", "NonCompliant", asOf: "2025-01-01")}", parameters: Dated)));

    [Fact]
    public void Each_key_has_sides_of_its_own() => Assert.Equal(
        "books <= param(\"most\") @plain2020 45: F; books <= param(\"most\") @special2020 20: TL",
        Text(Rule(Most, $"{Case("\"sort\": \"plain\", \"books\": 45", "Compliant")}, {Case("\"sort\": \"special\", \"books\": 45", "NonCompliant")}", parameters: Keyed)));

    [Theory]
    [InlineData("\"appliesTo\": { \"sort\": [\"plain\"] }", "sort in [\"plain\"]: TF; books <= param(\"most\") @plain2020 45: TFL")]
    [InlineData("\"when\": \"sort != 'plain'\"", "sort != \"plain\": TF; books <= param(\"most\") @special2020 20: TFL")]
    public void A_key_to_which_the_rule_does_not_apply_is_left_out(string more, string expected) => Assert.Equal(expected, Text(Rule(Most, more: $", {more}", parameters: Keyed)));

    [Theory]
    [InlineData("[1, 5]", "primary2020 45: TFL")]
    [InlineData("[6, 6]", "primary2020 45: TFL; enrolment <= param(\"most\") @junior2020 50: TFL")]
    [InlineData("[7, 9]", "junior2020 50: TFL")]
    public void So_is_a_stage_that_the_grades_of_the_rule_do_not_have(string grades, string expected)
    {
        string rule = Text(Rule("\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }", subject: "class", more: $", \"appliesTo\": {{ \"grades\": {grades} }}", parameters: ByStage));
        Assert.EndsWith($"; enrolment <= param(\"most\") @{expected}", rule, StringComparison.Ordinal);
        Assert.Equal(expected.Split(';').Length + 2, rule.Split(';').Length);
    }

    [Fact]
    public void A_key_that_is_written_is_the_only_one() => Assert.Equal(
        "books <= param(\"most\", \"plain\") @plain2020 45: TFL", Text(Rule("\"require\": \"books <= param('most', 'plain')\"", parameters: Keyed)));

    [Fact]
    public void A_value_that_the_case_lays_over_shows_nothing_of_that_in_the_pack() => Assert.Equal(
        "books <= param(\"most\") @2020 45: TFL; books <= param(\"most\") @2025 40: TFL", Text(Rule(Most, Case("\"books\": 30", "Compliant", more: ", \"parameters\": { \"most\": 30 }"), parameters: Dated)));

    [Fact]
    public void Of_two_parameters_only_the_one_that_is_read_is_shown()
    {
        string two = """{ "few": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 20 } ] }, "most": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] } }""";
        string rule = "\"limit\": { \"of\": \"books\", \"max\": \"boards ? param('few') : param('most')\" }";
        string text = Text(Rule(rule, Case("\"boards\": true, \"books\": 20", "Compliant"), parameters: two));
        Assert.Equal("T: @2020 20: F; T: @2020 45: TFL; boards: F", text.Replace("books <= (boards ? param(\"few\") : param(\"most\"))", "T:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_ends_before_the_rule_begins_is_left_out()
    {
        string rule = PackTextRule("2025-01-01");
        Assert.Equal("books <= param(\"most\") @2025 40: TFL", Text(Assert.Single(Of(("a", Pack(facts: Fields, parameters: Dated, rules: $"[{rule}]"), string.Empty)).Rules)));
    }

    [Fact]
    public void Each_season_has_sides_of_its_own()
    {
        string seasons = """{ "most": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "season": "11-01..03-31", "value": 45 }, { "from": "2020-01-01", "season": "04-01..10-31", "value": 40 } ] } }""";
        Assert.Equal("books <= param(\"most\") @202011-01..03-31 45: TFL; books <= param(\"most\") @202004-01..10-31 40: F", Text(Rule(Most, Case("\"books\": 40", "Compliant"), parameters: seasons)));
        Assert.Equal(
            "books <= param(\"most\") @202011-01..03-31 45: F; books <= param(\"most\") @202004-01..10-31 40: TFL",
            Text(Rule(Most, Case("\"books\": 45, \"bought\": \"2026-12-01\"", "Compliant"), more: ", \"seasonOf\": \"bought\"", parameters: seasons)));
    }

    [Fact]
    public void A_limit_that_no_step_reaches_has_two_sides() =>
        Assert.Equal("books <= param(\"most\") @2020 45.5: TF", Text(Rule(Most, parameters: """{ "most": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45.5 } ] } }""")));

    [Fact]
    public void Values_that_a_child_gives_to_a_rule_further_out_are_the_childs_to_show()
    {
        CaseCoverage coverage = Of(("a", Pack(facts: Fields, parameters: Dated, rules: $"[{PackTextRule("2020-01-01")}]"), string.Empty), ("b", Child("38", "2026-01-01"), Case("\"books\": 38", "Compliant")));
        Assert.Equal(["a", "b"], coverage.Rules.Select(r => r.Pack));
        Assert.Equal(("a/r", "books <= param(\"most\") @2026 38: F"), (coverage.Rules[1].Rule, Text(coverage.Rules[1])));
        Assert.Empty(coverage.Rules[1].Verdicts);
        Assert.Contains("b/pack.json(1,", coverage.Rules[1].Place.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_childs_value_that_is_overtaken_before_the_rule_begins_is_left_out()
    {
        CaseCoverage coverage = Of(("a", Pack(facts: Fields, parameters: Dated, rules: $"[{PackTextRule("2025-01-01")}]"), string.Empty), ("b", Child("43", "2021-01-01"), string.Empty));
        Assert.Equal("a", Assert.Single(coverage.Rules).Pack);
    }

    [Fact]
    public void A_case_of_the_child_shows_nothing_of_the_parents_values()
    {
        CaseCoverage coverage = Of(("a", Pack(facts: Fields, parameters: Dated, rules: $"[{PackTextRule("2020-01-01")}]"), string.Empty), ("b", Child("38", "2026-01-01"), Case("\"books\": 40", "Compliant", asOf: "2025-06-01")));
        Assert.Equal("books <= param(\"most\") @2020 45: TFL; books <= param(\"most\") @2025 40: TFL", Text(coverage.Rules[0]));
        Assert.Equal("books <= param(\"most\") @2026 38: TFL", Text(coverage.Rules[1]));
    }

    [Fact]
    public void A_replacement_is_measured_by_the_cases_of_its_own_pack()
    {
        string replacement = Rule(kind: "\"limit\": { \"of\": \"books\", \"max\": 30 }", more: ", \"overrides\": \"r\"", subject: "school");
        string child = $$"""{ "id": "b", "version": "1.0.0", "region": "370322", "title": "子", "extends": "a", "instruments": {{Instruments}}, "rules": [{{replacement}}] }""";
        CaseCoverage coverage = Of(("a", Pack(facts: Fields, parameters: Dated, rules: $"[{PackTextRule("2020-01-01")}]"), string.Empty), ("b", child, Case("\"books\": 31", "NonCompliant", rule: "a/r")));
        Assert.Equal(("b/r", "books <= 30: TL"), (coverage.Rules[1].Rule, Text(coverage.Rules[1])));
        Assert.Equal("books <= param(\"most\") @2020 45: TFL; books <= param(\"most\") @2025 40: TFL", Text(coverage.Rules[0]));
    }

    private static string Child(string value, string from) =>
        $$"""{ "id": "b", "version": "1.0.0", "region": "370322", "title": "子", "extends": "a", "parameters": { "most": { "values": [ { "from": "{{from}}", "value": {{value}} } ] } } }""";

    private static string PackTextRule(string from) => Rule(kind: Most, subject: "school").Replace("2020-01-01", from, StringComparison.Ordinal);
}
