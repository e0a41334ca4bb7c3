using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests;

namespace ComplianceRules.RulesEngine.Tests;

public sealed class CaseTests
{
    [Theory]
    [InlineData("tests/packs/small", 22, 22)]
    [InlineData("tests/packs/good/earlier-snapshot-and-calendar", 0, 4)]
    [InlineData("tests/packs/good/frequency", 0, 9)]
    [InlineData("tests/packs/good/kinds", 11, 14)]
    [InlineData("tests/packs/good/seasons-and-calendars", 1, 4)]
    [InlineData("tests/packs/good/waivers-and-composites", 3, 6)]
    public async Task RulesEngine_and_the_library_say_the_same_of_every_row_of_the_cases(string folder, int exported, int rules)
    {
        (Catalogue catalogue, JudgedCases cases) = await Judge(folder);
        Assert.Equal(rules, catalogue.Packs.Packs.Sum(p => p.Rules.Length));
        Assert.True(cases.Rules.Count == exported, $"{cases.Rules.Count}: {string.Join(", ", cases.LeftOut)}");
        Assert.Equal(exported > 0, cases.Seen.ContainsKey(Verdict.NonCompliant) && cases.Seen.ContainsKey(Verdict.Undetermined));
    }

    [Fact]
    public async Task RulesEngine_judges_eight_of_ten_rules_that_ship_and_says_the_same_of_their_cases()
    {
        (Catalogue catalogue, JudgedCases cases) = await Judge("rulepacks");
        int rules = catalogue.Packs.Packs.Sum(p => p.Rules.Length);
        string told = $"{cases.Rules.Count} of {rules}, {string.Join(", ", cases.Seen)}; {string.Join(", ", cases.LeftOut.GroupBy(l => l.Value).Select(g => $"{g.Key}: {g.Count()}"))}";
        Assert.True(cases.Rules.Count * 10 >= rules * 8, told);
        Assert.True(cases.Seen[Verdict.NonCompliant] > 1_000, told);
    }

    private static async Task<(Catalogue Catalogue, JudgedCases Cases)> Judge(string folder)
    {
        Catalogue catalogue = BothEngines.CatalogueIn(RepositoryRoot.Combine(folder));
        JudgedCases cases = new(catalogue);
        foreach (RulePack pack in catalogue.Packs.Packs) await cases.Judge(pack);
        return (catalogue, cases);
    }
}
