using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>How many items of each row's list surely count; unknown where the list was not reported or an item may count or not.</summary>
internal sealed class CountNumber(int slot, ListTally tally) : NumberNode(slot, NumberScale.One, int.MaxValue, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        into.SetUnknown();
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits)) return;
        Span<ulong> known = into.Open();
        for (int row = scope.From; row < scope.To; row++)
        {
            if (!items.Bits.IsReported(row)) continue;
            ItemCounts counts = items.Bits.Count(row);
            if (counts.Open + counts.PerhapsMet + counts.PerhapsOpen > 0) continue;
            into.Numbers[row - scope.First] = counts.Met;
            ValidityBits.Set(known, row - scope.First);
        }
    }
}
