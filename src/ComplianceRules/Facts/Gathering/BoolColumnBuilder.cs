namespace ComplianceRules.Facts;

/// <summary>The truth values of a field while rows are gathered.</summary>
/// <param name="field">The field.</param>
internal sealed class BoolColumnBuilder(FieldSchema field) : ColumnBuilder(field, CellKind.Bit)
{
    public void Set(int row, bool value)
    {
        ref byte cell = ref Know(row).Cells[(row & RowChunks.Mask) / 8];
        byte bit = (byte)(1 << (row % 8));
        cell = (byte)(value ? cell | bit : cell & ~bit);
    }

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) => new BoolColumn(Field, cells, known, reasons);
}
