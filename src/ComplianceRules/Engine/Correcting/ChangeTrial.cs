using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges changes: whether they put one row right and nothing else wrong.</summary>
/// <param name="judge">What judged the rules.</param>
/// <param name="rows">The rows and their stacks.</param>
/// <param name="target">The rule that is broken, and the row.</param>
/// <param name="goals">What must not get worse.</param>
/// <param name="totals">Facts whose total has to stay.</param>
internal sealed class ChangeTrial(RuleJudge judge, CorrectionRows rows, (CheckedRule Rule, int Row) target, ImmutableArray<ChangeGoal> goals, ImmutableArray<ImmutableArray<ChangeableFact>> totals)
{
    /// <summary>Whether the changes do.</summary>
    /// <param name="changes">The facts and the numbers of their new values.</param>
    public bool Agrees(ImmutableArray<(ChangeableFact Fact, long Number)> changes) =>
        Righted(changes) is { } verdicts && goals.All(g => g.Allows(verdicts.Of(g.Rule, g.Row)));

    /// <summary>What the changes make worse; null where they do not put the row right, or change a total.</summary>
    /// <param name="changes">The facts and the numbers of their new values.</param>
    public ImmutableArray<ChangeGoal>? Worsened(ImmutableArray<(ChangeableFact Fact, long Number)> changes) =>
        Righted(changes) is { } verdicts ? [.. goals.Where(g => !g.Allows(verdicts.Of(g.Rule, g.Row)))] : null;

    private ChangedVerdicts? Righted(ImmutableArray<(ChangeableFact Fact, long Number)> changes)
    {
        if (!changes.All(c => c.Fact.CanGive(c.Number)) || !totals.All(t => KeepsTotal(t, changes))) return null;
        ChangedVerdicts verdicts = ChangedVerdicts.After(judge, rows, changes);
        return verdicts.Of(target.Rule, target.Row) == Verdict.Compliant ? verdicts : null;
    }

    private static bool KeepsTotal(ImmutableArray<ChangeableFact> total, ImmutableArray<(ChangeableFact Fact, long Number)> changes) => changes
        .Where(c => total.Contains(c.Fact))
        .Aggregate(Rational.Zero, (sum, c) => sum + (((NumberValue)c.Fact.At(c.Number)).Number - ((NumberValue)c.Fact.Now).Number)).IsZero;
}
