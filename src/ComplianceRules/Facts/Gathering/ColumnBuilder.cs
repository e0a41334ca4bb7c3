using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The values of one field while rows are gathered: in narrow cells, piece by piece.</summary>
/// <remarks>For one thread. Rows never set are unknown and take no room beyond that of their piece.</remarks>
internal abstract class ColumnBuilder
{
    private static readonly ColumnChunk None = new(0);

    private readonly List<ColumnChunk?> _chunks = [];
    private readonly Dictionary<int, UnknownReason> _reasons = [];
    private ColumnChunk _current = None;
    private int _at = -1;

    private protected ColumnBuilder(FieldSchema field, CellKind kind) => (Field, Kind) = (field, kind);

    /// <summary>The field whose values these are.</summary>
    public FieldSchema Field { get; }

    /// <summary>Whether a row said anything of the field, be it unusable.</summary>
    public bool IsTouched => _chunks.Count > 0 || _reasons.Count > 0;

    /// <summary>How wide the cells are.</summary>
    protected CellKind Kind { get; private set; }

    public bool IsKnown(int row) => ChunkOf(row) is { } chunk && ValidityBits.Get(chunk.Known, row & RowChunks.Mask);

    /// <summary>Whether the row says anything of the field, be it unusable.</summary>
    public bool IsGiven(int row) => IsKnown(row) || _reasons.ContainsKey(row);

    /// <summary>Says that a value was given and cannot be used.</summary>
    public void SetUnknown(int row, UnknownReason reason)
    {
        _reasons[row] = reason;
        if (!IsKnown(row)) return;
        Clear(row);
        Open(row).Known[(row & RowChunks.Mask) / ValidityBits.PerWord] &= ~(1UL << (row % ValidityBits.PerWord));
    }

    /// <summary>The column with its rows in the order of the snapshot; the builder is used up.</summary>
    /// <param name="rows">The order.</param>
    public FactColumn Build(TableLayout rows)
    {
        ReadOnlySpan<int> order = rows.Order;
        ulong[] known = new ulong[ValidityBits.Words(order.Length)];
        Dictionary<int, UnknownReason> reasons = [];
        Memory<byte> cells = CellStore.Allocate(Kind, order.Length);
        for (int row = 0; row < order.Length; row++)
        {
            if (IsKnown(order[row]))
            {
                ValidityBits.Set(known, row);
                Copy(order[row], cells.Span, row);
            }
            else if (_reasons.TryGetValue(order[row], out UnknownReason reason)) reasons[row] = reason;
        }

        CellStore? partial = ValidityBits.AreAllSet(known, order.Length) ? null : CellStore.Of<ulong>(CellKind.Bit, order.Length, known);
        return Make(new CellStore(Kind, order.Length, cells), partial, reasons);
    }

    protected abstract FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons);

    /// <summary>The piece of a row, to put a value into that is known from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ColumnChunk Know(int row)
    {
        ColumnChunk chunk = row >> RowChunks.Shift == _at ? _current : Open(row);
        chunk.Known[(row & RowChunks.Mask) / ValidityBits.PerWord] |= 1UL << (row % ValidityBits.PerWord);
        if (_reasons.Count > 0) _reasons.Remove(row);
        return chunk;
    }

    /// <summary>Puts a whole number into a row's cell; for cells of at most 32 bits, but not for bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void PutWhole(int row, int value)
    {
        byte[] cells = Know(row).Cells;
        int at = row & RowChunks.Mask;
        if (Kind == CellKind.Byte) cells[at] = (byte)value;
        else if (Kind == CellKind.UInt16) Unsafe.WriteUnaligned(ref cells[at * sizeof(ushort)], (ushort)value);
        else Unsafe.WriteUnaligned(ref cells[at * sizeof(int)], value);
    }

    /// <summary>The whole number in the cell of a row whose value is known.</summary>
    protected int WholeAt(int row)
    {
        byte[] cells = ChunkOf(row)!.Cells;
        int at = row & RowChunks.Mask;
        return Kind switch
        {
            CellKind.Byte => cells[at],
            CellKind.UInt16 => Unsafe.ReadUnaligned<ushort>(ref cells[at * sizeof(ushort)]),
            _ => Unsafe.ReadUnaligned<int>(ref cells[at * sizeof(int)]),
        };
    }

    /// <summary>The piece of a row; null where no row of it was ever known.</summary>
    protected ColumnChunk? ChunkOf(int row)
    {
        int at = row >> RowChunks.Shift;
        return at == _at ? _current : at < _chunks.Count ? _chunks[at] : null;
    }

    /// <summary>Makes cells wider that hold whole numbers.</summary>
    protected void Widen(CellKind kind, Func<int, double>? numberOf)
    {
        List<ColumnChunk?> narrow = [.. _chunks];
        CellKind before = Kind;
        (Kind, _at, _current) = (kind, -1, None);
        for (int at = 0; at < narrow.Count; at++)
        {
            if (narrow[at] is not { } from) continue;
            ColumnChunk to = new(CellStore.BitsOf(kind));
            from.Known.CopyTo(to.Known, 0);
            CellStore cells = new(before, RowChunks.Rows, from.Cells);
            for (int row = 0; row < RowChunks.Rows; row++)
            {
                if (numberOf is not null) Unsafe.WriteUnaligned(ref to.Cells[row * sizeof(double)], numberOf(cells.Whole(row)));
                else if (kind == CellKind.UInt16) Unsafe.WriteUnaligned(ref to.Cells[row * sizeof(ushort)], (ushort)cells.Whole(row));
                else Unsafe.WriteUnaligned(ref to.Cells[row * sizeof(int)], cells.Whole(row));
            }

            _chunks[at] = to;
        }
    }

    private ColumnChunk Open(int row)
    {
        int at = row >> RowChunks.Shift;
        while (_chunks.Count <= at) _chunks.Add(null);
        (_current, _at) = (_chunks[at] ??= new ColumnChunk(CellStore.BitsOf(Kind)), at);
        return _current;
    }

    private void Clear(int row)
    {
        byte[] cells = ChunkOf(row)!.Cells;
        int at = row & RowChunks.Mask;
        int bits = CellStore.BitsOf(Kind);
        if (bits == 1) cells[at / 8] &= (byte)~(1 << (at % 8));
        else cells.AsSpan(at * bits / 8, bits / 8).Clear();
    }

    private void Copy(int from, Span<byte> cells, int to)
    {
        byte[] chunk = ChunkOf(from)!.Cells;
        int at = from & RowChunks.Mask;
        int bytes = CellStore.BitsOf(Kind) / 8;
        if (bytes > 0) chunk.AsSpan(at * bytes, bytes).CopyTo(cells[(to * bytes)..]);
        else if ((chunk[at / 8] >> (at % 8) & 1) != 0) cells[to / 8] |= (byte)(1 << (to % 8));
    }
}
