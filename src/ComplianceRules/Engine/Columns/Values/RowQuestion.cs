using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A condition on single rows of a rule's subject, for the interpreter.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Pack">The pack whose names for parameters it uses.</param>
internal sealed record RowQuestion(TypedExpression Condition, string Pack)
{
    /// <summary>The answer for a row; null for unknown, and for a row that the pack does not judge.</summary>
    /// <param name="scope">The rows at hand.</param>
    /// <param name="row">The row.</param>
    public bool? Ask(ColumnScope scope, int row)
    {
        int run = scope.Bound.RunAt(row);
        if (run >= scope.Bound.Runs.Length || scope.Bound.Runs[run].Start > row) return null;
        PackStack stack = scope.Bound.Binding.Stack(scope.Bound.Runs[run].Stack);
        if (!stack.Packs.Contains(Pack)) return null;
        return (scope.Worker.Interpreter.Evaluate(Condition, new RowFrames(scope.Bound.Table, row, stack.ParametersOf(Pack))) as BoolValue)?.Truth;
    }
}
