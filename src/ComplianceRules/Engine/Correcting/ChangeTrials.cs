using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Makes what judges changes for a breach.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="judge">What judged the rules.</param>
/// <param name="rows">The rows and their stacks.</param>
internal sealed class ChangeTrials(RuleJudge judge, CorrectionRows rows)
{
    /// <summary>What must not get worse where some facts change.</summary>
    /// <param name="breach">The breach.</param>
    /// <param name="changing">The facts.</param>
    public ImmutableArray<ChangeGoal> Goals(CorrectedBreach breach, IEnumerable<ChangeableFact> changing)
    {
        ChangedVerdicts now = ChangedVerdicts.After(judge, rows, []);
        return [.. rows.Touched(changing).Where(t => t.Rule != breach.Rule || t.Row != breach.Row).Select(t => new ChangeGoal(t.Rule, t.Row, now.Of(t.Rule, t.Row)))];
    }

    /// <summary>The judge.</summary>
    /// <param name="breach">The breach.</param>
    /// <param name="goals">What must not get worse.</param>
    public ChangeTrial Of(CorrectedBreach breach, ImmutableArray<ChangeGoal> goals) =>
        new(judge, rows, (breach.Rule, breach.Row), goals, [.. breach.Facts.Totals.Select(t => t.Select(f => breach.Facts.All[f]).ToImmutableArray())]);

    /// <summary>That a goal is kept, with all worked out that does not change.</summary>
    /// <param name="breach">The breach.</param>
    /// <param name="goal">The goal.</param>
    public GroundNode Kept(CorrectedBreach breach, ChangeGoal goal) => breach.Grounder.Kept(goal.Rule, rows.Frames(goal.Rule, goal.Row));

    /// <summary>What reads facts as they are at one value of each.</summary>
    /// <param name="point">The values.</param>
    public ReferenceInterpreter Reader(ChangeBox point) => ChangedVerdicts.After(judge, rows, point.Changes()).Interpreter;
}
