using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>The cells of one column, or one bit a row, while rows are gathered: where they will lie in the snapshot.</summary>
/// <param name="kind">How wide the cells are.</param>
internal sealed class CellRoom(CellKind kind)
{
    private byte[] _bytes = [];
    private int _start;

    /// <summary>How wide the cells are.</summary>
    public CellKind Kind => kind;

    /// <summary>For how many rows there is room.</summary>
    public int Rows { get; private set; }

    /// <summary>The first byte; there are as many as the room takes, and nobody checks that.</summary>
    public ref byte First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), _start);

    /// <summary>All cells.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(_start, CellStore.Length(kind, Rows));

    /// <summary>The cells as words; for bits, and cells of 64 bits.</summary>
    public Span<ulong> Words => MemoryMarshal.Cast<byte, ulong>(Bytes);

    /// <summary>Makes room; what is there is kept.</summary>
    /// <param name="rows">For so many rows.</param>
    public void Grow(int rows)
    {
        Memory<byte> room = CellStore.Allocate(kind, rows);
        Bytes.CopyTo(room.Span);
        MemoryMarshal.TryGetArray(room, out ArraySegment<byte> segment);
        (_bytes, _start, Rows) = (segment.Array!, segment.Offset, rows);
    }

    /// <summary>Brings the cells into another order; those from a row on are emptied.</summary>
    /// <param name="order">The order.</param>
    /// <param name="count">How many rows keep their cells.</param>
    public void Sort(RowReordering order, int count)
    {
        order.Sort(Bytes, kind);
        if (kind != CellKind.Bit) Bytes[(int)((long)count * CellStore.BitsOf(kind) / 8)..].Clear();
        else for (int row = count; row < Rows; row++) Words[row >> 6] &= ~(1UL << row);
    }

    /// <summary>The cells for a column; nobody may change them any more.</summary>
    /// <param name="count">How many rows there are; at most as many as there is room for.</param>
    public CellStore Take(int count) => new(kind, count, _bytes.AsMemory(_start, CellStore.Length(kind, count)));
}
