namespace ComplianceRules.Facts;

/// <summary>Local days.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class DateColumn : FactColumn
{
    internal DateColumn(FieldSchema field, int[] dayNumbers, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, CellStore.Of<int>(CellKind.Int32, dayNumbers.Length, dayNumbers), Partial(known, dayNumbers.Length), reasons)
    {
    }

    internal DateColumn(FieldSchema field, CellStore dayNumbers, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, dayNumbers, known, reasons)
    {
    }

    /// <summary>The day of a row; the first day of the calendar where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public DateOnly this[int row] => DateOnly.FromDayNumber(Cells.Whole(row));
}
