using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A percentile of a fact of the items of each row's list compared with a limit; unknown without items, where the list was not reported, an item may be in it or not, or its fact is unknown.</summary>
/// <remarks>
/// Nothing is put in order: the item at place ceil(p n / 100) is below a limit exactly where as many items are, so that a share of the items is compared with p per cent. The least is
/// the percentile of 0, the largest that of 100.
/// </remarks>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="tally">The items.</param>
/// <param name="item">The number of the items' column, and the percentile, from 0 to 100.</param>
/// <param name="comparison">How the percentile is compared: an order, not equality.</param>
/// <param name="limit">The limit.</param>
internal sealed class RankComparison(int slot, ListTally tally, (int Column, Rational Rank) item, ComparisonOperator comparison, Constant limit) : TruthNode(slot)
{
    /// <summary>What is asked of a cell.</summary>
    public LimitForm Form => comparison is ComparisonOperator.Less or ComparisonOperator.GreaterOrEqual ? LimitForm.Below : LimitForm.AtMost;

    /// <summary>The limit.</summary>
    public Constant Constant => limit;

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits) || tally.Items(scope) is var below && below.Column(item.Column) is not { } column) return;
        LimitSet limits = scope.Bound.LimitsOf(this, column);
        Span<ulong> known = into.Open();
        items.Bits.CountSurely(items.Bits.Numbers(1));
        if (limits.IsUniform)
        {
            if (limits[0].IsKnown) Judge(items.Bits, (column.Cells, below.First), limits[0], (0, scope.Length * ValidityBits.PerWord), new BitPair(into.True, known));
        }
        else
        {
            ConstantRuns runs = new(scope, limit);
            while (runs.MoveNext())
            {
                if (limits[runs.Stack].IsKnown) Judge(items.Bits, (column.Cells, below.First), limits[runs.Stack], runs.Rows, new BitPair(into.True, known));
            }
        }

        items.Bits.Limit(below.Known(column), known);
        Bitmaps.And(into.True, known, into.True);
        Bitmaps.AndNot(known, into.True, known);
    }

    private void Judge(ListItemBits items, (CellStore Cells, int First) column, CellLimit bound, (int From, int To) rows, BitPair into)
    {
        (int from, int to) = items.Words(rows);
        Span<ulong> within = items.Doubts[from..to];
        LimitComparison.Judge(isSame: false, column.Cells, column.First + (from * ValidityBits.PerWord), bound, within);
        if (!items.IsWhole) Bitmaps.And(within, items.Surely[from..to], within);
        Span<double> counts = items.Numbers(0);
        items.Count(items.Doubts, rows, counts);
        bool isWithin = comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual;

        // At place 1 the item is beyond the limit where no item is within.
        ComparisonOperator order = item.Rank.IsZero
            ? isWithin ? ComparisonOperator.Greater : ComparisonOperator.LessOrEqual
            : isWithin ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Less;
        new QuotientLimit(order, ProductLimit.Of(item.Rank / Rational.Of(100)), (items.Longest, items.Longest)).Judge(counts, items.Numbers(1), rows, into);
    }
}
