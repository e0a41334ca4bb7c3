using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A condition that is the same for all rows of a stack.</summary>
internal sealed class StackNode(int slot, Constant condition) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (condition.Pack is null && scope.Bound.Binding.ValueOf(condition, 0) is BoolValue { Truth: var all })
        {
            into.SetAll(all);
            return;
        }

        into.SetUnknown();
        Span<ulong> isFalse = into.Open();
        ConstantRuns runs = new(scope, condition);
        while (runs.MoveNext())
        {
            if (runs.Value is BoolValue { Truth: var truth }) Bitmaps.SetRange(truth ? into.True : isFalse, runs.Rows.From, runs.Rows.To);
        }
    }
}
