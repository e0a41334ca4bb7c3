using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Puts the whole numbers of a group of rows into narrow cells, a vector at a time.</summary>
internal static class CellMerge
{
    private const int Lanes = 16;

    /// <summary>Adds numbers where there is zero so far, or zero where there is a number.</summary>
    /// <param name="values">The numbers of a group.</param>
    /// <param name="cells">The cells, of at most 32 bits.</param>
    /// <param name="first">The first row of the group; there is room for the group.</param>
    public static void Add(ReadOnlySpan<int> values, CellRoom cells, int first)
    {
        int bytes = CellStore.RowsOfGroup * CellStore.BitsOf(cells.Kind) / 8;
        Span<byte> group = cells.Bytes.Slice((int)((long)first * CellStore.BitsOf(cells.Kind) / 8), bytes);
        ReadOnlySpan<uint> numbers = MemoryMarshal.Cast<int, uint>(values)[..CellStore.RowsOfGroup];
        if (cells.Kind == CellKind.Bit) AddBits(numbers, MemoryMarshal.Cast<byte, ulong>(group));
        else if (cells.Kind == CellKind.Byte) AddBytes(numbers, group);
        else if (cells.Kind == CellKind.UInt16) AddShorts(numbers, MemoryMarshal.Cast<byte, ushort>(group));
        else AddInts(numbers, MemoryMarshal.Cast<byte, uint>(group));
    }

    private static void AddBits(ReadOnlySpan<uint> from, Span<ulong> to)
    {
        ulong bits = 0;
        for (int at = 0; at < CellStore.RowsOfGroup; at += Lanes) bits |= (~Vector512.Equals(Vector512.Create(from.Slice(at, Lanes)), Vector512<uint>.Zero)).ExtractMostSignificantBits() << at;
        to[0] |= bits;
    }

    private static void AddBytes(ReadOnlySpan<uint> from, Span<byte> to)
    {
        Vector512<ushort> low = Vector512.Narrow(Vector512.Create(from[..Lanes]), Vector512.Create(from.Slice(Lanes, Lanes)));
        Vector512<ushort> high = Vector512.Narrow(Vector512.Create(from.Slice(2 * Lanes, Lanes)), Vector512.Create(from.Slice(3 * Lanes, Lanes)));
        (Vector512.Create<byte>(to) | Vector512.Narrow(low, high)).CopyTo(to);
    }

    private static void AddShorts(ReadOnlySpan<uint> from, Span<ushort> to)
    {
        for (int at = 0; at < CellStore.RowsOfGroup; at += 2 * Lanes)
        {
            Span<ushort> cells = to.Slice(at, 2 * Lanes);
            (Vector512.Create<ushort>(cells) | Vector512.Narrow(Vector512.Create(from.Slice(at, Lanes)), Vector512.Create(from.Slice(at + Lanes, Lanes)))).CopyTo(cells);
        }
    }

    private static void AddInts(ReadOnlySpan<uint> from, Span<uint> to)
    {
        for (int at = 0; at < CellStore.RowsOfGroup; at += Lanes)
        {
            Span<uint> cells = to.Slice(at, Lanes);
            (Vector512.Create<uint>(cells) | Vector512.Create(from.Slice(at, Lanes))).CopyTo(cells);
        }
    }
}
