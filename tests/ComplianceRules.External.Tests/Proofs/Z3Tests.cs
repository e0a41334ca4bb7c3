using System.Text;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Proofs;

namespace ComplianceRules.External.Tests.Proofs;

/// <summary>What is proved of pairs of rules is what z3 says of them.</summary>
public sealed class Z3Tests
{
    private const int Pairs = 400;

    private static readonly DateOnly Day = new(2020, 1, 4);
    private static readonly Dictionary<string, string> Environment = [];

    [Fact]
    public async Task Pairs_of_rules_over_single_facts_are_compared_as_z3_compares_them() => Assert.Equal(0, await CannotTell(MadeClause.Boxes));

    [Fact]
    public async Task Pairs_of_rules_over_sums_of_facts_are_compared_as_z3_compares_them() =>
        Assert.InRange(await CannotTell([.. MadeClause.Boxes, .. MadeClause.Sums, .. MadeClause.Sums]), 0, Pairs / 20);

    // How many pairs could not be told; of all others every answer must be the same.
    private static async Task<int> CannotTell(IReadOnlyList<string> atoms)
    {
        List<(string Text, RuleComparison Found)> asked = [];
        StringBuilder script = new();
        Dice.Check(Pairs, dice =>
        {
            MadePair pair = MadePair.Of(dice, atoms);
            asked.Add(($"seed {dice.Seed}\n{pair}", new RuleComparer(pair.Schema, isWhole: true).Compare("class", pair.Outer, pair.Inner, new ProofSpan(Day, Day))));
            SmtRule rule = new(Day);
            (string outer, string inner) = (rule.Refuses(pair.Outer), rule.Refuses(pair.Inner));
            script.Append("(push)\n").Append(rule.Declarations).Append("(push)\n").Append($"(assert (and {outer} (not {inner})))\n(check-sat)\n(pop)\n")
                .Append($"(assert (and {inner} (not {outer})))\n(check-sat)\n(pop)\n");
        });
        ExternalProcess run = await ExternalProcess.Run(Path.GetTempPath(), script.ToString(), Environment, "z3", "-in", "-t:10000");
        string[] answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(run.ExitCode == 0 && answers.Length == 2 * Pairs, $"{run.ExitCode}, {answers.Length} answers: {run.Error} {answers.FirstOrDefault(a => a.StartsWith('('))}");
        for (int i = 0; i < asked.Count; i++) Compare(asked[i].Text, asked[i].Found, answers[2 * i], answers[(2 * i) + 1]);
        return asked.Count(a => a.Found.Outcome == ProofOutcome.CannotTell);
    }

    private static void Compare(string text, RuleComparison found, string lost, string gained)
    {
        string told = $"{found.Outcome} {found.Witness?.Text}, z3: {lost} {gained}\n{text}";
        Assert.True(lost is "sat" or "unsat" && gained is "sat" or "unsat", told);
        bool agrees = found.Outcome switch
        {
            ProofOutcome.Equal => (lost, gained) is ("unsat", "unsat"),
            ProofOutcome.Stricter => (lost, gained) is ("unsat", "sat"),
            ProofOutcome.Looser => (lost, gained) is ("sat", "unsat"),
            ProofOutcome.Incomparable => (lost, gained) is ("sat", "sat"),
            _ => true,
        };
        Assert.True(agrees, told);
    }
}
