using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine.Waiving;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class CompositeTests
{
    private const string Facts = """
        { "class": { "fields": { "n": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 }, "b": { "type": "bool" } } },
          "school": { "fields": { "s": { "type": "bool" }, "t": { "type": "bool" } } } }
        """;

    private const string FromClasses = "\"limit\": { \"of\": \"n\", \"max\": 45 }";

    // One area of classes, one of the school itself.
    private static readonly string Parts = $"{Of("n", FromClasses, "x", "class")}, {Of("s", "\"require\": \"s\"", "y")}";

    [Theory]
    [InlineData("true", "40, 45", Verdict.Compliant)]
    [InlineData("true", "40, 46", Verdict.NonCompliant)]
    [InlineData("false", "40", Verdict.NonCompliant)]
    [InlineData("true", "40, null", Verdict.Undetermined)]
    [InlineData("null", "40", Verdict.Undetermined)]
    [InlineData("null", "46", Verdict.NonCompliant)]
    [InlineData("false", "null", Verdict.NonCompliant)]
    [InlineData("true", "", Verdict.Compliant)]
    public void The_worst_of_the_parts_stands(string s, string classes, Verdict expected) => Assert.Equal(expected, VerdictOf(s, classes));

    [Fact]
    public void Rows_below_that_are_not_all_known_leave_it_open_unless_another_part_is_broken()
    {
        Assert.Equal(Verdict.Undetermined, Finding(Parts, School("\"s\": true")).Verdict);
        Assert.Equal(Verdict.NonCompliant, Finding(Parts, School("\"s\": false")).Verdict);
    }

    [Theory]
    [InlineData("true", "40", Verdict.Compliant)]
    [InlineData("true", "46", Verdict.Waived)]
    [InlineData("false", "46", Verdict.NonCompliant)]
    [InlineData("null", "46", Verdict.Undetermined)]
    public void It_is_waived_where_only_waived_parts_are_broken(string s, string classes, Verdict expected) =>
        Assert.Equal(expected, VerdictOf(s, classes, more: Waived.Waivers(Waived.Waiver("\"rule\": \"n\"", "\"subject\": \"school:s\""))));

    [Fact]
    public void A_waiver_of_its_own_excuses_its_breach()
    {
        Finding finding = Finding(Parts, School("\"s\": false", "40"), Waived.Waivers(Waived.Waiver("\"rule\": \"all\"", "\"subject\": \"school:s\"")));
        Assert.Equal((Verdict.Waived, "pack.json"), (finding.Verdict, finding.Waiver!.Place[..9]));
        Finding kept = Finding(Parts, School("\"s\": true", "46"), Waived.Waivers(Waived.Waiver("\"area\": \"x\"", "\"subject\": \"school:s\""), Waived.Waiver("\"rule\": \"all\"", "\"subject\": \"school:s\"")));
        Assert.Equal((Verdict.Waived, null), (kept.Verdict, kept.Waiver));
        Assert.EndsWith("不合规的部分：x（均已豁免）", kept.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mandatory", "", Verdict.NonCompliant)]
    [InlineData("principle", "", Verdict.Compliant)]
    [InlineData("encouraged", "", Verdict.Compliant)]
    [InlineData("principle", ", \"veto\": [\"n\"]", Verdict.NonCompliant)]
    [InlineData("encouraged", ", \"veto\": [\"a/n\"]", Verdict.NonCompliant)]
    public void Only_mandatory_parts_count_and_vetoes_whatever_their_binding(string binding, string veto, Verdict expected)
    {
        string parts = $"{Of("n", FromClasses, "x", "class").Replace("mandatory", binding, StringComparison.Ordinal)}, {Of("s", "\"require\": \"s\"", "y")}";
        Finding finding = Finding(parts, School("\"s\": true", "46"), veto: veto);
        Assert.Equal(expected, finding.Verdict);
        FindingPart classes = finding.Parts[0];
        Assert.Equal(("x", binding == "mandatory", "a/n", Verdict.NonCompliant), (classes.Id, classes.Rules[0].Counts, classes.Rules[0].Rule, classes.Rules[0].Verdict));
    }

    [Fact]
    public void Nothing_that_counts_is_not_applicable()
    {
        string parts = $"{Of("n", FromClasses, "x", "class").Replace("mandatory", "target", StringComparison.Ordinal)}, {Of("s", "\"require\": \"s\"", "y", more: ", \"when\": \"t\"")}";
        Assert.Equal(Verdict.NotApplicable, Finding(parts, School("\"s\": false, \"t\": false", "46")).Verdict);
        Assert.Equal(Verdict.Undetermined, Finding(parts, School("\"s\": true", "46")).Verdict);
    }

    [Fact]
    public void A_part_that_may_not_apply_is_undetermined_also_where_its_condition_holds()
    {
        string parts = $"{Of("n", FromClasses, "x", "class")}, {Of("s", "\"require\": \"s\"", "y", more: ", \"when\": \"t\"")}";
        Assert.Equal(Verdict.Undetermined, Finding(parts, School("\"s\": true", "40")).Verdict);
        Assert.Equal(Verdict.Compliant, Finding(parts, School("\"s\": true, \"t\": false", "40")).Verdict);
    }

    [Fact]
    public void Rules_that_are_not_in_force_and_composites_are_no_parts()
    {
        string later = Of("z", "\"require\": \"t\"", "y").Replace("2020-01-01", "2027-01-01", StringComparison.Ordinal);
        string other = Of("more", "\"composite\": { \"of\": [ { \"id\": \"p\", \"rules\": [\"n\"] } ], \"veto\": [\"t\"] }", "y");
        Finding finding = Finding($"{Parts}, {later}, {other}, {Of("t", "\"require\": \"t\"", "v")}", School("\"s\": true, \"t\": false", "40"));
        Assert.Equal(Verdict.Compliant, finding.Verdict);
        Assert.Equal(["a/s"], finding.Parts[1].Rules.Select(r => r.Rule));
    }

    [Fact]
    public void A_county_adds_to_an_area_and_its_replacement_answers_for_the_rule()
    {
        string nation = Pack(facts: Facts, rules: $"[{Parts}, {Composite()}]");
        string county = Pack("b", "370322", "{}", rules: $$"""[{{Of("n2", "\"limit\": { \"of\": \"n\", \"max\": 30 }", "x", "class", ", \"overrides\": \"a/n\"")}}, {{Of("u", "\"require\": \"t\"", "y")}}]""", more: ", \"extends\": \"a\"");
        Finding both = Waived.Of([nation, county], School("\"s\": true, \"t\": true", "30")).Findings.Single(f => f.Rule == "a/all");
        Assert.Equal((Verdict.Compliant, "a/n", "a/s b/u"), (both.Verdict, string.Join(' ', both.Parts[0].Rules.Select(r => r.Rule)), string.Join(' ', both.Parts[1].Rules.Select(r => r.Rule))));
        Assert.Equal(Verdict.NonCompliant, Waived.Of([nation, county], School("\"s\": true, \"t\": true", "31")).Findings.Single(f => f.Rule == "a/all").Verdict);
        Assert.Equal(Verdict.NonCompliant, Waived.Of([nation, county], School("\"s\": true, \"t\": false", "30")).Findings.Single(f => f.Rule == "a/all").Verdict);
    }

    [Fact]
    public void A_county_that_tightens_a_part_loosens_nothing()
    {
        string most = """{ "most": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] } }""";
        string parts = Parts.Replace("\"max\": 45", "\"max\": \"$most\"", StringComparison.Ordinal);
        string county = Pack("b", "370322", "{}", parameters: """{ "most": { "values": [ { "from": "2020-01-01", "value": 40 } ] } }""", more: ", \"extends\": \"a\"");
        Assert.Equal(Verdict.NonCompliant, Waived.Of([Pack(facts: Facts, parameters: most, rules: $"[{parts}, {Composite()}]"), county], School("\"s\": true", "41")).Findings.Single(f => f.Rule == "a/all").Verdict);
    }

    [Fact]
    public void A_finding_names_the_parts_that_are_not_kept_and_what_is_missing()
    {
        Finding broken = Finding(Parts, School("\"s\": false", "46, 40"));
        Assert.Equal(("规则：不合规的部分：x、y", "规则: not kept: x, y"), (broken.Message.In(TextLanguage.Chinese), broken.Message.In(TextLanguage.English)));
        Assert.Equal(["classes.n", "s"], Finding(Parts, School(string.Empty, "null")).Missing.Select(m => m.Path));
    }

    [Theory]
    [InlineData("read", "370322", Verdict.NonCompliant, true)]
    [InlineData("mixed", "370322", Verdict.NonCompliant, true)]
    [InlineData("unverified", "370322", Verdict.Compliant, false)]
    [InlineData("unverified", "440000", Verdict.Compliant, false)]
    public void A_rule_that_a_county_adds_to_an_area_on_an_unverified_source_is_listed_and_makes_the_whole_weigh_no_less(string certainty, string region, Verdict expected, bool counts)
    {
        string nation = Pack(facts: Facts, rules: $"[{Parts}, {Composite()}]");
        string county = Pack("b", region, "{}", rules: $"[{Of("u", "\"require\": \"t\"", "y")}]").Replace("\"read\"", $"\"{certainty}\"", StringComparison.Ordinal);
        Assessment assessment = Waived.Of([nation, county], School("\"s\": true, \"t\": false", "40"));
        Finding all = assessment.Findings.Single(f => f.Rule == "a/all");
        Assert.Equal((expected, Severity.Violation), (all.Verdict, assessment.Rules.Single(r => r.Rule == "a/all").Severity));
        Assert.Equal(region == "370322" ? ["a/s True", $"b/u {counts}"] : ["a/s True"], all.Parts[1].Rules.Select(r => $"{r.Rule} {r.Counts}"));
    }

    [Fact]
    public void A_part_that_names_a_rule_on_an_unverified_source_counts_it()
    {
        string named = Of("all", """ "composite": { "of": [ { "id": "p", "rules": ["s", "b/u"] } ] } """, "five");
        string nation = Pack(facts: Facts, rules: $"[{Parts}, {named}]");
        string county = Pack("b", "370322", "{}", rules: $"[{Of("u", "\"require\": \"t\"", "y")}]").Replace("\"read\"", "\"unverified\"", StringComparison.Ordinal);
        Finding all = Waived.Of([nation, county], School("\"s\": true, \"t\": false", "40")).Findings.Single(f => f.Rule == "a/all");
        Assert.Equal((Verdict.NonCompliant, Severity.Warning), (all.Verdict, all.Severity));
    }

    [Theory]
    [InlineData("read", Severity.Violation)]
    [InlineData("mixed", Severity.Violation)]
    [InlineData("unverified", Severity.Warning)]
    public void An_unverified_mandatory_part_makes_it_a_warning(string certainty, Severity expected)
    {
        string parts = Parts.Replace("\"law\"", "\"other\"", StringComparison.Ordinal);
        string pack = Pack(facts: Facts, rules: $"[{parts}, {Composite()}]").Replace("\"instruments\": {", $"\"instruments\": {{ \"other\": {{ \"title\": \"某文件\", \"certainty\": \"{certainty}\" }},", StringComparison.Ordinal);
        Assert.Equal(expected, Waived.Of([pack], School("\"s\": false", "40")).Findings.Single(f => f.Rule == "a/all").Severity);
    }

    private static Verdict VerdictOf(string s, string classes, string more = "") => Finding(Parts, School($"\"s\": {s}", classes), more).Verdict;

    private static Finding Finding(string parts, string snapshot, string more = "", string veto = "") =>
        Waived.Of([Pack(facts: Facts, rules: $"[{parts}, {Composite(veto)}]", more: more)], snapshot).Findings.Single(f => f.Rule == "a/all");

    private static string Composite(string veto = "") => Of("all", $$"""
        "composite": { "of": [ { "id": "x", "area": "x" }, { "id": "y", "area": "y" } ]{{veto}} }
        """, "five");

    private static string Of(string id, string kind, string area, string subject = "school", string more = "") => Rule(id, kind, more, subject).Replace("\"area\": \"x\", \"subject\"", $"\"area\": \"{area}\", \"subject\"", StringComparison.Ordinal);

    private static string School(string facts, string? classes = null)
    {
        string rows = classes is null ? string.Empty : $", \"classes\": [{string.Join(", ", classes.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select((n, i) => $"{{ \"id\": \"{i + 1}\", \"n\": {n} }}"))}]";
        return $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ { "id": "s", "region": "370322"{{(facts.Length == 0 ? string.Empty : ", ")}}{{facts}}{{rows}} } ] }""";
    }
}
