using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Numbers, in the field's unit.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class NumberColumn : FactColumn
{
    internal NumberColumn(FieldSchema field, double[] values, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, CellsOf(CellCoding.Of(field), values, known), Partial(known, values.Length), reasons)
    {
    }

    internal NumberColumn(FieldSchema field, (CellCoding Coding, CellStore Cells) numbers, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, numbers.Cells, known, reasons) => Coding = numbers.Coding;

    /// <summary>What a cell means.</summary>
    internal CellCoding Coding { get; }

    /// <summary>The number of a row; 0 where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public double this[int row] => Cells.Kind == CellKind.Double ? Cells.Cells<double>()[row] : Coding.Value(Cells.Whole(row));

    private static (CellCoding Coding, CellStore Cells) CellsOf(CellCoding coding, double[] values, ulong[] known)
    {
        Memory<byte> bytes = CellStore.Allocate(coding.Kind, values.Length);
        for (int row = 0; row < values.Length; row++)
        {
            if (!ValidityBits.Get(known, row) || Put(coding, bytes.Span, row, values[row])) continue;
            return CellsOf(CellCoding.Plain, values, known);
        }

        return (coding, new CellStore(coding.Kind, values.Length, bytes));
    }

    private static bool Put(CellCoding coding, Span<byte> bytes, int row, double value)
    {
        if (coding.Kind == CellKind.Double)
        {
            MemoryMarshal.Cast<byte, double>(bytes)[row] = value;
            return true;
        }

        bool fits = coding.TryCell(value, out int cell);
        if (coding.Kind == CellKind.Byte) bytes[row] = (byte)cell;
        else if (coding.Kind == CellKind.UInt16) MemoryMarshal.Cast<byte, ushort>(bytes)[row] = (ushort)cell;
        else MemoryMarshal.Cast<byte, int>(bytes)[row] = cell;
        return fits;
    }
}
