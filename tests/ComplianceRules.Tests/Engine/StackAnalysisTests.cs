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
        Diagnostic found = Assert.Single(Found([Pack(parameters: Most, rules: $"[{Rule("most", Limit("max", "\"$most\""))}]"), county]));
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
        Assert.Empty(Found([Pack(rules: $"[{Rule("most", Limit("max", "45"))}]"), county]));
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

    private static ImmutableArray<Diagnostic> Found(params string[] rules) => Found([Pack(parameters: Most, rules: $"[{string.Join(", ", rules)}]")]);

    private static ImmutableArray<Diagnostic> Found(IReadOnlyList<string> packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Count; i++) folder.With($"p{i}/pack.json", packs[i]);
        return PackChecker.Analyse(Judged.Catalogue(folder.Path).Value);
    }
}
