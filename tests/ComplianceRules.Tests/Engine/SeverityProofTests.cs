using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

/// <summary>A rule in the place of another may not weigh less either, on any day.</summary>
public sealed class SeverityProofTests
{
    private const string Overrides = ", \"overrides\": \"r\"";
    private const string Unverified = """{ "law": { "kind": "law", "title": "法", "issued": "2020-01-01", "effective": "2020-01-01", "certainty": "unverified" } }""";

    [Theory]
    [InlineData(null, "\"warningUntil\": \"2024-12-31\"", "CR3208")]
    [InlineData("\"warningUntil\": \"2024-12-31\"", "\"warningUntil\": \"2024-12-31\"", null)]
    [InlineData("\"warningUntil\": \"2024-12-31\"", "\"warningUntil\": \"2024-12-30\"", null)]
    [InlineData("\"warningUntil\": \"2024-12-31\"", "\"warningUntil\": \"2025-01-01\"", "CR3208")]
    [InlineData("\"warningUntil\": \"2024-12-31\"", "\"until\": \"2025-01-01\"", null)]
    [InlineData(null, "\"warningUntil\": \"2023-12-31\"", "CR3208")]
    public void A_time_of_warnings_is_no_longer_than_that_of_the_rule_further_out(string? outer, string inner, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(Dated(Rule(), outer, "2020-01-01"), Dated(Rule(id: "q", more: Overrides), inner, "2023-01-01")));

    [Fact]
    public void A_time_of_warnings_that_is_longer_is_refused_from_the_first_day_on_which_it_weighs_less()
    {
        Diagnostic problem = Assert.Single(Problems(Dated(Rule(), "\"warningUntil\": \"2024-12-31\"", "2020-01-01"), Dated(Rule(id: "q", more: Overrides), "\"warningUntil\": \"2025-06-30\"", "2023-01-01")));
        Assert.Contains("from 2025-01-01 on: class: bright false breaks both", problem.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_nobody_has_verified_weighs_less() =>
        Assert.Equal(["CR3208"], Codes(Rule(), Rule(id: "q", more: Overrides), innerInstruments: Unverified));

    [Fact]
    public void A_source_that_nobody_has_verified_on_either_side_weighs_the_same() =>
        Assert.Empty(Codes(Rule(), Rule(id: "q", more: Overrides), Unverified, Unverified));

    [Fact]
    public void A_rule_without_a_first_day_weighs_less() =>
        Assert.Equal("CR3208", Assert.Single(Codes(Rule(), Rule(id: "q", more: Overrides).Replace("\"from\": \"2020-01-01\"", "\"from\": null", StringComparison.Ordinal))));

    [Fact]
    public void A_warning_of_a_principle_is_no_less_than_one_of_a_mandatory_rule_without_a_verified_source_but_binds_less() =>
        Assert.Equal(["CR3207"], Codes(Rule(), Rule(id: "q", more: Overrides).Replace("mandatory", "principle", StringComparison.Ordinal), Unverified));

    [Fact]
    public void A_law_may_allow_a_time_of_warnings() =>
        Assert.Empty(Codes(Rule(), Dated(Rule(id: "q", more: Overrides + ", \"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"law\", \"clause\": \"1\" }"), "\"warningUntil\": \"2024-12-31\"", "2023-01-01")));

    [Fact]
    public void A_part_that_becomes_mandatory_on_a_source_that_nobody_has_verified_makes_what_it_is_a_part_of_weigh_less()
    {
        string parts = Rule("s") + ", " + Rule("r").Replace("mandatory", "principle", StringComparison.Ordinal)
            + ", " + Rule("all", "\"composite\": { \"of\": [ { \"id\": \"one\", \"rules\": [\"r\", \"s\"] } ] }");
        Diagnostic problem = Assert.Single(Problems(parts, Rule(id: "q", more: Overrides), innerInstruments: Unverified));
        Assert.Equal(DiagnosticCodes.PartWeighsLess, problem.Code);
        Assert.Contains("a/r -> b/q", problem.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.EndsWith("b/pack.json", problem.Span!.File, StringComparison.Ordinal);
        Assert.Empty(Codes(parts, Rule(id: "q", more: Overrides)));
    }

    [Theory]
    [InlineData("min", null)]
    [InlineData("max", "CR3201")]
    public void A_share_by_a_rule_that_becomes_stricter_is_told_with_the_rule_that_made_it_so(string bound, string? code)
    {
        string rules = Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": 50 }") + ", " + Rule("share", $"\"share\": {{ \"of\": \"classes\", \"rule\": \"a/r\", \"{bound}\": 50 }}", subject: "school");
        Diagnostic[] problems = Problems(rules, Rule("q", "\"limit\": { \"of\": \"enrolment\", \"max\": 40 }", Overrides));
        Assert.Equal(code is null ? [] : [code], problems.Select(p => p.Code.ToString()));
        Assert.All(problems, p => Assert.Contains("(a/r -> b/q)", p.Message(TextLanguage.English), StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_applies_to_more_rows_may_loosen_the_share_that_counts_it()
    {
        string rules = Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": 50 }", ", \"when\": \"bright\"") + ", " + Rule("share", "\"share\": { \"of\": \"classes\", \"rule\": \"a/r\", \"min\": 50 }", subject: "school");
        Assert.Equal(["CR3201"], Codes(rules, Rule("q", "\"limit\": { \"of\": \"enrolment\", \"max\": 50 }", Overrides)));
    }

    [Fact]
    public void What_a_law_allows_to_be_looser_is_no_longer_asked_of_the_rules_that_count_it()
    {
        string rules = Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": 50 }") + ", " + Rule("share", "\"share\": { \"of\": \"classes\", \"rule\": \"a/r\", \"min\": 50 }", subject: "school");
        Assert.Empty(Codes(rules, Rule("q", "\"limit\": { \"of\": \"enrolment\", \"max\": 60 }", Overrides + ", \"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"law\", \"clause\": \"1\" }")));
    }

    private static string Dated(string rule, string? more, string from) =>
        rule.Replace("\"from\": \"2020-01-01\"", $"\"from\": \"{from}\"{(more is null ? string.Empty : $", {more}")}", StringComparison.Ordinal);

    private static string[] Codes(string outer, string inner, string outerInstruments = Instruments, string innerInstruments = Instruments) =>
        [.. Problems(outer, inner, outerInstruments, innerInstruments).Select(d => d.Code.ToString())];

    private static Diagnostic[] Problems(string outer, string inner, string outerInstruments = Instruments, string innerInstruments = Instruments)
    {
        string nation = Pack(rules: $"[{outer}]").Replace(Instruments, outerInstruments, StringComparison.Ordinal);
        string county = Pack("b", "370322", "{}", "{}", $"[{inner}]", ", \"extends\": \"a\"").Replace(Instruments, innerInstruments, StringComparison.Ordinal);
        using TempPacks folder = new TempPacks().With("a/pack.json", nation).With("b/pack.json", county);
        return [.. Judged.Catalogue(folder.Path).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }
}
