namespace ComplianceRules.Facts;

/// <summary>The values of a field that are kept as they are: numbers, truth values, bit masks, days and minutes.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <param name="field">The field.</param>
/// <param name="make">Makes the column.</param>
internal sealed class ValueColumnBuilder<T>(FieldSchema field, Func<FieldSchema, T[], ulong[], IReadOnlyDictionary<int, UnknownReason>, FactColumn> make)
    : ColumnBuilder(field)
    where T : struct
{
    private readonly GrowingList<T> _values = new();

    public T this[int row] => _values[row];

    public void Set(int row, T value)
    {
        _values.Put(row, value);
        SetKnown(row);
    }

    public override void SetUnknown(int row, UnknownReason reason)
    {
        _values.Put(row, default);
        base.SetUnknown(row, reason);
    }

    protected override FactColumn Make(ReadOnlySpan<int> order, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
    {
        T[] values = new T[order.Length];
        for (int row = 0; row < values.Length; row++) values[row] = _values[order[row]];
        return make(Field, values, known, reasons);
    }
}
