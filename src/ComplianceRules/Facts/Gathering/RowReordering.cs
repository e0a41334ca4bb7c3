using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Brings what a table's rows have into another order, one column after the other through one room: in order, a nation's columns would otherwise be there twice.</summary>
/// <remarks>Not by going round cycles of rows, which needs no room and is ten times slower where the cycles are long.</remarks>
/// <param name="order">For each row, the row that comes there; rows that do not come are left out.</param>
/// <param name="watch">Looks whether the work is to stop.</param>
internal sealed class RowReordering(int[] order, CancellationWatch watch)
{
    // A whole number of words of bits.
    private const int RowsOfPiece = 1 << 18;

    private byte[] _room = [];

    /// <summary>Brings cells into the order.</summary>
    /// <param name="cells">The cells; those behind the last row are what they were.</param>
    /// <param name="kind">How wide they are.</param>
    public void Sort(Span<byte> cells, CellKind kind)
    {
        int bits = CellStore.BitsOf(kind);
        int length = (int)(((long)order.Length * bits + 7) / 8);
        // Whole words: bits are put together by words.
        Span<byte> room = Room((length + sizeof(ulong) - 1) / sizeof(ulong) * sizeof(ulong));
        for (int first = 0; first < order.Length; first += RowsOfPiece)
        {
            watch.Look();
            Sort(cells, room[(int)((long)first * bits / 8)..], bits, order.AsSpan(first, Math.Min(RowsOfPiece, order.Length - first)));
        }

        room[..length].CopyTo(cells);
    }

    private static void Sort(Span<byte> cells, Span<byte> room, int bits, ReadOnlySpan<int> order)
    {
        if (bits == 1) Bits(MemoryMarshal.Cast<byte, ulong>(cells), MemoryMarshal.Cast<byte, ulong>(room), order);
        else if (bits == 8) Bytes(cells, room, order);
        else if (bits == 16) Shorts(MemoryMarshal.Cast<byte, ushort>(cells), MemoryMarshal.Cast<byte, ushort>(room), order);
        else if (bits == 32) Ints(MemoryMarshal.Cast<byte, int>(cells), MemoryMarshal.Cast<byte, int>(room), order);
        else Longs(MemoryMarshal.Cast<byte, ulong>(cells), MemoryMarshal.Cast<byte, ulong>(room), order);
    }

    private Span<byte> Room(int length)
    {
        if (_room.Length < length) _room = new byte[length];
        return _room.AsSpan(0, length);
    }

    private static void Bits(ReadOnlySpan<ulong> from, Span<ulong> to, ReadOnlySpan<int> order)
    {
        for (int first = 0; first < order.Length; first += ValidityBits.PerWord)
        {
            ulong word = 0;
            ReadOnlySpan<int> rows = order.Slice(first, Math.Min(ValidityBits.PerWord, order.Length - first));
            for (int bit = 0; bit < rows.Length; bit++) word |= (from[rows[bit] >> 6] >> (rows[bit] & 63) & 1) << bit;
            to[first >> 6] = word;
        }
    }

    private static void Bytes(ReadOnlySpan<byte> from, Span<byte> to, ReadOnlySpan<int> order)
    {
        for (int row = 0; row < order.Length; row++) to[row] = from[order[row]];
    }

    private static void Shorts(ReadOnlySpan<ushort> from, Span<ushort> to, ReadOnlySpan<int> order)
    {
        for (int row = 0; row < order.Length; row++) to[row] = from[order[row]];
    }

    private static void Ints(ReadOnlySpan<int> from, Span<int> to, ReadOnlySpan<int> order)
    {
        for (int row = 0; row < order.Length; row++) to[row] = from[order[row]];
    }

    private static void Longs(ReadOnlySpan<ulong> from, Span<ulong> to, ReadOnlySpan<int> order)
    {
        for (int row = 0; row < order.Length; row++) to[row] = from[order[row]];
    }
}
