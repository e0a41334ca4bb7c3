namespace ComplianceRules.Facts;

/// <summary>Whole numbers of 64 bits, which a double would not keep.</summary>
/// <remarks>Immutable; may be shared between threads. No snapshot of packs has one.</remarks>
internal sealed class IntColumn : FactColumn
{
    public IntColumn(FieldSchema field, long[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, CellStore.Of<long>(CellKind.Int64, values.Length, values), Partial(known, values.Length), reasons)
    {
    }

    /// <summary>The number of a row; 0 where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public long this[int row] => Cells.Cells<long>()[row];
}
