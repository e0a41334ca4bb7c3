namespace ComplianceRules.Facts;

/// <summary>The days of a field while rows are gathered.</summary>
/// <param name="field">The field.</param>
/// <param name="expected">How many rows are to come.</param>
internal sealed class DateColumnBuilder(FieldSchema field, ExpectedRows expected) : ColumnBuilder(field, CellKind.Int32, expected)
{
    /// <summary>Sets a day.</summary>
    /// <param name="row">The row.</param>
    /// <param name="dayNumber">The number that <see cref="DateOnly"/> gives it.</param>
    public void Set(int row, int dayNumber) => PutWhole(row, dayNumber);

    protected override void Copy(ColumnBuilder from, int row, int to) => PutWhole(to, ((DateColumnBuilder)from).WholeAt(row));

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) => new DateColumn(Field, cells, known, reasons);
}
