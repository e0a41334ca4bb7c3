namespace ComplianceRules.Facts;

/// <summary>Local days.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class DateColumn : FactColumn
{
    private readonly int[] _dayNumbers;

    internal DateColumn(FieldSchema field, int[] dayNumbers, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, dayNumbers.Length, known, reasons) => _dayNumbers = dayNumbers;

    /// <summary>The day of a row; the first day of the calendar where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public DateOnly this[int row] => DateOnly.FromDayNumber(_dayNumbers[row]);
}
