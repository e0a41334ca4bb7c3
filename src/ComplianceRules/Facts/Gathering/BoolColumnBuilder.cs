using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>Sets the values of rows that have said nothing of the field.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="values">A bit for each row whose value is true.</param>
    /// <param name="known">A bit for each row whose value is known.</param>
    /// <param name="count">How many rows they are.</param>
    public void PutRun(int row, ulong values, ulong known, int count)
    {
        if (known != 0) Put(MemoryMarshal.Cast<byte, ulong>(KnowRun(row, count, known)), row, values);
    }

    protected override void Copy(ColumnBuilder from, int row, int to) => Set(to, ((BoolColumnBuilder)from).BitAt(row));

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) => new BoolColumn(Field, cells, known, reasons);
}
