using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The coefficient of variation of the items of each row's list compared with a limit, by its square and multiplied out, so that nothing is rounded.</summary>
/// <remarks>The square is w Σwx² / (Σwx)² - 1, where w is the sum of the weights; unknown without items, for a mean or weights of 0 and for a negative weight.</remarks>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The items.</param>
/// <param name="numbers">The numbers of an item, and their weights; null where all weigh the same. Exact.</param>
/// <param name="comparison">How the coefficient is compared.</param>
/// <param name="limit">The limit.</param>
internal sealed class VariationComparison(int slot, ListTally tally, (NumberNode Number, NumberNode? Weight) numbers, ComparisonOperator comparison, Constant limit) : TruthNode(slot)
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
        ColumnScope below = tally.Items(scope);
        NumberBuffer x = below.Number(numbers.Number);
        NumberBuffer? w = numbers.Weight is null ? null : below.Number(numbers.Weight);
        Span<ulong> isTrue = into.True;
        Span<ulong> isFalse = into.Open();
        for (int row = rows.From; row < rows.To; row++)
        {
            if (!items.IsReported(row) || items.Open(row, x) is not { Count: > 0 } all || (w is not null && items.Open(row, w) is null)) continue;
            if (ItemMoments.Of(all, items.Surely, x.Numbers, w is null ? [] : w.Numbers) is not { } moments) continue;
            ValidityBits.Set(ExactComparison.Holds(comparison, moments.CompareVariation(number)) ? isTrue : isFalse, row - scope.First);
        }
    }
}
