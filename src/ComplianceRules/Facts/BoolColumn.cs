namespace ComplianceRules.Facts;

/// <summary>Truth values.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class BoolColumn : FactColumn
{
    private readonly bool[] _values;

    internal BoolColumn(FieldSchema field, bool[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, values.Length, known, reasons) => _values = values;

    /// <summary>The truth value of a row; false where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public bool this[int row] => _values[row];
}
