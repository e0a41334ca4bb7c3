using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Sum, least, largest or percentile of a number of the items of each row's list; unknown where the list was not reported, an item may be in it or not, or its number is unknown.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="most">The largest magnitude that a result may have.</param>
/// <param name="tally">The items.</param>
/// <param name="item">The number of an item, exact.</param>
/// <param name="kind">What is made of the numbers, and of which rank for a percentile.</param>
internal sealed class ItemNumber(int slot, double most, ListTally tally, NumberNode item, (AggregateKind Kind, Rational Rank) kind)
    : NumberNode(slot, item.Scale, most, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits))
        {
            into.SetUnknown();
            return;
        }

        ColumnScope below = tally.Items(scope);
        FactColumn? column = item is ColumnNumber fact ? below.Column(fact.Column) : null;
        if (kind.Kind == AggregateKind.Sum && ItemSumKernel.IsSupported && column is { Cells.Kind: CellKind.Byte or CellKind.UInt16 })
        {
            Sum(items.Bits, below, column, into);
            Settle(items.Bits, below.Known(column), into);
            return;
        }

        NumberBuffer numbers = below.Number(item);
        Each(items.Bits, numbers, into);
        Settle(items.Bits, numbers.IsTotal ? [] : numbers.Known, into);
    }

    private static void Sum(ListItemBits items, ColumnScope below, FactColumn column, NumberBuffer into)
    {
        if (column.Cells.Kind == CellKind.Byte) ItemSumKernel.Bytes(items.Counted(column.Cells.Cells<byte>()[below.First..]), items.Places, into.Numbers);
        else ItemSumKernel.UInt16s(items.Counted(column.Cells.Cells<ushort>()[below.First..]), items.Places, into.Numbers);
    }

    private static void Settle(ListItemBits items, ReadOnlySpan<ulong> known, NumberBuffer into)
    {
        if (into.IsTotal && items.AreAllAsked && !items.HasDoubt && known.IsEmpty) return;
        into.Limit(items.Asked);
        items.Limit(known, into.Known);
    }

    private void Each(ListItemBits items, NumberBuffer numbers, NumberBuffer into)
    {
        Span<double> results = into.Numbers;
        Span<ulong> known = into.Open();
        known.Clear();
        ReadOnlySpan<ulong> asked = items.Asked;
        for (int row = 0; row < results.Length; row++)
        {
            if (!ValidityBits.Get(asked, row)) continue;
            ItemSpan all = items.Span(row);
            if (all.Count == 0 && kind.Kind != AggregateKind.Sum) continue;
            results[row] = Result(all, items.Surely, numbers.Numbers);
            ValidityBits.Set(known, row);
        }
    }

    private double Result(ItemSpan all, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers) => kind.Kind switch
    {
        AggregateKind.Sum => ItemSums.Sum(all, counted, numbers),
        AggregateKind.Min => ItemSums.Least(all, counted, numbers),
        AggregateKind.Max => ItemSums.Largest(all, counted, numbers),
        _ => ItemSums.OfRank(all, counted, numbers, kind.Rank),
    };
}
