using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Engine.Waiving.Waived;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Waiving;

public sealed class WaiverTests
{
    private const string County = "\"authority\": \"县教育局\", \"instrument\": \"law\"";

    [Fact]
    public void A_waiver_excuses_a_breach_and_nothing_else()
    {
        Dictionary<string, Verdict> verdicts = Verdicts(Waiver(whom: "\"subject\": \"school:s\""));
        Assert.Equal([("class:s/1", Verdict.Waived), ("class:s/2", Verdict.Compliant), ("class:s/3", Verdict.Undetermined), ("class:t/1", Verdict.NonCompliant)], verdicts.Select(v => (v.Key, v.Value)).Order());
    }

    [Theory]
    [InlineData("\"subject\": \"class:s/1\"", Verdict.Waived, Verdict.NonCompliant)]
    [InlineData("\"subject\": \"class:t/1\"", Verdict.NonCompliant, Verdict.Waived)]
    [InlineData("\"subject\": \"class:1\"", Verdict.NonCompliant, Verdict.NonCompliant)]
    [InlineData("\"subject\": \"school:t\"", Verdict.NonCompliant, Verdict.Waived)]
    [InlineData("\"subject\": \"region:370300\"", Verdict.Waived, Verdict.Waived)]
    [InlineData("\"region\": \"370322\"", Verdict.Waived, Verdict.Waived)]
    [InlineData("\"region\": \"370000\"", Verdict.Waived, Verdict.Waived)]
    [InlineData("\"region\": \"CN\"", Verdict.Waived, Verdict.Waived)]
    [InlineData("\"region\": \"370321\"", Verdict.NonCompliant, Verdict.NonCompliant)]
    public void A_waiver_reaches_its_row_or_region_and_all_rows_below(string whom, Verdict first, Verdict second)
    {
        Dictionary<string, Verdict> verdicts = Verdicts(Waiver(whom: whom));
        Assert.Equal((first, second), (verdicts["class:s/1"], verdicts["class:t/1"]));
    }

    [Theory]
    [InlineData("2025-12-31", Verdict.NonCompliant)]
    [InlineData("2026-01-01", Verdict.Waived)]
    [InlineData("2026-12-31", Verdict.Waived)]
    [InlineData("2027-01-01", Verdict.NonCompliant)]
    public void Both_ends_of_a_waiver_are_included(string asOf, Verdict expected) =>
        Assert.Equal(expected, Verdicts(Waiver(), asOf: DateOnly.ParseExact(asOf, "yyyy-MM-dd", null))["class:s/1"]);

    [Theory]
    [InlineData("\"rule\": \"r\"")]
    [InlineData("\"rule\": \"a/r\"")]
    [InlineData("\"area\": \"x\"")]
    public void A_rule_is_waived_by_its_id_its_full_id_or_its_area(string what) => Assert.Equal(Verdict.Waived, Verdicts(Waiver(what))["class:s/1"]);

    [Fact]
    public void Another_rule_stays_broken()
    {
        string rules = $"[{Rule(kind: AtMost45)}, {Rule("q", AtMost45)}]";
        Assessment assessment = Of([Pack(rules: rules, more: Waivers(Waiver()))]);
        Assert.Equal((Verdict.Waived, Verdict.NonCompliant), (Verdicts(assessment)["class:s/1"], Verdicts(assessment, "a/q")["class:s/1"]));
    }

    [Fact]
    public void A_recorded_reason_of_an_area_excuses_its_principle_rules_only()
    {
        string rules = $"[{Rule(kind: AtMost45)}, {Rule("q", AtMost45).Replace("mandatory", "principle", StringComparison.Ordinal)}]";
        Assessment assessment = Of([Pack(rules: rules, more: Waivers(Waiver("\"area\": \"x\"", kind: "reason")))]);
        Assert.Equal((Verdict.NonCompliant, Verdict.Waived), (Verdicts(assessment)["class:s/1"], Verdicts(assessment, "a/q")["class:s/1"]));
        Assert.Contains("（已记录理由：校舍修缮；至 2026-12-31）", assessment.Findings.Single(f => f.Verdict == Verdict.Waived).Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_county_waives_the_law_of_the_nation_by_an_instrument_and_in_its_own_region_only()
    {
        string elsewhere = Sample.Replace("\"id\": \"t\", \"name\": \"乙校\", \"region\": \"370322\"", "\"id\": \"t\", \"name\": \"乙校\", \"region\": \"370321\"", StringComparison.Ordinal);
        string county = Pack("b", "370322", "{}", more: Waivers(Waiver("\"rule\": \"a/r\"", "\"subject\": \"school:t\"", more: $", {County}"), Waiver(more: $", {County}")));
        Dictionary<string, Verdict> verdicts = Verdicts(Of([Pack(rules: $"[{Rule(kind: AtMost45)}]"), county], elsewhere));
        Assert.Equal((Verdict.Waived, Verdict.NonCompliant), (verdicts["class:s/1"], verdicts["class:t/1"]));
    }

    [Theory]
    [InlineData("mandatory", "waiver", ", \"authority\": \"局\", \"instrument\": \"law\"", Verdict.Waived)]
    [InlineData("principle", "waiver", ", \"authority\": \"局\", \"instrument\": \"law\"", Verdict.Waived)]
    [InlineData("principle", "reason", "", Verdict.Waived)]
    [InlineData("mandatory", "reason", "", Verdict.NonCompliant)]
    public void A_waiver_of_a_rule_excuses_from_what_takes_its_place_as_far_as_that_may_be_excused(string binding, string kind, string more, Verdict expected)
    {
        string nation = Pack(rules: $"[{Rule(kind: AtMost45).Replace("mandatory", "principle", StringComparison.Ordinal)}]");
        string tighter = Rule("q", "\"limit\": { \"of\": \"enrolment\", \"max\": 40 }", ", \"overrides\": \"r\"").Replace("mandatory", binding, StringComparison.Ordinal);
        string county = Pack("b", "370322", "{}", rules: $"[{tighter}]", more: ", \"extends\": \"a\"" + Waivers(Waiver("\"rule\": \"a/r\"", "\"subject\": \"class:s/2\"", kind, more: more)));
        Assert.Equal(expected, Verdicts(Of([nation, county]))["class:s/2"]);
    }

    [Fact]
    public void A_finding_names_the_waiver_and_keeps_its_evidence()
    {
        string pack = Pack(rules: $"[{Rule(kind: AtMost45)}]", more: Waivers(Waiver(more: ", \"authority\": { \"zh\": \"县教育局\", \"en\": \"county bureau\" }, \"instrument\": \"law\"")));
        Finding finding = Of([pack]).Findings.Single(f => f.Verdict == Verdict.Waived);
        Assert.Equal(("46", "45", "-1"), (finding.Observed!.Text, finding.Limit!.Text, finding.Margin!.Text));
        Assert.Equal(("a", "pack.json(10,107)", "law"), (finding.Waiver!.Pack, finding.Waiver.Place, finding.Waiver.Instrument!.Id));
        Assert.EndsWith("（已豁免，县教育局，依据《法》：校舍修缮；至 2026-12-31）", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
        Assert.EndsWith(" (waived by county bureau under 法: building work; until 2026-12-31)", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_waivers_the_one_that_holds_longest_is_named_then_the_first()
    {
        string[] waivers = [Waiver(until: "2026-10-01"), Waiver(whom: "\"subject\": \"school:s\"", until: "2026-11-01"), Waiver(until: "2026-11-01")];
        Assessment assessment = Of([Pack(rules: $"[{Rule(kind: AtMost45)}]", more: ",\n\"waivers\": [\n" + string.Join(",\n", waivers) + "]")]);
        Assert.Equal("pack.json(13,1)", assessment.Findings.Single(f => f.Verdict == Verdict.Waived).Waiver!.Place);
    }

    [Fact]
    public void A_waived_breach_counts_as_waived_and_neither_as_broken_nor_as_kept()
    {
        Assessment assessment = Of([Pack(rules: $"[{Rule(kind: AtMost45)}]", more: Waivers(Waiver()))]);
        Assert.Equal(new VerdictCounts(1, 1, 1, 0, 1), assessment.Counts);
        Assert.Equal(["class:s/1", "class:s/3", "class:t/1"], Of([Pack(rules: $"[{Rule(kind: AtMost45)}]", more: Waivers(Waiver()))], options: new RunOptions()).Findings.Select(f => $"{f.Subject}"));
    }

    [Theory]
    [InlineData("", 50, "1/2", Verdict.NonCompliant)]
    [InlineData("class:s/1", 100, "2/2", Verdict.Compliant)]
    public void A_share_by_rule_takes_a_waived_row_as_one_that_keeps_the_rule_and_says_so(string waived, int share, string ratio, Verdict expected)
    {
        string rules = $$"""[{{Rule(kind: AtMost45)}}, {{Rule("q", "\"share\": { \"of\": \"classes\", \"rule\": \"a/r\", \"min\": 80 }", subject: "school")}}]""";
        string facts = Sample.Replace(", { \"id\": \"3\" }", string.Empty, StringComparison.Ordinal);
        Assessment assessment = Of([Pack(rules: rules, more: waived.Length == 0 ? string.Empty : Waivers(Waiver(whom: $"\"subject\": \"{waived}\"")))], facts);
        Finding finding = assessment.Findings.Single(f => f.Rule == "a/q" && $"{f.Subject}" == "school:s");
        Assert.Equal((expected, $"{share}"), (finding.Verdict, finding.Observed!.Text));
        Assert.Contains($"（{ratio}）", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
        Assert.Equal(waived.Length > 0, finding.Message.In(TextLanguage.Chinese).EndsWith("（其中已豁免：1）", StringComparison.Ordinal));
    }

    [Fact]
    public void An_explanation_names_the_waiver()
    {
        using TempPacks folder = new TempPacks().With("packs/0/pack.json", Pack(rules: $"[{Rule(kind: AtMost45)}]", more: Waivers(Waiver()))).With("s.json", Sample);
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Explanation explanation = Plan.For(catalogue, Judged.Day).Explain(
            new ComplianceRules.Facts.JsonSnapshotSource(folder.Path + "/s.json", "s.json").Read(catalogue.Schema, new(), default).Value, "r", "class:s/1");
        Assert.Equal((Verdict.Waived, "pack.json(10,107)"), (explanation.Finding.Verdict, explanation.Finding.Waiver!.Place));
    }
}
