using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A condition that only the interpreter knows: asked row by row.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="condition">The condition.</param>
/// <param name="pack">The pack whose names for parameters it uses.</param>
internal sealed class InterpretedNode(int slot, TypedExpression condition, string pack) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.Open();
        BoundRun[] runs = scope.Bound.Runs;
        for (int run = scope.Bound.RunAt(scope.From); run < runs.Length && runs[run].Start < scope.To; run++)
        {
            PackStack stack = scope.Bound.Binding.Stack(runs[run].Stack);
            if (!stack.Packs.Contains(pack)) continue;
            ParameterTable parameters = stack.ParametersOf(pack);
            for (int row = Math.Max(runs[run].Start, scope.From); row < Math.Min(runs[run].End, scope.To); row++)
            {
                // A row that goes through long lists takes as long as many others.
                scope.Worker.Check();
                Value answer = scope.Worker.Interpreter.Evaluate(condition, new RowFrames(scope.Bound.Table, row, parameters));
                if (answer is BoolValue known) ValidityBits.Set(known.Truth ? isTrue : isFalse, row - scope.First);
            }
        }
    }
}
