namespace ComplianceRules.Facts;

/// <summary>Numbers, in the field's unit.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class NumberColumn : FactColumn
{
    private readonly double[] _values;

    internal NumberColumn(FieldSchema field, double[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, values.Length, known, reasons) => _values = values;

    /// <summary>The number of a row; 0 where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public double this[int row] => _values[row];
}
