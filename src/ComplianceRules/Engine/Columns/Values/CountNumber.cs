namespace ComplianceRules.Engine;

/// <summary>How many items of each row's list surely count; unknown where the list was not reported or an item may count or not.</summary>
internal sealed class CountNumber(int slot, ListTally tally) : NumberNode(slot, NumberScale.One, int.MaxValue, isExact: true)
{
    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        using ListItemLease items = scope.Worker.LeaseItems();
        if (!tally.TryOpen(scope, items.Bits))
        {
            into.SetUnknown();
            return;
        }

        items.Bits.CountMet(into.Numbers);
        if (items.Bits.AreAllAsked && !items.Bits.HasDoubt) return;
        into.Limit(items.Bits.Asked);
        if (items.Bits.HasDoubt) items.Bits.LeaveOut(items.Bits.MayTurnOut(failing: false), into.Known);
    }
}
