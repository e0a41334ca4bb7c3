using System.Numerics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Between which whole numbers the cells of a column lie, so that each can have a place of its own; the place of a cell without a known value is 0.</summary>
/// <param name="Least">The least cell.</param>
/// <param name="Most">The largest cell.</param>
/// <param name="Places">How many places there are; more than any table has where cells are no small whole numbers.</param>
internal readonly record struct CellSpan(long Least, long Most, long Places)
{
    /// <summary>The cells of a column; one place where no row has the field.</summary>
    /// <param name="column">The column.</param>
    public static CellSpan Of(FactColumn? column) => column?.Cells.Kind switch
    {
        null => new(0, 0, 1),
        CellKind.Bit => Between(0, 1),
        CellKind.Byte => Between(0, column.Cells.LargestByte),
        CellKind.UInt16 => Of(column.Cells.Cells<ushort>()),
        CellKind.Int32 => OfKnown(column, column.Cells.Cells<int>()),
        CellKind.UInt64 => Of(column.Cells.Cells<ulong>()),
        _ => new(0, 0, long.MaxValue),
    };

    private static CellSpan Between(long least, long most) => new(least, most, most - least + 2);

    private static CellSpan Of(ReadOnlySpan<ushort> cells)
    {
        Vector<ushort> largest = default;
        int at = 0;
        for (; at <= cells.Length - Vector<ushort>.Count; at += Vector<ushort>.Count) largest = Vector.Max(largest, new Vector<ushort>(cells[at..]));
        ushort most = 0;
        for (int lane = 0; lane < Vector<ushort>.Count; lane++) most = Math.Max(most, largest[lane]);
        for (; at < cells.Length; at++) most = Math.Max(most, cells[at]);
        return Between(0, most);
    }

    // Unknown cells are 0, which lies far from days.
    private static CellSpan OfKnown(FactColumn column, ReadOnlySpan<int> cells)
    {
        (int least, int most) = (int.MaxValue, int.MinValue);
        for (int row = 0; row < column.Count; row++)
        {
            if (!column.IsTotal && !ValidityBits.Get(column.Known, row)) continue;
            (least, most) = (Math.Min(least, cells[row]), Math.Max(most, cells[row]));
        }

        return least > most ? Between(0, 0) : Between(least, most);
    }

    private static CellSpan Of(ReadOnlySpan<ulong> cells)
    {
        ulong all = 0;
        foreach (ulong cell in cells) all |= cell;
        return all > int.MaxValue ? new(0, 0, long.MaxValue) : Between(0, (long)BitOperations.RoundUpToPowerOf2(all + 1) - 1);
    }
}
