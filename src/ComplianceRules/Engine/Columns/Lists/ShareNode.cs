using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A share of the items of each row's list compared with a limit: decided where every way the unknown items may turn out gives the same answer.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The items.</param>
/// <param name="comparison">How the share is compared.</param>
/// <param name="limit">The limit, in per cent.</param>
/// <param name="mayBeOpen">Whether a share that is not known may be decided all the same, where every way gives the same answer.</param>
internal sealed class ShareNode(int slot, ListTally tally, ComparisonOperator comparison, Constant limit, bool mayBeOpen) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        if (limit.Pack is null)
        {
            Judge(scope, items.Bits, scope.Bound.Binding.ValueOf(limit, 0), (scope.From, scope.To), into);
            return;
        }

        BoundRun[] runs = scope.Bound.Runs;
        for (int run = scope.Bound.RunAt(scope.From); run < runs.Length && runs[run].Start < scope.To; run++)
        {
            (int, int) rows = (Math.Max(runs[run].Start, scope.From), Math.Min(runs[run].End, scope.To));
            Judge(scope, items.Bits, scope.Bound.Binding.ValueOf(limit, runs[run].Stack), rows, into);
        }
    }

    private void Judge(ColumnScope scope, ListItemBits items, Value value, (int From, int To) rows, TruthBuffer into)
    {
        if (value is not NumberValue { Number: var number }) return;
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.Open();
        ShareLimit share = new(comparison, number);
        for (int row = rows.From; row < rows.To; row++)
        {
            if (!items.IsReported(row) || share.Answer(items.Count(row), mayBeOpen) is not { } answer) continue;
            ValidityBits.Set(answer ? isTrue : isFalse, row - scope.First);
        }
    }
}
