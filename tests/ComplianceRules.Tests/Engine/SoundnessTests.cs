using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine;

/// <summary>What is not known never tips a verdict, and what is named as missing is enough to come to one.</summary>
public sealed class SoundnessTests
{
    private const int Packs = 60;

    [Fact]
    public void A_verdict_given_with_facts_missing_stays_whatever_they_turn_out_to_be()
    {
        int held = 0;
        Dice.Check(Packs, dice =>
        {
            MadeJudge judge = Judge(dice);
            MadeRow nation = MadeFacts.Nation(dice, dice.Of(2, 3));
            Finding[] before = [.. judge.Judge(nation).Values.Where(f => f.Verdict != Verdict.Undetermined)];
            for (int i = 0; i < 12; i++)
            {
                MadeRow filled = nation.Copy(null);
                MadeFacts.Complete(dice, filled, dice.Of(0, 0, 2));
                Dictionary<(string Rule, string Subject), Finding> after = judge.Judge(filled);
                foreach (Finding finding in before)
                {
                    Verdict then = after[Key(finding)].Verdict;
                    Assert.True(then == finding.Verdict, $"seed {dice.Seed}, {finding.Rule} {finding.Subject}: {finding.Verdict} became {then}: {MadeFacts.Json(nation)} {MadeFacts.Json(filled)}");
                    held++;
                }
            }
        });
        Assert.True(held > 5_000, $"{held} verdicts held");
    }

    [Fact]
    public void The_facts_named_as_missing_are_all_that_a_verdict_needs()
    {
        int filled = 0;
        Dice.Check(Packs, dice =>
        {
            IReadOnlyList<MadeRule> rules = new MadeRules(dice, isTotal: true, hasLists: true).Make(12);
            MadeJudge judge = new(rules);
            MadeRow nation = MadeFacts.Nation(dice, dice.Of(2, 3, 5));
            foreach (Finding finding in judge.Judge(nation).Values.Where(f => f.Verdict == Verdict.Undetermined && dice.OneIn(2)))
            {
                Assert.NotEmpty(finding.Missing);
                MadeRow given = nation.Copy(null);
                MadeRow row = given.SelfAndBelow().Single(r => r.Subject == finding.Subject!.ToString());
                foreach (MissingFact fact in finding.Missing) MissingFacts.Give(dice, row, fact.Path);
                // What a counted rule asks of rows above cannot be named while there is no row to ask it of.
                bool isCounted = rules.Single(r => r.Id == Key(finding).Rule).Json.Contains("\"rule\":", StringComparison.Ordinal);
                if (isCounted && finding.Missing.Any(m => MissingFacts.IsList(m.Path.Split('.')[^1]))) MissingFacts.GiveAbove(dice, row);
                Verdict then = judge.Judge(given)[Key(finding)].Verdict;
                string named = string.Join(", ", finding.Missing.Select(m => m.Path));
                Assert.True(then != Verdict.Undetermined, $"seed {dice.Seed}, {finding.Rule} {finding.Subject}: still open after {named}: {MadeFacts.Json(nation)} {MadeFacts.Json(given)}");
                filled++;
            }
        });
        Assert.True(filled > 200, $"{filled} findings filled");
    }

    [Fact]
    public void With_every_fact_known_there_is_always_a_verdict() => Dice.Check(Packs, dice =>
    {
        MadeJudge judge = Judge(dice);
        foreach (Finding finding in judge.Judge(MadeFacts.Nation(dice, 0)).Values)
            Assert.True(finding.Verdict != Verdict.Undetermined, $"seed {dice.Seed}, {finding.Rule} {finding.Subject}: {string.Join(", ", finding.Missing)}");
    });

    private static MadeJudge Judge(Dice dice) => new(new MadeRules(dice, isTotal: true, hasLists: true).Make(12));

    private static (string Rule, string Subject) Key(Finding finding) => (finding.Rule[2..], finding.Subject!.ToString()!);
}
