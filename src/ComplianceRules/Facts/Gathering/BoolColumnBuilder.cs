using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The truth values of a field while rows are gathered.</summary>
/// <param name="field">The field.</param>
/// <param name="expected">How many rows are to come.</param>
internal sealed class BoolColumnBuilder(FieldSchema field, ExpectedRows expected) : ColumnBuilder(field, CellKind.Bit, expected)
{
    public void Set(int row, bool value)
    {
        ref ulong word = ref Unsafe.Add(ref Unsafe.As<byte, ulong>(ref Know(row)), row >> 6);
        word = (word & ~(1UL << row)) | ((value ? 1UL : 0UL) << row);
    }

    protected override void Copy(ColumnBuilder from, int row, int to) => Set(to, ((BoolColumnBuilder)from).BitAt(row));

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) => new BoolColumn(Field, cells, known, reasons);
}
