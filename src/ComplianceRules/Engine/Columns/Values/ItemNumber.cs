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
        if (kind.Kind == AggregateKind.Percentile) Each(items.Bits, numbers.Numbers, into);
        else Together(items.Bits, numbers.Numbers, into);
        Settle(items.Bits, numbers.IsTotal ? [] : numbers.Known, into);
    }

    private static void Sum(ListItemBits items, ColumnScope below, FactColumn column, NumberBuffer into)
    {
        if (column.Cells.Kind == CellKind.Byte) items.Sum(column.Cells.Cells<byte>()[below.First..], into.Numbers);
        else items.Sum(column.Cells.Cells<ushort>()[below.First..], into.Numbers);
    }

    private static void Settle(ListItemBits items, ReadOnlySpan<ulong> known, NumberBuffer into)
    {
        if (into.IsTotal && items.AreAllAsked && !items.HasDoubt && known.IsEmpty) return;
        into.Limit(items.Asked);
        items.Limit(known, into.Known);
    }

    private void Together(ListItemBits items, ReadOnlySpan<double> numbers, NumberBuffer into)
    {
        switch (kind.Kind)
        {
            case AggregateKind.Sum:
                ItemNumberKernel.Sum(items.Counted(numbers, 0), items.Places, into.Numbers);
                return;
            case AggregateKind.Min:
                ItemNumberKernel.Least(items.Counted(numbers, double.PositiveInfinity), items.Places, into.Numbers);
                break;
            default:
                ItemNumberKernel.Largest(items.Counted(numbers, double.NegativeInfinity), items.Places, into.Numbers);
                break;
        }

        ItemCounting.Any(items.Surely, items.Places, into.Open());
    }

    private void Each(ListItemBits items, ReadOnlySpan<double> numbers, NumberBuffer into)
    {
        Span<double> results = into.Numbers;
        Span<ulong> known = into.Open();
        known.Clear();
        ReadOnlySpan<ulong> asked = items.Asked;
        for (int row = 0; row < results.Length; row++)
        {
            if (!ValidityBits.Get(asked, row) || items.Span(row) is not { Count: > 0 } all) continue;
            results[row] = ItemOrder.OfRank(all, items.Surely, numbers, kind.Rank);
            ValidityBits.Set(known, row);
        }
    }
}
