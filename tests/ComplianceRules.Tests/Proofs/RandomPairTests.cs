using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Proofs;

/// <summary>No row may contradict what was proved; <c>PROOF_PAIRS</c> in the environment asks for more pairs of rules.</summary>
public sealed class RandomPairTests
{
    private const int Few = 150;
    private const int Rows = 10_000;

    private static readonly DateOnly Day = new(2020, 1, 4);
    private static readonly string[] All = [.. MadeClause.Boxes, .. MadeClause.Boxes, .. MadeClause.Sums, .. MadeClause.Terms];

    [Fact]
    public void What_is_proved_of_rules_over_single_facts_holds_for_rows_at_random_and_is_never_left_open()
    {
        Dictionary<ProofOutcome, int> told = Check(MadeClause.Boxes);
        Assert.Equal(0, told.GetValueOrDefault(ProofOutcome.CannotTell));
        foreach (ProofOutcome outcome in Enum.GetValues<ProofOutcome>().Where(o => o != ProofOutcome.CannotTell))
            Assert.True(told.GetValueOrDefault(outcome) > Count() / 30, $"{outcome}: {told.GetValueOrDefault(outcome)}");
    }

    [Fact]
    public void What_is_proved_of_rules_over_sums_holds_for_rows_at_random() => Assert.True(Check([.. MadeClause.Sums, .. MadeClause.Boxes]).GetValueOrDefault(ProofOutcome.CannotTell) <= Count() / 10);

    [Fact]
    public void What_is_proved_of_rules_with_terms_that_are_not_followed_holds_for_rows_at_random() =>
        Assert.True(Check(All).GetValueOrDefault(ProofOutcome.CannotTell) <= Count() / 3);

    private static int Count() => int.Parse(Environment.GetEnvironmentVariable("PROOF_PAIRS") ?? $"{Few}", CultureInfo.InvariantCulture);

    private static Dictionary<ProofOutcome, int> Check(IReadOnlyList<string> atoms)
    {
        Snapshot rows = MadeWorld.Rows(MadeWorld.Catalogue().Schema, 17, Rows);
        Dictionary<ProofOutcome, int> told = [];
        Dice.Check(Count(), dice =>
        {
            MadePair pair = MadePair.Of(dice, atoms);
            RuleComparison found = new RuleComparer(pair.Schema).Compare("class", pair.Outer, pair.Inner, new ProofSpan(Day, Day), true);
            told[found.Outcome] = told.GetValueOrDefault(found.Outcome) + 1;
            (int? lost, int? gained) = Contradictions(pair, rows);
            string text = $"seed {dice.Seed}: {found.Outcome} {found.Term}\n{pair}\n{found.Witness?.Text}";
            if (found.Outcome is ProofOutcome.Equal or ProofOutcome.Stricter) Assert.True(lost is null, $"{text}\nrow {lost} is lost");
            if (found.Outcome is ProofOutcome.Equal or ProofOutcome.Looser) Assert.True(gained is null || found.Outcome == ProofOutcome.Looser, $"{text}\nrow {gained} is gained");
            Assert.Equal(found.Outcome is ProofOutcome.Looser or ProofOutcome.Incomparable, found.Witness is not null);
        });
        return told;
    }

    // The first row that only the outer rule refuses, and the first that only the inner one does.
    private static (int? Lost, int? Gained) Contradictions(MadePair pair, Snapshot rows)
    {
        ReferenceInterpreter interpreter = new(rows, Day, new NoVerdicts());
        FactTable table = rows.Table("class");
        (int? lost, int? gained) = (null, null);
        for (int row = 0; row < table.Count && (lost is null || gained is null); row++)
        {
            (bool outer, bool inner) = (Refuses(interpreter, pair.Outer, table, row), Refuses(interpreter, pair.Inner, table, row));
            if (outer && !inner) lost ??= row;
            if (inner && !outer) gained ??= row;
        }

        return (lost, gained);
    }

    private static bool Refuses(ReferenceInterpreter interpreter, ComparedRule rule, FactTable table, int row)
    {
        RowFrames frames = new(table, row, rule.Parameters);
        return interpreter.Evaluate(rule.Form.Applies, frames) is BoolValue { Truth: true } && interpreter.Evaluate(rule.Form.Holds, frames) is BoolValue { Truth: false };
    }
}
