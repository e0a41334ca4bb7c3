using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>How many items each row's list has that surely are in it; unknown where the list was not reported or an item may be in it or not.</summary>
internal sealed class TotalNumber(int slot, ListTally tally) : NumberNode(slot, NumberScale.One, int.MaxValue, isExact: true)
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
            if (counts.PerhapsMet + counts.PerhapsFailed + counts.PerhapsOpen > 0) continue;
            into.Numbers[row - scope.First] = counts.Met + counts.Failed + counts.Open;
            ValidityBits.Set(known, row - scope.First);
        }
    }
}
