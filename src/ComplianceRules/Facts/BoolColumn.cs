namespace ComplianceRules.Facts;

/// <summary>Truth values.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class BoolColumn : FactColumn
{
    internal BoolColumn(FieldSchema field, bool[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, CellStore.Of<ulong>(CellKind.Bit, values.Length, BitsOf(values, known)), Partial(known, values.Length), reasons)
    {
    }

    internal BoolColumn(FieldSchema field, CellStore bits, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, bits, known, reasons)
    {
    }

    /// <summary>The truth value of a row; false where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public bool this[int row] => ValidityBits.Get(Cells.Cells<ulong>(), row);

    private static ulong[] BitsOf(bool[] values, ulong[] known)
    {
        ulong[] bits = new ulong[ValidityBits.Words(values.Length)];
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] && ValidityBits.Get(known, row)) ValidityBits.Set(bits, row);
        }

        return bits;
    }
}
