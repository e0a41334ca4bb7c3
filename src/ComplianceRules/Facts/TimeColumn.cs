namespace ComplianceRules.Facts;

/// <summary>Times of day on the field's scale.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class TimeColumn : FactColumn
{
    internal TimeColumn(FieldSchema field, int[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, CellStore.Narrowest(values), Partial(known, values.Length), reasons)
    {
    }

    internal TimeColumn(FieldSchema field, CellStore minutes, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, minutes, known, reasons)
    {
    }

    /// <summary>Minutes after midnight of a row on the field's scale; 0 where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public int this[int row] => Cells.Whole(row);
}
