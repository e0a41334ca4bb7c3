namespace ComplianceRules.Facts;

/// <summary>The values of one field while rows are gathered.</summary>
internal abstract class ColumnBuilder
{
    private readonly GrowingList<bool> _known = new();
    private readonly Dictionary<int, UnknownReason> _reasons = [];

    protected ColumnBuilder(FieldSchema field) => Field = field;

    /// <summary>The field whose values these are.</summary>
    public FieldSchema Field { get; }

    public bool IsKnown(int row) => _known[row];

    /// <summary>Whether the row says anything of the field, be it unusable.</summary>
    public bool IsGiven(int row) => _known[row] || _reasons.ContainsKey(row);

    public virtual void SetUnknown(int row, UnknownReason reason)
    {
        _known.Put(row, false);
        _reasons[row] = reason;
    }

    /// <summary>The column with its rows in a new order.</summary>
    /// <param name="order">For each row of the column, the row here.</param>
    public FactColumn Build(ReadOnlySpan<int> order)
    {
        ulong[] known = new ulong[ValidityBits.Words(order.Length)];
        Dictionary<int, UnknownReason> reasons = [];
        for (int row = 0; row < order.Length; row++)
        {
            if (_known[order[row]]) ValidityBits.Set(known, row);
            else if (_reasons.TryGetValue(order[row], out UnknownReason reason)) reasons[row] = reason;
        }

        return Make(order, known, reasons);
    }

    protected void SetKnown(int row)
    {
        _known.Put(row, true);
        _reasons.Remove(row);
    }

    protected abstract FactColumn Make(ReadOnlySpan<int> order, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons);
}
