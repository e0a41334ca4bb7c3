using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Whether other rules may judge rows below the rows: the same for all rows of a stack.</summary>
internal sealed class RuleReachNode(int slot, RuleSaysExpression asked) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetAll(false);
        BoundRun[] runs = scope.Bound.Runs;
        for (int run = scope.Bound.RunAt(scope.From); run < runs.Length && runs[run].Start < scope.To; run++)
        {
            PackStack stack = scope.Bound.Binding.Stack(runs[run].Stack);
            if (Reaches(scope.Worker.Answers, stack)) Bitmaps.SetRange(into.True, Math.Max(runs[run].Start, scope.From) - scope.First, Math.Min(runs[run].End, scope.To) - scope.First);
        }
    }

    private bool Reaches(RuleAnswers answers, PackStack stack)
    {
        foreach (string rule in asked.Rules)
        {
            if (answers.Reaches(asked, rule, stack)) return true;
        }

        return false;
    }
}
