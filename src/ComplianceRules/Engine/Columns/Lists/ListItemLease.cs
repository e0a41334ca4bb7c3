namespace ComplianceRules.Engine;

/// <summary>Room for the items of lists, given back at the end: questions about lists may stand within each other.</summary>
/// <param name="worker">Whose room it is.</param>
/// <param name="bits">The room.</param>
internal readonly ref struct ListItemLease(ColumnWorker worker, ListItemBits bits)
{
    /// <summary>The room.</summary>
    public ListItemBits Bits => bits;

    public void Dispose() => worker.GiveBack(bits);
}
