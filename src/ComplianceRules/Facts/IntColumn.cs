namespace ComplianceRules.Facts;

/// <summary>Whole numbers of 64 bits, which a double would not keep.</summary>
/// <remarks>Immutable; may be shared between threads. No snapshot of packs has one.</remarks>
internal sealed class IntColumn : FactColumn
{
    private readonly long[] _values;

    public IntColumn(FieldSchema field, long[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, values.Length, known, reasons) => _values = values;

    /// <summary>The number of a row; 0 where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public long this[int row] => _values[row];
}
