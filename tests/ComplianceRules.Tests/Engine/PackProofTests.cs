using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine;

/// <summary>What a county's values and rules make of the nation's rules.</summary>
public sealed class PackProofTests
{
    private const string Facts = """
        { "class": { "fields": {
            "written_minutes": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 1 },
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 200], "step": 1 },
            "teachers": { "type": "number", "unit": "teacher", "range": [0, 20], "step": 1 } } },
          "school": { "fields": { "boarding": { "type": "bool" } } } }
        """;

    private static readonly string Homework = PackText.Rule(
        "homework", "\"limit\": { \"of\": \"written_minutes\", \"max\": \"$homework.max\" }", ", \"appliesTo\": { \"stage\": [\"primary\"], \"grades\": [3, 6] }");

    [Fact]
    public void A_county_that_allows_seventy_minutes_where_the_nation_allows_sixty_is_refused_with_both_sources_and_a_class_that_shows_it()
    {
        Checked<Catalogue> read = Read(Parameter("lower", 60), "\"homework.max\": { \"values\": [ { \"from\": \"2022-09-01\", \"value\": 70, \"source\": { \"instrument\": \"plan\", \"clause\": null } } ] }", Homework);
        Assert.False(read.IsValid);
        Diagnostic proof = Assert.Single(read.Diagnostics, d => d.Code == DiagnosticCodes.LoosenedByValues);
        Assert.Contains("class: grade 4, stage primary, written_minutes 65", proof.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("`plan`", proof.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("`law`", proof.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("homework.max 60 -> 70", proof.Message(TextLanguage.Chinese), StringComparison.Ordinal);
        Assert.Contains(read.Diagnostics, d => d.Code == DiagnosticCodes.LooserValue);
    }

    [Theory]
    [InlineData("lower", 45)]
    [InlineData("none", 45)]
    [InlineData("lower", 60)]
    public void A_county_that_allows_no_more_than_the_nation_is_accepted(string strictness, int value) =>
        Assert.Empty(Read(Parameter(strictness, 60), Value("homework.max", value), Homework).Diagnostics);

    [Fact]
    public void A_parameter_that_no_strictness_guards_is_proved_by_the_rule_that_reads_it()
    {
        Checked<Catalogue> read = Read(Parameter("none", 60), Value("homework.max", 61), Homework);
        Diagnostic proof = Assert.Single(read.Diagnostics);
        Assert.Equal(DiagnosticCodes.LoosenedByValues, proof.Code);
        Assert.Contains("written_minutes 61", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_that_loosen_only_together_are_refused()
    {
        string nation = """
            "pupils.max": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 40 } ] },
            "extra.max": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 10 } ] }
            """;
        string rule = PackText.Rule("crowd", "\"require\": \"enrolment <= param(\\\"pupils.max\\\") + param(\\\"extra.max\\\")\"");
        Assert.Empty(Read(nation, $"{Value("pupils.max", 45)}, {Value("extra.max", 5)}", rule).Diagnostics);
        Assert.Empty(Read(nation, Value("extra.max", 9), rule).Diagnostics);
        Diagnostic proof = Assert.Single(Read(nation, $"{Value("pupils.max", 45)}, {Value("extra.max", 6)}", rule).Diagnostics);
        Assert.Equal(DiagnosticCodes.LoosenedByValues, proof.Code);
        Assert.Contains("enrolment 51", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_lets_some_rows_go_and_refuses_others_is_incomparable()
    {
        string nation = "\"pupils.exact\": { \"unit\": \"pupil\", \"strictness\": \"none\", \"values\": [ { \"from\": \"2020-01-01\", \"value\": 40 } ] }";
        string rule = PackText.Rule("exact", "\"limit\": { \"of\": \"enrolment\", \"equals\": \"$pupils.exact\" }");
        Diagnostic proof = Assert.Single(Read(nation, Value("pupils.exact", 41), rule).Diagnostics);
        Assert.Equal(DiagnosticCodes.IncomparableByValues, proof.Code);
        Assert.Contains("enrolment 41", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_inside_a_term_that_cannot_be_followed_is_refused_and_the_term_named()
    {
        string nation = "\"odd\": { \"unit\": \"1\", \"strictness\": \"none\", \"values\": [ { \"from\": \"2020-01-01\", \"value\": 7 } ] }";
        string rule = PackText.Rule("odd", "\"require\": \"enrolment * (enrolment + 1) * param(\\\"odd\\\") % 2 == 0\"");
        Diagnostic proof = Assert.Single(Read(nation, Value("odd", 8), rule).Diagnostics);
        Assert.Equal(DiagnosticCodes.UncertainByValues, proof.Code);
        Assert.Contains("enrolment * (enrolment + 1)", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_compared_on_every_span_of_days_on_which_they_are_in_force()
    {
        string nation = """
            "homework.max": { "unit": "min/d", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 60 }, { "from": "2024-01-01", "value": 50 } ] }
            """;
        Checked<Catalogue> read = Read(nation, Value("homework.max", 55), Homework);
        Diagnostic proof = Assert.Single(read.Diagnostics);
        Assert.Contains("from 2024-01-01 on", proof.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("written_minutes 53", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_overtaken_by_a_stricter_one_of_the_nation_loosens_nothing()
    {
        string nation = """
            "homework.max": { "unit": "min/d", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 60 }, { "from": "2027-01-01", "value": 30 } ] }
            """;
        Assert.DoesNotContain(Read(nation, Value("homework.max", 45), Homework).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_key_that_the_county_adds_makes_the_rule_stricter_and_a_higher_key_looser()
    {
        string nation = "\"pupils.max\": { \"unit\": \"pupil\", \"strictness\": \"none\", \"by\": \"stage\", \"values\": [ { \"from\": \"2020-01-01\", \"value\": { \"primary\": 45 } } ] }";
        string rule = PackText.Rule("crowd", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$pupils.max\" }");
        Assert.Empty(Read(nation, Keyed("\"junior\": 50"), rule).Diagnostics);
        Diagnostic proof = Assert.Single(Read(nation, Keyed("\"primary\": 46, \"junior\": 50"), rule).Diagnostics);
        Assert.Equal(DiagnosticCodes.IncomparableByValues, proof.Code);
        Assert.Contains("enrolment 46, stage primary", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_the_county_lowers_is_shown_by_a_school()
    {
        string nation = "\"large.share\": { \"unit\": \"%\", \"strictness\": \"none\", \"values\": [ { \"from\": \"2020-01-01\", \"value\": 90 } ] }";
        string rule = PackText.Rule("large", "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= 45\", \"min\": \"$large.share\" }", subject: "school");
        Assert.Empty(Read(nation, Value("large.share", 95), rule).Diagnostics);
        Diagnostic proof = Assert.Single(Read(nation, Value("large.share", 80), rule).Diagnostics);
        Assert.Contains("classes ", proof.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("enrolment ", proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_that_a_value_makes_others_say_nothing_of_each_other()
    {
        string nation = """
            "counted.max": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 45 } ] },
            "pupils.max": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 40 } ] }
            """;
        string rule = PackText.Rule("all", "\"require\": \"classes.filter(c, c.enrolment <= param(\\\"counted.max\\\")).all(c, c.enrolment <= param(\\\"pupils.max\\\"))\"", subject: "school");
        Assert.Empty(Read(nation, Value("pupils.max", 39), rule).Diagnostics);
        Assert.Single(Read(nation, $"{Value("pupils.max", 39)}, {Value("counted.max", 10)}", rule).Diagnostics);
    }

    [Fact]
    public void A_limit_inside_a_condition_on_each_child_is_followed()
    {
        string nation = "\"pupils.max\": { \"unit\": \"pupil\", \"strictness\": \"none\", \"values\": [ { \"from\": \"2020-01-01\", \"value\": 45 } ] }";
        string rule = PackText.Rule("all", "\"require\": \"classes.all(c, c.enrolment <= param(\\\"pupils.max\\\"))\"", subject: "school");
        Assert.Empty(Read(nation, Value("pupils.max", 40), rule).Diagnostics);
        Assert.Equal(DiagnosticCodes.LoosenedByValues, Assert.Single(Read(nation, Value("pupils.max", 50), rule).Diagnostics).Code);
    }

    [Fact]
    public void A_replaced_rule_whose_new_condition_exempts_boarding_schools_is_refused_with_a_boarding_class_that_shows_it()
    {
        Diagnostic proof = Assert.Single(Read(Parameter("lower", 60), Replaced("\"max\": \"$homework.max\"", ", \"when\": \"!school.boarding\""), Homework).Diagnostics);
        Assert.Equal(DiagnosticCodes.ReplacementLooser, proof.Code);
        Assert.Contains("class: grade 4, school.boarding true, stage primary, written_minutes 61 breaks that rule and not this one", proof.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.EndsWith("b/pack.json", proof.Span!.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"max\": \"$homework.max\"", "")]
    [InlineData("\"max\": 45", "")]
    [InlineData("\"max\": 60", "")]
    [InlineData("\"below\": 61", "")]
    [InlineData("\"min\": 5, \"max\": 50", "")]
    [InlineData("\"max\": 60", ", \"when\": \"written_minutes > 30\"")]
    [InlineData("\"max\": 60", ", \"when\": \"school.boarding || !school.boarding || !has(school.boarding)\"")]
    public void A_replaced_rule_that_is_not_looser_is_accepted(string bound, string more) => Assert.Empty(Read(Parameter("lower", 60), Replaced(bound, more), Homework).Diagnostics);

    [Theory]
    [InlineData("\"max\": 61", "", "CR3204", "written_minutes 61")]
    [InlineData("\"min\": 5, \"max\": 61", "", "CR3205", "written_minutes 61")]
    [InlineData("\"below\": 60, \"min\": 30", ", \"when\": \"written_minutes < 300\"", "CR3205", "written_minutes 300")]
    [InlineData("\"max\": 60", ", \"when\": \"school.boarding || !school.boarding\"", "CR3204", "school.boarding ?")]
    [InlineData("\"max\": 60", ", \"when\": \"enrolment > 0\"", "CR3204", "enrolment 0")]
    public void A_replaced_rule_that_lets_a_row_go_is_refused_with_that_row(string bound, string more, string code, string shown)
    {
        Diagnostic proof = Assert.Single(Read(Parameter("lower", 60), Replaced(bound, more), Homework).Diagnostics);
        Assert.Equal(code, proof.Code.ToString());
        Assert.Contains(shown, proof.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_replaced_rule_that_binds_less_is_refused()
    {
        string less = Replaced("\"max\": 60", string.Empty).Replace("mandatory", "principle", StringComparison.Ordinal);
        Assert.Equal(DiagnosticCodes.ReplacementBindsLess, Assert.Single(Read(Parameter("lower", 60), less, Homework).Diagnostics).Code);
        string more = Homework.Replace("mandatory", "encouraged", StringComparison.Ordinal);
        Assert.Empty(Read(Parameter("lower", 60), less, more).Diagnostics);
    }

    [Fact]
    public void A_law_that_allows_it_lets_a_looser_rule_through()
    {
        string relaxed = Replaced("\"max\": 90", ", \"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"plan\", \"clause\": \"1\" }");
        using TempPacks folder = Folder(Parameter("lower", 60), relaxed, Homework);
        PackSet packs = PackReader.ReadDirectory(folder.Path).Value;
        Assert.True(PackChecker.Check(packs).IsValid);
        RuleProof proof = Assert.Single(PackChecker.Prove(packs));
        Assert.True(proof.IsRelaxed);
        Assert.Equal(ProofOutcome.Looser, proof.Comparison.Outcome);
    }

    [Fact]
    public void A_value_that_a_law_allows_to_be_looser_loosens_nothing_that_has_to_be_proved()
    {
        string relaxed = "\"homework.max\": { \"values\": [ { \"from\": \"2022-09-01\", \"value\": 90 } ], \"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"plan\", \"clause\": \"1\" } }";
        Assert.Empty(Read(Parameter("lower", 60), relaxed, Homework).Diagnostics);
    }

    [Fact]
    public void What_a_law_allows_is_told_with_a_row_that_gets_away()
    {
        string relaxed = "\"homework.max\": { \"values\": [ { \"from\": \"2022-09-01\", \"value\": 90 } ], \"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"plan\", \"clause\": \"1\" } }";
        using TempPacks folder = Folder(Parameter("lower", 60), relaxed, Homework);
        RuleProof proof = Assert.Single(PackChecker.Prove(PackReader.ReadDirectory(folder.Path).Value));
        Assert.Equal((true, ProofOutcome.Looser, "homework.max 60 -> 90"), (proof.IsRelaxed, proof.Comparison.Outcome, Assert.Single(proof.Changes).Text));
        Assert.Contains("written_minutes 75", proof.Comparison.Witness!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_law_allows_excuses_no_other_value()
    {
        string nation = """
            "pupils.max": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 40 } ] },
            "extra.max": { "unit": "pupil", "strictness": "none", "values": [ { "from": "2020-01-01", "value": 10 } ] }
            """;
        string rule = PackText.Rule("crowd", "\"require\": \"enrolment <= param(\\\"pupils.max\\\") + param(\\\"extra.max\\\")\"");
        string relaxed = Value("pupils.max", 45).Replace("\"values\"", "\"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"plan\", \"clause\": \"1\" }, \"values\"", StringComparison.Ordinal);
        Assert.Empty(Read(nation, relaxed, rule).Diagnostics);
        Assert.Equal(DiagnosticCodes.LoosenedByValues, Assert.Single(Read(nation, $"{relaxed}, {Value("extra.max", 11)}", rule).Diagnostics).Code);
    }

    [Fact]
    public void A_hostile_condition_that_doubles_with_each_level_is_refused_and_not_searched_for_ever()
    {
        string nested = Enumerable.Range(1, 28).Aggregate("enrolment > 0", (inner, i) => $"({inner}) == (enrolment % {i + 1} > {i / 2})");
        string other = nested.Replace("enrolment > 0", "enrolment > 1", StringComparison.Ordinal);
        string nation = PackText.Rule("homework", $"\"require\": \"{nested}\"");
        string county = "RULE" + PackText.Rule("ours", $"\"require\": \"{other}\"", ", \"overrides\": \"homework\"");
        Diagnostic proof = Assert.Single(Read(Parameter("lower", 60), county, nation).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(proof.Code == DiagnosticCodes.ReplacementUncertain || proof.Code == DiagnosticCodes.ReplacementIncomparable || proof.Code == DiagnosticCodes.ReplacementLooser, proof.ToString());
    }

    [Fact]
    public void Every_comparison_is_told_with_its_outcome()
    {
        using TempPacks folder = Folder(Parameter("lower", 60), Value("homework.max", 45), Homework);
        RuleProof proof = Assert.Single(PackChecker.Prove(PackReader.ReadDirectory(folder.Path).Value));
        Assert.Equal(("a/homework", "b", ProofOutcome.Stricter), (proof.Rule, proof.Pack, proof.Comparison.Outcome));
        Assert.Equal("homework.max 60 -> 45", Assert.Single(proof.Changes).Text);
        Assert.Equal(new DateOnly(2022, 9, 1), proof.Span.From);
    }

    // A county that gives no values and replaces the rule.
    private static string Replaced(string bound, string more) => "RULE" + PackText.Rule(
        "ours", "\"limit\": { \"of\": \"written_minutes\", " + bound + " }", ", \"overrides\": \"homework\", \"appliesTo\": { \"stage\": [\"primary\"], \"grades\": [3, 6] }" + more);

    private static string Parameter(string strictness, int value) =>
        $$"""
        "homework.max": { "unit": "min/d", "strictness": "{{strictness}}", "values": [ { "from": "2020-01-01", "value": {{value}}, "source": { "instrument": "law", "clause": "2" } } ] }
        """;

    private static string Value(string name, int value) =>
        $$"""
        "{{name}}": { "values": [ { "from": "2022-09-01", "value": {{value}} } ] }
        """;

    private static string Keyed(string values) => "\"pupils.max\": { \"values\": [ { \"from\": \"2022-09-01\", \"value\": { " + values + " } } ] }";

    private static Checked<Catalogue> Read(string nation, string county, string rule)
    {
        using TempPacks folder = Folder(nation, county, rule);
        return Judged.Catalogue(folder.Path);
    }

    private static TempPacks Folder(string nation, string county, string rule)
    {
        (string values, string rules) = county.StartsWith("RULE", StringComparison.Ordinal) ? (string.Empty, county[4..]) : (county, string.Empty);
        string inner = PackText.Pack("b", "370322", "{}", $"{{ {values} }}", $"[{rules}]", ", \"extends\": \"a\"");
        return new TempPacks().With("a/pack.json", PackText.Pack(facts: Facts, parameters: $"{{ {nation} }}", rules: $"[{rule}]"))
            .With("b/pack.json", inner.Replace("\"law\"", "\"plan\"", StringComparison.Ordinal).Replace("\"kind\": \"plan\"", "\"kind\": \"notice\"", StringComparison.Ordinal));
    }
}
