using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The sets of a field while rows are gathered.</summary>
/// <param name="field">The field.</param>
/// <param name="expected">How many rows are to come.</param>
internal sealed class SetColumnBuilder(FieldSchema field, ExpectedRows expected) : ColumnBuilder(field, CellKind.UInt64, expected)
{
    /// <summary>Sets a set.</summary>
    /// <param name="row">The row.</param>
    /// <param name="members">One bit a member, in the order of the field's options; no other bits.</param>
    public void Set(int row, ulong members) => Unsafe.Add(ref Unsafe.As<byte, ulong>(ref Know(row)), row) = members;

    protected override void Copy(ColumnBuilder from, int row, int to) => Set(to, ((SetColumnBuilder)from).WordAt(row));

    protected override FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons) => new SetColumn(Field, cells, known, reasons);
}
