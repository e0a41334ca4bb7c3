using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class ShareTests
{
    private const string Small = """{ "id": "1", "enrolment": 40, "bright": true }""";
    private const string Large = """{ "id": "2", "enrolment": 50, "bright": true }""";
    private const string Unknown = """{ "id": "3", "bright": true }""";
    private const string Maybe = """{ "id": "4", "enrolment": 50 }""";
    private const string Outside = """{ "id": "5", "enrolment": 50, "bright": false }""";

    [Theory]
    [InlineData(Small + "," + Large, 50, Verdict.Compliant)]
    [InlineData(Small + "," + Large, 51, Verdict.NonCompliant)]
    [InlineData(Small + "," + Unknown, 50, Verdict.Compliant)]
    [InlineData(Small + "," + Unknown, 51, Verdict.Undetermined)]
    [InlineData(Large + "," + Unknown, 51, Verdict.NonCompliant)]
    [InlineData(Small + "," + Maybe, 50, Verdict.Compliant)]
    [InlineData(Small + "," + Maybe, 51, Verdict.Undetermined)]
    [InlineData(Small + "," + Outside, 100, Verdict.Compliant)]
    [InlineData(Maybe, 50, Verdict.Undetermined)]
    [InlineData(Outside, 50, Verdict.NotApplicable)]
    [InlineData("", 50, Verdict.NotApplicable)]
    [InlineData(null, 50, Verdict.Undetermined)]
    public void A_share_is_decided_only_where_every_unknown_child_leaves_it_so(string? classes, int least, Verdict expected)
    {
        string rule = Rule(kind: $$"""
            "share": { "of": "classes", "where": "bright", "that": "enrolment <= 45", "min": {{least}} }
            """, subject: "school");
        Assert.Equal(expected, Judged.Of(Pack(rules: $"[{rule}]"), Judged.School(classes), options: new() { IncludeAll = true }).Findings.Single().Verdict);
    }

    [Fact]
    public void A_share_can_count_another_rules_verdicts()
    {
        string limit = Rule("small", "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }", ", \"appliesTo\": { \"bright\": true }");
        string share = Rule("share", "\"share\": { \"of\": \"classes\", \"rule\": \"a/small\", \"min\": 51 }", subject: "school");
        Assessment assessment = Judged.Of(Pack(rules: $"[{limit}, {share}]"), Judged.School($"{Small},{Large},{Outside}"));
        Finding finding = Assert.Single(assessment.Findings, f => f.Rule == "a/share");
        Assert.Equal((Verdict.NonCompliant, "50", "%"), (finding.Verdict, finding.Observed!.Text, finding.Unit));
    }

    [Fact]
    public void A_region_that_the_snapshot_does_not_cover_is_never_judged_by_what_is_there()
    {
        string rule = Rule(kind: "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= 45\", \"min\": 50 }", subject: "region");
        Assessment assessment = Judged.Of(Pack(rules: $"[{rule}]"), Judged.School(Small), options: new() { IncludeAll = true });
        Assert.Equal(
            [("370000", Verdict.Undetermined), ("370300", Verdict.Undetermined), ("370322", Verdict.Compliant), ("CN", Verdict.Undetermined)],
            assessment.Findings.Select(f => (f.Subject!.Id, f.Verdict)));
        Assert.All(assessment.Findings.Where(f => f.Verdict == Verdict.Undetermined), f => Assert.Equal(UnknownReason.NotCovered, Assert.Single(f.Missing).Reason));
    }

    [Fact]
    public void A_county_with_a_school_whose_classes_are_not_reported_is_undetermined()
    {
        string snapshot = """
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [
                { "id": "a", "region": "370322", "classes": [ { "id": "1", "enrolment": 40 } ] }, { "id": "b", "region": "370322" } ] }
            """;
        string rule = Rule(kind: "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= 45\", \"min\": 50 }", subject: "region", more: ", \"when\": \"level == 'county'\"");
        Assert.Equal(Verdict.Undetermined, Assert.Single(Judged.Of(Pack(rules: $"[{rule}]"), snapshot).Findings).Verdict);
    }

    [Fact]
    public void A_share_of_undecided_verdicts_names_what_their_rule_misses()
    {
        string limit = Rule("small", "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }");
        string share = Rule("share", "\"share\": { \"of\": \"classes\", \"rule\": \"a/small\", \"min\": 100 }", subject: "school");
        Finding finding = Judged.Of(Pack(rules: $"[{limit}, {share}]"), Judged.School($"{Small},{Unknown},{Unknown.Replace("\"3\"", "\"6\"", StringComparison.Ordinal)}")).Findings.Single(f => f.Rule == "a/share");
        Assert.Equal((Verdict.Undetermined, "classes.enrolment", 2), (finding.Verdict, Assert.Single(finding.Missing).Path, finding.Missing[0].Rows));
    }

    [Theory]
    [InlineData("school.open && enrolment <= 45", "classes, open")]
    [InlineData("region.open && enrolment <= 45", "classes, region.open")]
    [InlineData("bright && enrolment <= 45", "classes")]
    public void Beside_a_list_that_was_not_reported_stand_the_facts_above_it_that_its_rows_are_held_to(string that, string missing)
    {
        string facts = Packs.PackText.Facts.Replace("{ \"class\"", "{ \"school\": { \"fields\": { \"open\": { \"type\": \"bool\" } } }, \"region\": { \"fields\": { \"open\": { \"type\": \"bool\" } } }, \"class\"", StringComparison.Ordinal);
        string share = Rule("share", $"\"share\": {{ \"of\": \"classes\", \"that\": \"{that}\", \"min\": 50 }}", subject: "school");
        Finding finding = Assert.Single(Judged.Of(Pack(facts: facts, rules: $"[{share}]"), Judged.School(null)).Findings);
        Assert.Equal(missing, string.Join(", ", finding.Missing.Select(m => m.Path)));
    }

    [Theory]
    [InlineData("\"region\": \"37O322\",")]
    [InlineData("")]
    public void A_school_of_no_known_region_may_belong_to_any_so_none_is_decided_without_it(string region)
    {
        string snapshot = $$"""
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [
                { "id": "a", "region": "370322", "classes": [ {{Small}} ] }, { "id": "b", {{region}} "classes": [ {{Large}} ] } ] }
            """;
        string rule = Rule(kind: "\"share\": { \"of\": \"classes\", \"that\": \"enrolment <= 45\", \"min\": 60 }", subject: "region", more: ", \"when\": \"level == 'county'\"");
        Assert.Equal(Verdict.Undetermined, Assert.Single(Judged.Of(Pack(rules: $"[{rule}]"), snapshot).Findings).Verdict);
    }
}
