using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class NeededFactsTests
{
    private const string More = """
        { "class": { "fields": { "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 }, "bright": { "type": "bool" }, "dark": { "type": "bool" } } },
          "school": { "fields": { "boarding": { "type": "bool" }, "kind": { "type": "enum", "values": { "a": "甲", "b": "乙" } } } },
          "year_group": { "fields": { "trips": { "type": "number", "unit": "1", "range": [0, 9] } } },
          "region": { "fields": { "budget": { "type": "number", "unit": "1", "range": [0, 9] } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "height": { "type": "number", "unit": "m", "range": [0, 3] } } } }
        """;

    [Fact]
    public void Only_what_rules_read_is_needed_and_the_school_above_with_its_name() =>
        Assert.Equal("school(name) class(bright)", Needs(Rule(kind: "\"require\": \"bright\"")));

    [Fact]
    public void Facts_come_in_the_order_in_which_rules_speak_of_them() =>
        Assert.Equal("school(name) class(enrolment dark bright)", Needs(Rule(kind: "\"require\": \"enrolment > 3 && dark\""), Rule("s", "\"require\": \"bright\"")));

    [Fact]
    public void A_fact_of_the_school_above_is_needed_where_a_class_rule_reads_it() =>
        Assert.Equal("school(name boarding) class()", Needs(Rule(kind: "\"require\": \"school.boarding\"")));

    [Fact]
    public void What_decides_whether_a_rule_applies_is_needed_too() =>
        Assert.Equal("school(name kind) class(dark bright)", Needs(Rule(more: ", \"appliesTo\": { \"kind\": [\"a\"] }, \"when\": \"dark\"")));

    [Fact]
    public void A_stage_brings_its_grade_and_the_schooling_system() =>
        Assert.Equal("school(name schooling_system) class(grade stage bright)", Needs(Rule(more: ", \"appliesTo\": { \"stage\": [\"primary\"] }")));

    [Fact]
    public void The_key_of_a_parameter_is_needed()
    {
        const string parameters = """{ "most": { "unit": "pupil", "strictness": "lower", "by": "stage", "values": [ { "from": "2020-01-01", "value": { "primary": 45 } } ] } }""";
        string pack = Pack(facts: More, parameters: parameters, rules: $"[{Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }")}]");
        Assert.Equal("school(name schooling_system) class(grade stage enrolment)", Shown(Of(new RunOptions(), pack)));
    }

    [Fact]
    public void A_list_needs_its_table_its_facts_and_to_be_whole() =>
        Assert.Equal("school(name) class(dark bright) [classes]", Sorted(Rule(subject: "school", kind: "\"share\": { \"of\": \"classes\", \"where\": \"dark\", \"that\": \"bright\", \"min\": 5 }")));

    [Fact]
    public void A_list_of_a_region_needs_every_list_on_the_way_but_its_own() =>
        Assert.Equal("school(name) class() pupil(height) [classes pupils]", Sorted(Rule(subject: "region", kind: "\"share\": { \"of\": \"pupils\", \"that\": \"height > 1\", \"min\": 5 }")));

    [Fact]
    public void A_region_has_rows_of_its_own_only_for_facts_that_its_code_does_not_tell()
    {
        string share = Rule(subject: "region", kind: "\"share\": { \"of\": \"classes\", \"that\": \"bright\", \"min\": 5 }", more: ", \"appliesTo\": { \"level\": [\"county\"] }");
        Assert.Equal("school(name) class(bright) [classes]", Sorted(share));
        Assert.Equal("region(budget)", Needs(Rule(subject: "region", kind: "\"limit\": { \"of\": \"budget\", \"max\": 3 }")));
    }

    [Fact]
    public void Year_groups_are_made_from_the_classes_unless_they_have_facts_of_their_own()
    {
        string share = Rule("s", subject: "year_group", kind: "\"share\": { \"of\": \"classes\", \"that\": \"bright\", \"min\": 5 }");
        Assert.Equal("school(name) class(grade bright) [classes]", Sorted(share));
        Assert.Equal("school(name) year_group(grade trips)", Needs(Rule(subject: "year_group", kind: "\"limit\": { \"of\": \"trips\", \"max\": 3 }")));
        string both = Rule(subject: "year_group", kind: "\"limit\": { \"of\": \"trips\", \"max\": 3 }");
        Assert.Equal("school(name) year_group(grade trips) class(grade bright) [classes]", Sorted(both, share));
    }

    [Fact]
    public void A_rule_whose_verdicts_are_counted_is_read_though_its_area_is_not_asked_for()
    {
        string counted = Rule("c", "\"require\": \"bright\"").Replace("\"area\": \"x\"", "\"area\": \"y\"", StringComparison.Ordinal);
        string share = Rule(subject: "school", kind: "\"share\": { \"of\": \"classes\", \"rule\": \"a/c\", \"min\": 5 }");
        NeededFacts needed = Of(new RunOptions { Areas = ["x"] }, Pack(facts: More, rules: $"[{counted}, {share}]"));
        Assert.Equal("school(name) class(bright)", Shown(needed));
    }

    [Fact]
    public void Areas_and_rules_narrow_what_is_needed()
    {
        string[] rules = [Rule(), Rule("s", "\"require\": \"dark\"").Replace("\"area\": \"x\"", "\"area\": \"y\"", StringComparison.Ordinal)];
        string pack = Pack(facts: More, rules: $"[{string.Join(',', rules)}]");
        Assert.Equal("school(name) class(dark)", Shown(Of(new RunOptions { Areas = ["y"] }, pack)));
        Assert.Equal("school(name) class(bright)", Shown(Of(new RunOptions { Rules = ["a/r"] }, pack)));
        Assert.Equal("school(name) class(dark)", Shown(Of(new RunOptions { Rules = ["s"] }, pack)));
        Assert.Empty(Of(new RunOptions { Areas = ["z"] }, pack).Tables);
    }

    [Theory]
    [InlineData("370322", "n z")]
    [InlineData("370300", "n z")]
    [InlineData("370303", "n")]
    [InlineData("CN", "n z")]
    [InlineData("US-NY", "")]
    [InlineData(null, "n z")]
    public void A_region_has_the_packs_above_it_and_those_that_judge_rows_below_it(string? region, string expected)
    {
        NeededFacts needed = Of(
            new RunOptions { Only = region is null ? null : RegionCode.Parse(region) },
            Pack("n", rules: $"[{Rule("n")}]"),
            Pack("z", "370322", facts: "{}", rules: $"[{Rule("z")}]"),
            Pack("t", facts: "{}", rules: $"[{Rule("t")}]", more: ", \"template\": true"));
        Assert.Equal(expected, string.Join(' ', needed.Packs.Select(p => p.Id)));
    }

    [Fact]
    public void Within_narrows_a_pack_here_as_in_a_run()
    {
        string pack = Pack(region: "370000", rules: $"[{Rule()}]", more: ", \"within\": [\"370322\"]");
        Assert.Single(Of(new RunOptions { Only = RegionCode.Parse("370300") }, pack).Packs);
        Assert.Empty(Of(new RunOptions { Only = RegionCode.Parse("370303") }, pack).Packs);
    }

    [Fact]
    public void A_template_counts_only_where_it_is_named_for_a_school()
    {
        string pack = Pack(rules: $"[{Rule()}]", more: ", \"template\": true");
        Assert.Empty(Of(new RunOptions(), pack).Tables);
        Assert.Equal("school(name) class(bright)", Shown(Of(new RunOptions { SchoolPacks = [new SchoolPack("a", "s")] }, pack)));
    }

    private static string Needs(params string[] rules) => Shown(OfRules(rules));

    private static string Sorted(params string[] rules)
    {
        NeededFacts needed = OfRules(rules);
        IEnumerable<string> lists = needed.Tables.SelectMany(t => t.Lists).Select(l => l.Children).Order(StringComparer.Ordinal);
        return $"{Shown(needed)} [{string.Join(' ', lists)}]";
    }

    private static NeededFacts OfRules(string[] rules) => Of(new RunOptions(), Pack(facts: More, rules: $"[{string.Join(',', rules)}]"));

    private static string Shown(NeededFacts needed) => string.Join(' ', needed.Tables.Select(t => $"{t.Table.Name}({string.Join(' ', t.Fields.Select(f => f.Name))})"));

    private static NeededFacts Of(RunOptions options, params string[] packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        return NeededFacts.Of(Judged.Catalogue(folder.Path).Value, options);
    }
}
