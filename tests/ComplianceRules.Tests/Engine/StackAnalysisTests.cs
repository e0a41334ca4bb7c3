using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

/// <summary>What <c>check --deep</c> finds.</summary>
public sealed class StackAnalysisTests
{
    private const string Most = """
        { "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] },
          "wide": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 400 } ] },
          "none": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": -1 } ] } }
        """;

    [Fact]
    public void Rules_that_have_nothing_wrong_with_them_are_not_spoken_of() =>
        Assert.Empty(Found(Rule("a", Limit("max", "45")), Rule("b", Limit("min", "5")), Rule("c", "\"require\": \"bright\"")));

    [Fact]
    public void A_rule_whose_conditions_exclude_each_other_never_applies() =>
        Says("CR3210", "`a/r`", Rule(more: ", \"appliesTo\": { \"stage\": [\"primary\"], \"grades\": [7, 9] }"));

    [Fact]
    public void A_rule_whose_limit_lies_beyond_the_range_can_never_be_broken() => Says("CR3211", "`a/r`", Rule("r", Limit("max", "\"$wide\"")));

    [Fact]
    public void A_minimum_above_the_maximum_of_another_rule_is_shown_by_a_row_to_which_both_apply()
    {
        string county = Pack("b", "370000", "{}", rules: $"[{Rule("least", Limit("min", "50"), ", \"appliesTo\": { \"grades\": [1, 3] }")}]", more: ", \"extends\": \"a\"");
        Diagnostic found = Assert.Single(FoundIn([Pack(parameters: Most, rules: $"[{Rule("most", Limit("max", "\"$most\""))}]"), county]));
        Assert.Equal(DiagnosticCodes.RulesContradict, found.Code);
        Assert.Contains("`b/least` and `a/most`", found.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("grade 2", found.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_refuse_the_same_rows_repeat_each_other() => Says("CR3213", "`a/b` repeats `a/a`", Rule("a", Limit("max", "45")), Rule("b", Limit("below", "46")));

    [Fact]
    public void A_rule_that_refuses_nothing_more_is_covered_by_the_other_whichever_comes_first()
    {
        Says("CR3214", "`a/b` adds nothing: all that it refuses is refused by `a/a`", Rule("a", Limit("max", "45")), Rule("b", Limit("max", "50")));
        Says("CR3214", "`a/a` adds nothing: all that it refuses is refused by `a/b`", Rule("a", Limit("max", "50")), Rule("b", Limit("max", "45")));
    }

    [Fact]
    public void A_stricter_rule_of_a_county_covers_the_nations_and_that_is_no_fault()
    {
        string county = Pack("b", "370000", "{}", rules: $"[{Rule("less", Limit("max", "40"))}]", more: ", \"extends\": \"a\"");
        Assert.Empty(FoundIn([Pack(rules: $"[{Rule("most", Limit("max", "45"))}]"), county]));
    }

    [Fact]
    public void Grades_between_those_that_an_area_covers_are_left_out() =>
        Says("CR3215", "`x` leave out grade 3, grade 4", Rule("a", Limit("max", "45"), ", \"appliesTo\": { \"grades\": [1, 2] }"), Rule("b", Limit("max", "50"), ", \"appliesTo\": { \"grades\": [5, 9] }"));

    [Fact]
    public void A_stage_between_two_that_an_area_covers_is_left_out() =>
        Says("CR3215", "stage junior", Rule("a", Limit("max", "45"), ", \"appliesTo\": { \"stage\": [\"primary\", \"senior\"] }"));

    [Fact]
    public void A_comparison_that_the_values_in_force_decide_is_told()
    {
        Says("CR3216", "enrolment <= param(\"wide\")", Rule("r", "\"require\": \"bright && enrolment <= param(\\\"wide\\\")\""));
        Says("CR3217", "enrolment <= param(\"none\")", Rule("r", "\"require\": \"bright || enrolment <= param(\\\"none\\\")\""));
    }

    [Theory]
    [InlineData("\"season\": \"11-15..03-15\", \"value\": 400", "\"season\": \"03-16..11-14\", \"value\": 500", "CR3211")]
    [InlineData("\"season\": \"11-15..03-15\", \"value\": 400", "\"season\": \"03-16..11-14\", \"value\": 40", null)]
    public void A_rule_by_season_can_never_be_broken_where_no_season_breaks_it(string winter, string summer, string? code)
    {
        string rule = Rule("r", Limit("max", "\"$year\""));
        Assert.Equal(code is null ? [] : [code], Codes(Year(winter, summer), rule));
        Assert.Equal(code is null ? [] : [code], Codes(Year(winter, summer), Rule("r", Limit("max", "\"$year\""), ", \"seasonOf\": \"counted_on\"")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"seasonOf\": \"counted_on\"")]
    public void Rules_that_contradict_each_other_in_one_season_are_shown_by_a_row_of_that_season(string seasonOf)
    {
        string parameters = Year("\"season\": \"11-15..03-15\", \"value\": 40", "\"season\": \"03-16..11-14\", \"value\": 60");
        Diagnostic told = Assert.Single(FoundIn([Pack(facts: Dated, parameters: parameters, rules: $"[{Rule("a", Limit("min", "50"))}, {Rule("b", Limit("max", "\"$year\""), seasonOf)}]")]));
        Assert.Equal(DiagnosticCodes.RulesContradict, told.Code);
        if (seasonOf.Length > 0) Assert.Contains("counted_on ", told.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(55, "CR3214")]
    [InlineData(45, null)]
    public void A_rule_covers_another_by_season_where_it_does_so_in_all_of_them(int most, string? code)
    {
        string parameters = Year("\"season\": \"11-15..03-15\", \"value\": 40", "\"season\": \"03-16..11-14\", \"value\": 50");
        Assert.Equal(code is null ? [] : [code], Codes(parameters, Rule("a", Limit("max", "\"$year\"")), Rule("b", Limit("max", $"{most}"))));
    }

    [Fact]
    public void That_a_rule_has_too_many_spans_of_days_is_told()
    {
        IEnumerable<string> values = Enumerable.Range(0, 70).Select(i => $"{{ \"from\": \"{new DateOnly(2020, 1, 1).AddDays(i * 30):yyyy-MM-dd}\", \"value\": {40 + (i % 3)} }}");
        string parameters = $"{{ \"year\": {{ \"unit\": \"pupil\", \"strictness\": \"none\", \"values\": [ {string.Join(", ", values)} ] }} }}";
        Diagnostic told = Assert.Single(FoundIn([Pack(facts: Dated, parameters: parameters, rules: $"[{Rule("r", Limit("max", "\"$year\""))}]")]));
        Assert.Equal("CR3219", told.Code.ToString());
        Assert.Contains("only the last 64 spans", told.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void That_a_pack_has_too_many_pairs_of_rules_is_told()
    {
        string[] rules = [.. Enumerable.Range(0, 143).Select(i => Rule($"r{i}", "\"require\": \"bright\""))];
        ImmutableArray<Diagnostic> found = Found(rules);
        Assert.Contains("10000 were compared", Assert.Single(found, d => d.Code == DiagnosticCodes.PairsLeftOut).Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Empty(Found(rules[..2]).Where(d => d.Code == DiagnosticCodes.PairsLeftOut));
    }

    private const string Dated = """{ "class": { "fields": { "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 }, "counted_on": { "type": "date" } } } }""";

    private static string Year(string winter, string summer) => $$"""
        { "year": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", {{winter}} }, { "from": "2020-01-01", {{summer}} } ] } }
        """;

    private static string[] Codes(string parameters, params string[] rules) =>
        [.. FoundIn([Pack(facts: Dated, parameters: parameters, rules: $"[{string.Join(", ", rules)}]")]).Select(d => d.Code.ToString())];

    private static string Limit(string bound, string value) => $$"""
        "limit": { "of": "enrolment", "{{bound}}": {{value}} }
        """;

    private static void Says(string code, string text, params string[] rules)
    {
        ImmutableArray<Diagnostic> found = Found(rules);
        Diagnostic told = Assert.Single(found);
        Assert.Equal(code, told.Code.ToString());
        Assert.Contains(text, told.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, told.Severity);
    }

    private static ImmutableArray<Diagnostic> Found(params string[] rules) => FoundIn([Pack(parameters: Most, rules: $"[{string.Join(", ", rules)}]")]);

    private static ImmutableArray<Diagnostic> FoundIn(IReadOnlyList<string> packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Count; i++) folder.With($"p{i}/pack.json", packs[i]);
        return PackChecker.Analyse(Judged.Catalogue(folder.Path).Value);
    }
}
