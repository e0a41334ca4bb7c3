using ComplianceRules.Cases;
using static ComplianceRules.Tests.Cases.Coverage.Measured;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Cases.Coverage;

public sealed class CaseCoverageTests
{
    [Fact]
    public void The_share_is_cut_off_and_never_rounded_up()
    {
        CaseCoverage coverage = Of(("a", Pack(facts: Fields, rules: $"[{Rule(kind: "\"require\": \"boards && has(books) && sort == 'plain'\"", subject: "school")}]"),
            $"{Case("\"boards\": true, \"books\": 1", "Undetermined")}, {Case("\"boards\": false", "NonCompliant")}"));
        Assert.Equal((1, 2, 3, 2, 66), (coverage.Packs, coverage.Cases, coverage.Boundaries, coverage.BoundariesCovered, coverage.Percent));
        Assert.Equal((3, 2, false), (coverage.Verdicts, coverage.VerdictsShown, coverage.IsComplete));
    }

    [Fact]
    public void A_pack_without_rules_lacks_nothing()
    {
        CaseCoverage coverage = Of(("a", Pack(), string.Empty));
        Assert.Equal((1, 0, 100, true), (coverage.Packs, coverage.Boundaries, coverage.Percent, coverage.IsComplete));
    }

    [Fact]
    public void A_rule_without_any_case_is_not_complete() => Assert.False(Of(("a", Pack(rules: $"[{Rule()}]"), string.Empty)).IsComplete);

    [Fact]
    public void Comparisons_that_are_covered_do_not_make_up_for_a_verdict_that_is_not_shown()
    {
        CaseCoverage coverage = Of(("a", Pack(facts: Fields, rules: $"[{Rule(kind: "\"require\": \"boards\"", subject: "school")}]"), $"{Case("\"boards\": true", "Compliant")}, {Case("\"boards\": false", "NonCompliant")}"));
        Assert.Equal((100, false), (coverage.Percent, coverage.IsComplete));
    }
}
