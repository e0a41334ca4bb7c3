using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine;

/// <summary>A second reading of the language and of packs, in a few lines of its own, must come to the same verdicts.</summary>
public sealed class OracleTests
{
    private const int Packs = 60;

    [Fact]
    public void The_verdict_is_the_one_that_the_rule_as_written_means()
    {
        int judged = 0;
        HashSet<Verdict> seen = [];
        Dice.Check(Packs, dice =>
        {
            IReadOnlyList<MadeRule> rules = new MadeRules(dice, isTotal: false, hasLists: true).Make(20);
            MadeJudge judge = new(rules);
            for (int i = 0; i < 2; i++)
            {
                MadeRow nation = MadeFacts.Nation(dice, dice.Of(0, 2, 3, 6));
                Dictionary<(string Rule, string Subject), Finding> findings = judge.Judge(nation);
                foreach ((MadeRule rule, MadeRow row) in from rule in rules from row in nation.SelfAndBelow() where row.Table == rule.Subject select (rule, row))
                {
                    Verdict expected = rule.VerdictOn(row);
                    Verdict found = findings[(rule.Id, row.Subject)].Verdict;
                    string? band = found is Verdict.Compliant or Verdict.NonCompliant ? rule.Band?.Invoke(row) : null;
                    Assert.True(expected == found, $"seed {dice.Seed}, {row.Subject}: {found}, not {expected}: {rule.Json} {MadeFacts.Json(nation)}");
                    Assert.True(band == findings[(rule.Id, row.Subject)].Band?.Id, $"seed {dice.Seed}, {row.Subject}: not in band {band}: {rule.Json} {MadeFacts.Json(nation)}");
                    seen.Add(found);
                    judged++;
                }
            }
        });
        Assert.True(judged > 5_000, $"{judged} rows judged");
        Assert.Equal([Verdict.Undetermined, Verdict.NotApplicable, Verdict.Compliant, Verdict.NonCompliant], seen.Order());
    }
}
