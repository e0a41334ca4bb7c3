using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class FormerCodeTests
{
    private static readonly string Dark = $"[{Rule("dark", "\"forbid\": \"bright\"")}]";
    private static readonly string County = Pack(region: "370116", rules: Dark, more: ", \"formerCodes\": [\"371202\"]");
    private static readonly string City = Pack("b", "370100", rules: $"[{Rule("dim", "\"forbid\": \"bright\"")}]", more: ", \"formerCodes\": [\"371200\"]");

    [Theory]
    [InlineData("370116", "a/dark b/dim")]
    [InlineData("371202", "a/dark b/dim")]
    [InlineData("371203", "b/dim")]
    [InlineData("371200", "b/dim")]
    [InlineData("370117", "b/dim")]
    [InlineData("371300", "")]
    public void A_row_with_a_former_code_is_judged_by_the_packs_of_the_place_that_it_was_merged_into(string region, string rules) =>
        Assert.Equal(rules, string.Join(' ', Judged.Of([County, City], Snapshot(region)).Findings.Select(f => f.Rule)));

    [Fact]
    public void Schools_of_the_former_and_of_the_present_code_lie_in_one_region_row()
    {
        Finding finding = Assert.Single(Judged.Of(Few, TwoSchools("370116")).Findings);
        Assert.Equal(("region:370116", "2", Verdict.NonCompliant), (finding.Subject!.ToString(), finding.Observed!.Text, finding.Verdict));
    }

    [Fact]
    public void To_cover_a_former_code_is_not_to_cover_the_place_that_took_its_place()
    {
        Assessment assessment = Judged.Of(Few, TwoSchools("371202"));
        Assert.Equal(Verdict.Undetermined, Assert.Single(assessment.Findings).Verdict);
        Assert.Equal("CR4161", Assert.Single(assessment.Data.Issues).Code.ToString());
    }

    [Theory]
    [InlineData("371202")]
    [InlineData("371200")]
    [InlineData("370100")]
    public void Only_rows_of_a_region_may_be_asked_for_by_either_code(string only) =>
        Assert.Equal(2, Judged.Of([County, City], Snapshot("371202"), options: new RunOptions { Only = RegionCode.Parse(only) }).Findings.Count);

    [Theory]
    [InlineData("429004", "429000, 420000, CN")]
    [InlineData("310101", "310100, 310000, CN")]
    [InlineData("370322100", "370322, 370300, 370000, CN")]
    public void Without_former_codes_ancestors_follow_from_the_code_alone(string code, string expected) =>
        Assert.Equal(expected, string.Join(", ", FormerCodes.None.SelfAndAncestors(RegionCode.Parse(code)).Skip(1)));

    private static string Few =>
        Pack(region: "370116", rules: $"[{Rule("few", "\"limit\": { \"of\": \"schools.size()\", \"max\": 1 }", ", \"when\": \"level == 'county'\"", "region")}]", more: ", \"formerCodes\": [\"371202\"]");

    private static string TwoSchools(string covered) => $$"""
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["{{covered}}"], "schools": [
            { "id": "a", "region": "370116", "classes": [] }, { "id": "b", "region": "371202", "classes": [] } ] }
        """;

    private static string Snapshot(string region) => $$"""
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "{{region}}", "classes": [ { "id": "1", "bright": true } ] } ] }
        """;
}
