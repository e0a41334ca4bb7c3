namespace ComplianceRules.Facts;

/// <summary>Times of day on the field's scale.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class TimeColumn : FactColumn
{
    private readonly int[] _values;

    internal TimeColumn(FieldSchema field, int[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, values.Length, known, reasons) => _values = values;

    /// <summary>Minutes after midnight of a row on the field's scale; 0 where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public int this[int row] => _values[row];
}
