using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A condition that is the same for all rows of a stack.</summary>
internal sealed class StackNode(int slot, Constant condition) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        Span<ulong> isFalse = into.Open();
        if (condition.Pack is null)
        {
            Set(scope.Bound.Binding.ValueOf(condition, 0), (scope.From - scope.First, scope.To - scope.First), into.True, isFalse);
            return;
        }

        BoundRun[] runs = scope.Bound.Runs;
        for (int run = scope.Bound.RunAt(scope.From); run < runs.Length && runs[run].Start < scope.To; run++)
        {
            (int, int) bits = (Math.Max(runs[run].Start, scope.From) - scope.First, Math.Min(runs[run].End, scope.To) - scope.First);
            Set(scope.Bound.Binding.ValueOf(condition, runs[run].Stack), bits, into.True, isFalse);
        }
    }

    private static void Set(Value value, (int From, int To) bits, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        if (value is BoolValue { Truth: var truth }) Bitmaps.SetRange(truth ? isTrue : isFalse, bits.From, bits.To);
    }
}
