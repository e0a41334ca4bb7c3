using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>The values of one field while rows are gathered, in narrow cells.</summary>
/// <remarks>For one thread. A row never set is unknown.</remarks>
internal abstract class ColumnBuilder
{
    private readonly ExpectedRows _expected;
    private readonly Dictionary<int, UnknownReason> _reasons = [];
    private readonly CellRoom _known = new(CellKind.Bit);
    private CellRoom _cells;
    private int _room;

    private protected ColumnBuilder(FieldSchema field, CellKind kind, ExpectedRows expected)
    {
        Field = field;
        _expected = expected;
        _cells = new CellRoom(kind);
    }

    /// <summary>The field whose values these are.</summary>
    public FieldSchema Field { get; }

    /// <summary>Whether a row said anything of the field, be it unusable.</summary>
    public bool IsTouched => _room > 0 || _reasons.Count > 0;

    /// <summary>How wide the cells are.</summary>
    protected CellKind Kind => _cells.Kind;

    public bool IsKnown(int row) => (uint)row < (uint)_room && (Unsafe.Add(ref Unsafe.As<byte, ulong>(ref _known.First), row >> 6) >> row & 1) != 0;

    /// <summary>Whether the row says anything of the field, be it unusable.</summary>
    public bool IsGiven(int row) => IsKnown(row) || (_reasons.Count > 0 && _reasons.ContainsKey(row));

    /// <summary>Says that a value was given and cannot be used.</summary>
    public void SetUnknown(int row, UnknownReason reason)
    {
        if (IsKnown(row)) Forget(row);
        _reasons[row] = reason;
    }

    /// <summary>Takes what another builder of the same field holds.</summary>
    /// <param name="from">The other builder.</param>
    /// <param name="rows">For each of its rows, the row here; less than 0 where it is left out.</param>
    public void TakeOver(ColumnBuilder from, ReadOnlySpan<int> rows)
    {
        if (_room == 0) Grow(0);
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row] < 0) continue;
            if (from.IsKnown(row)) Copy(from, row, rows[row]);
            else if (from._reasons.Count > 0 && from._reasons.TryGetValue(row, out UnknownReason reason)) SetUnknown(rows[row], reason);
        }
    }

    /// <summary>The column with its rows in the order of the snapshot; the builder is used up.</summary>
    /// <param name="rows">The order.</param>
    public FactColumn Build(TableLayout rows)
    {
        int length = rows.Builder.Rows.Length;
        if (_room < length) Grow(length - 1);
        if (rows.Reordering is { } order)
        {
            _known.Sort(order, rows.Count);
            _cells.Sort(order, rows.Count);
        }

        CellStore? known = ValidityBits.AreAllSet(_known.Words, rows.Count) ? null : _known.Take(rows.Count);
        Dictionary<int, UnknownReason> reasons = [];
        foreach ((int row, UnknownReason reason) in _reasons)
        {
            rows.Watch.LookAt(reasons.Count);
            if (rows.Number(row) is >= 0 and int number) reasons.Add(number, reason);
        }

        return Make(_cells.Take(rows.Count), known, reasons);
    }

    /// <summary>Takes values of a group of rows that have none yet.</summary>
    /// <param name="first">The first row of the group.</param>
    /// <param name="known">One bit a row: set where there is a value.</param>
    /// <param name="cells">The whole numbers or bits of a group; 0 for rows without a value.</param>
    public virtual void Merge(int first, ulong known, ReadOnlySpan<int> cells)
    {
        KnowGroup(first, known);
        CellMerge.Add(cells, _cells, first);
    }

    /// <summary>Makes values of a group of rows known.</summary>
    protected void KnowGroup(int first, ulong known)
    {
        if (first >= _room) Grow(first);
        _known.Words[first / ValidityBits.PerWord] |= known;
        if (_reasons.Count == 0) return;
        for (ulong rest = known; rest != 0; rest &= rest - 1) _reasons.Remove(first + BitOperations.TrailingZeroCount(rest));
    }

    /// <summary>Takes numbers of double precision of a group of rows that have none yet.</summary>
    protected void MergeDoubles(int first, ulong known, ReadOnlySpan<double> values)
    {
        KnowGroup(first, known);
        Span<double> cells = MemoryMarshal.Cast<byte, double>(_cells.Bytes).Slice(first, ValidityBits.PerWord);
        for (ulong rest = known; rest != 0; rest &= rest - 1) cells[BitOperations.TrailingZeroCount(rest)] = values[BitOperations.TrailingZeroCount(rest)];
    }

    protected abstract FactColumn Make(CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons);

    /// <summary>Sets a row to the known value that a row of another builder of the same field has.</summary>
    /// <param name="from">The other builder.</param>
    /// <param name="row">Its row.</param>
    /// <param name="to">The row here.</param>
    protected abstract void Copy(ColumnBuilder from, int row, int to);

    /// <summary>Makes the value of a row known.</summary>
    /// <returns>The first byte of all cells.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ref byte Know(int row)
    {
        if ((uint)row >= (uint)_room) Grow(row);
        Unsafe.Add(ref Unsafe.As<byte, ulong>(ref _known.First), row >> 6) |= 1UL << row;
        if (_reasons.Count > 0) _reasons.Remove(row);
        return ref _cells.First;
    }

    /// <summary>Puts a whole number into a row's cell; for cells of at most 32 bits, but not for bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void PutWhole(int row, int value)
    {
        ref byte cells = ref Know(row);
        CellKind kind = _cells.Kind;
        if (kind == CellKind.Byte) Unsafe.Add(ref cells, row) = (byte)value;
        else if (kind == CellKind.UInt16) Unsafe.Add(ref Unsafe.As<byte, ushort>(ref cells), row) = (ushort)value;
        else Unsafe.Add(ref Unsafe.As<byte, int>(ref cells), row) = value;
    }

    /// <summary>Puts whole numbers into the cells of rows that have said nothing of the field; for cells of at most 32 bits, but not for bits.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="values">The numbers, at most 64; 0 where they are not known.</param>
    /// <param name="known">A bit for each row whose value is known.</param>
    public void PutRun(int row, ReadOnlySpan<int> values, ulong known)
    {
        if (known == 0) return;
        Span<byte> cells = KnowRun(row, values.Length, known);
        if (Kind == CellKind.Byte) CellNarrowing.ToBytes(values, cells[row..]);
        else if (Kind == CellKind.UInt16) CellNarrowing.ToShorts(values, MemoryMarshal.Cast<byte, ushort>(cells)[row..]);
        else values.CopyTo(MemoryMarshal.Cast<byte, int>(cells)[row..]);
    }

    /// <summary>Makes the values of rows known that have said nothing of the field.</summary>
    /// <returns>All cells.</returns>
    protected Span<byte> KnowRun(int row, int count, ulong known)
    {
        if (row + count > _room) Grow(row + count - 1);
        Put(_known.Words, row, known);
        return _cells.Bytes;
    }

    /// <summary>Puts bits where there are none, from a row on.</summary>
    protected static void Put(Span<ulong> words, int row, ulong bits)
    {
        int shift = row % ValidityBits.PerWord;
        words[row / ValidityBits.PerWord] |= bits << shift;
        ulong rest = shift == 0 ? 0 : bits >> (ValidityBits.PerWord - shift);
        if (rest != 0) words[(row / ValidityBits.PerWord) + 1] |= rest;
    }

    /// <summary>The whole number in the cell of a row whose value is known.</summary>
    protected int WholeAt(int row) => Kind switch
    {
        _ when (uint)row >= (uint)_room => throw new ArgumentOutOfRangeException(nameof(row)),
        CellKind.Byte => Unsafe.Add(ref _cells.First, row),
        CellKind.UInt16 => Unsafe.Add(ref Unsafe.As<byte, ushort>(ref _cells.First), row),
        _ => Unsafe.Add(ref Unsafe.As<byte, int>(ref _cells.First), row),
    };

    /// <summary>Copies the cells of the first rows; for bytes.</summary>
    protected void CopyBytes(Span<byte> to, byte unknown)
    {
        int rows = Math.Min(to.Length, _room);
        _cells.Bytes[..rows].CopyTo(to);
        to[rows..].Fill(unknown);
        for (int first = 0; first < rows; first += ValidityBits.PerWord)
        {
            int count = Math.Min(ValidityBits.PerWord, rows - first);
            ulong missing = ~_known.Words[first / ValidityBits.PerWord] & (ulong.MaxValue >> (ValidityBits.PerWord - count));
            for (; missing != 0; missing &= missing - 1) to[first + BitOperations.TrailingZeroCount(missing)] = unknown;
        }
    }

    /// <summary>Whether the values of the first rows are all known.</summary>
    protected bool AreKnown(int rows) => rows <= _room && ValidityBits.AreAllSet(_known.Words, rows);

    /// <summary>The cells of the first rows, of which there are as many; for bytes.</summary>
    protected ReadOnlyMemory<byte> ByteCells(int rows) => _cells.Take(rows).Memory[..rows];

    /// <summary>Adds the rows whose value may be another than that of the row before.</summary>
    public void AddTo(RowHeads heads, int rows)
    {
        int held = Math.Min(rows, _room);
        heads.Add(held);
        heads.AddBits(_known.Words[..ValidityBits.Words(held)]);
        if (Kind == CellKind.Byte) heads.Add(_cells.Bytes[..held]);
        else if (Kind == CellKind.Int32) heads.Add(MemoryMarshal.Cast<byte, int>(_cells.Bytes)[..held]);
        else heads.AddAll();
    }

    /// <summary>The cell of a row whose value is known, of double precision.</summary>
    protected double DoubleAt(int row) => MemoryMarshal.Cast<byte, double>(_cells.Bytes)[row];

    /// <summary>The bit of a row whose value is known.</summary>
    protected bool BitAt(int row) => ValidityBits.Get(_cells.Words, row);

    /// <summary>The word in the cell of a row whose value is known.</summary>
    protected ulong WordAt(int row) => _cells.Words[row];

    /// <summary>Gives the cells another width.</summary>
    /// <param name="kind">The width.</param>
    /// <param name="convert">Fills the new cells from the old ones.</param>
    protected void Widen(CellKind kind, Action<CellStore, CellRoom> convert)
    {
        CellRoom wide = new(kind);
        wide.Grow(_room);
        convert(_cells.Take(_room), wide);
        _cells = wide;
    }

    private void Grow(int row)
    {
        int rows = _expected.RoomFor(row, _room);
        _known.Grow(rows);
        _cells.Grow(rows);
        _room = rows;
    }

    // INVARIANT: a cell without a known value is zero.
    private void Forget(int row)
    {
        int bits = CellStore.BitsOf(Kind);
        _known.Words[row >> 6] &= ~(1UL << row);
        if (bits == 1) _cells.Words[row >> 6] &= ~(1UL << row);
        else _cells.Bytes.Slice(row * bits / 8, bits / 8).Clear();
    }
}
