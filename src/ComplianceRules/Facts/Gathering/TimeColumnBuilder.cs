namespace ComplianceRules.Facts;

/// <summary>The times of a field while rows are gathered.</summary>
internal sealed class TimeColumnBuilder : ColumnBuilder
{
    private readonly TimeScale _scale;

    public TimeColumnBuilder(FieldSchema field, ExpectedRows expected)
        : base(field, KindOf(ScaleOf(field)), expected) => _scale = ScaleOf(field);

    /// <summary>The times that there can be.</summary>
    public TimeScale Scale => _scale;

    /// <summary>Sets a time of day; it is placed on the field's scale, and outside the scale it is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <returns>Whether the time can be used.</returns>
    public bool Set(int row, int minutes)
    {
        int placed = _scale.Place(minutes);
        bool possible = _scale.Contains(placed);
        if (possible) PutWhole(row, placed);
        else SetUnknown(row, UnknownReason.OutOfRange);
        return possible;
    }

    protected override void Copy(ColumnBuilder from, int row, int to) => PutWhole(to, ((TimeColumnBuilder)from).WholeAt(row));

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) => new TimeColumn(Field, cells, known, reasons);

    private static TimeScale ScaleOf(FieldSchema field) => field.Scale ?? TimeScale.WholeDay;

    private static CellKind KindOf(TimeScale scale) => scale is { Low: >= 0, High: <= ushort.MaxValue } ? CellKind.UInt16 : CellKind.Int32;
}
