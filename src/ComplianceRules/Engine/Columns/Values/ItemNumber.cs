using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Sum, least, largest or percentile of a number of the items of each row's list; unknown where the list was not reported, an item may be in it or not, or its number is unknown.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="most">The largest magnitude that a result may have.</param>
/// <param name="tally">The items.</param>
/// <param name="item">The number of an item, exact, and the number of its column where it is a fact; negative where it is computed.</param>
/// <param name="kind">What is made of the numbers, and of which rank for a percentile.</param>
internal sealed class ItemNumber(int slot, double most, ListTally tally, (NumberNode Number, int Column) item, (AggregateKind Kind, Rational Rank) kind)
    : NumberNode(slot, item.Number.Scale, most, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        ColumnScope below = tally.Items(scope);
        if (ByteItems.IsSupported && item.Column >= 0 && below.Column(item.Column) is { Cells.Kind: CellKind.Byte } column)
        {
            Measure(scope, items.Bits, (below, column), into);
            return;
        }

        NumberBuffer numbers = below.Number(item.Number);
        Span<double> results = into.Numbers;
        Span<ulong> known = into.Open();
        for (int row = scope.From; row < scope.To; row++)
        {
            if (!items.Bits.IsReported(row) || items.Bits.Open(row, numbers.IsTotal ? [] : numbers.Known) is not { } all) continue;
            if (Result(all, items.Bits, numbers) is not { } result) continue;
            results[row - scope.First] = result;
            ValidityBits.Set(known, row - scope.First);
        }
    }

    private void Measure(ColumnScope scope, ListItemBits items, (ColumnScope Scope, FactColumn Column) below, NumberBuffer into)
    {
        ReadOnlySpan<byte> cells = below.Column.Cells.Cells<byte>()[below.Scope.First..];
        ReadOnlySpan<ulong> knownItems = below.Scope.Known(below.Column);
        ReadOnlySpan<ulong> counted = items.Surely;
        Span<double> results = into.Numbers;
        Span<ulong> known = into.Open();
        for (int row = scope.From; row < scope.To; row++)
        {
            if (!items.IsReported(row) || items.Open(row, knownItems) is not { } all || (all.Count == 0 && kind.Kind != AggregateKind.Sum)) continue;
            results[row - scope.First] = kind.Kind switch
            {
                AggregateKind.Sum => ByteItems.Sum(cells, counted, all.From, all.To),
                AggregateKind.Min => ByteItems.Least(cells, counted, all.From, all.To),
                AggregateKind.Max => ByteItems.Largest(cells, counted, all.From, all.To),
                _ => ByteItems.OfRank(cells, counted, (all.From, all.To), ItemSums.Rank(all.Count, kind.Rank)),
            };
            ValidityBits.Set(known, row - scope.First);
        }
    }

    private double? Result(ItemSpan all, ListItemBits bits, NumberBuffer numbers)
    {
        if (kind.Kind == AggregateKind.Sum) return ItemSums.Sum(all, bits.Surely, numbers.Numbers);
        if (all.Count == 0) return null;
        return kind.Kind switch
        {
            AggregateKind.Min => ItemSums.Least(all, bits.Surely, numbers.Numbers),
            AggregateKind.Max => ItemSums.Largest(all, bits.Surely, numbers.Numbers),
            _ => ItemSums.OfRank(all, bits.Surely, numbers.Numbers, kind.Rank),
        };
    }
}
