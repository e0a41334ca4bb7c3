namespace ComplianceRules.Engine;

/// <summary>How many items each row's list has that surely are in it; unknown where the list was not reported or an item may be in it or not.</summary>
internal sealed class TotalNumber(int slot, ListTally tally) : NumberNode(slot, NumberScale.One, int.MaxValue, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits))
        {
            into.SetUnknown();
            return;
        }

        items.Bits.CountSurely(into.Numbers);
        if (items.Bits.AreAllAsked && !items.Bits.HasDoubt) return;
        into.Limit(items.Bits.Asked);
        if (items.Bits.HasDoubt) items.Bits.LeaveOut(items.Bits.Perhaps, into.Known);
    }
}
