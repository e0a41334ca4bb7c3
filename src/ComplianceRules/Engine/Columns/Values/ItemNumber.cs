using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Sum, least, largest or percentile of a number of the items of each row's list; unknown where the list was not reported, an item may be in it or not, or its number is unknown.</summary>
/// <param name="slot">Its number among those of the table.</param>
/// <param name="most">The largest magnitude that a result may have.</param>
/// <param name="tally">The items.</param>
/// <param name="item">The number of an item; exact.</param>
/// <param name="kind">What is made of the numbers, and of which rank for a percentile.</param>
internal sealed class ItemNumber(int slot, double most, ListTally tally, NumberNode item, (AggregateKind Kind, Rational Rank) kind)
    : NumberNode(slot, item.Scale, most, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        ColumnScope below = tally.Items(scope);
        NumberBuffer numbers = below.Number(item);
        Span<ulong> known = into.Open();
        for (int row = scope.From; row < scope.To; row++)
        {
            if (!items.Bits.IsReported(row) || items.Bits.Open(row, numbers) is not { } all) continue;
            if (Result(all, items.Bits, numbers) is not { } result) continue;
            into.Numbers[row - scope.First] = result;
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
