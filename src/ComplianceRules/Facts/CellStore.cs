using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>The cells of one column as they lie in memory, one after the other.</summary>
/// <remarks>
/// Immutable once a column has it; may be shared between threads. INVARIANT: the bytes go on with zeros to a whole number of groups of <see cref="RowsOfGroup"/> rows, so that
/// vectors may read past the last row, and a cell without a known value is zero, so that sums need no mask.
/// </remarks>
internal sealed class CellStore
{
    /// <summary>The rows whose bits make one word, and whose narrowest cells one vector of 64 bytes.</summary>
    public const int RowsOfGroup = ValidityBits.PerWord;

    private const int Alignment = 64;
    private const int SmallestAligned = 16 * 1024;
    private const int Unknown = -1;

    private readonly ReadOnlyMemory<byte> _bytes;
    private int _largest = Unknown;

    /// <summary>Takes over bytes that nobody changes any more.</summary>
    /// <param name="kind">How wide the cells are.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="bytes">The cells, padded; see <see cref="Allocate"/>.</param>
    public CellStore(CellKind kind, int count, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < Length(kind, count)) throw new ArgumentException("the cells are not padded to whole groups", nameof(bytes));
        Kind = kind;
        Count = count;
        _bytes = bytes;
    }

    /// <summary>How wide the cells are.</summary>
    public CellKind Kind { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>All bytes, the padding too.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>All bytes, to be kept.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>The largest of all bytes; looked for once.</summary>
    public int LargestByte => _largest == Unknown ? _largest = FindLargest() : _largest;

    /// <summary>The cells as numbers of their kind, the padding too.</summary>
    /// <typeparam name="T">The type of the kind: <c>byte</c>, <c>ushort</c>, <c>int</c>, <c>double</c> or <c>ulong</c>, the last for bits as well.</typeparam>
    public ReadOnlySpan<T> Cells<T>()
        where T : struct => MemoryMarshal.Cast<byte, T>(_bytes.Span);

    /// <summary>How many bits a cell takes.</summary>
    public static int BitsOf(CellKind kind) => kind switch
    {
        CellKind.Bit => 1,
        CellKind.Byte => 8,
        CellKind.UInt16 => 16,
        CellKind.Int32 => 32,
        _ => 64,
    };

    /// <summary>How many bytes the cells of some rows take with their padding.</summary>
    public static int Length(CellKind kind, int count) => checked((int)((long)(count + RowsOfGroup - 1) / RowsOfGroup * RowsOfGroup / 8 * BitsOf(kind)));

    /// <summary>Room for the cells of some rows, all zero; that of many rows begins where a vector may be read at once.</summary>
    public static Memory<byte> Allocate(CellKind kind, int count)
    {
        int length = Length(kind, count);
        if (length < SmallestAligned) return new byte[length];
        byte[] room = GC.AllocateArray<byte>(length + Alignment, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(room, 0);
        return room.AsMemory((int)(-address & (Alignment - 1)), length);
    }

    /// <summary>A copy of cells, padded.</summary>
    /// <typeparam name="T">The type of the kind; see <see cref="Cells"/>.</typeparam>
    /// <param name="kind">How wide the cells are.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="cells">The cells, or the words of bits, at least of all rows.</param>
    public static CellStore Of<T>(CellKind kind, int count, ReadOnlySpan<T> cells)
        where T : struct
    {
        Memory<byte> bytes = Allocate(kind, count);
        cells[..(kind == CellKind.Bit ? ValidityBits.Words(count) : count)].CopyTo(MemoryMarshal.Cast<byte, T>(bytes.Span));
        return new CellStore(kind, count, bytes);
    }

    /// <summary>Whole numbers in the narrowest cells that hold them all.</summary>
    /// <param name="values">The numbers.</param>
    public static CellStore Narrowest(ReadOnlySpan<int> values)
    {
        (int least, int most) = (0, 0);
        foreach (int value in values) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (least < 0 || most > ushort.MaxValue) return Of(CellKind.Int32, values.Length, values);
        return most <= byte.MaxValue ? Narrowed(CellKind.Byte, values, v => (byte)v) : Narrowed(CellKind.UInt16, values, v => (ushort)v);
    }

    /// <summary>The whole number in a row's cell; for cells of at most 32 bits, but not for bits.</summary>
    /// <param name="row">The row, from 0.</param>
    public int Whole(int row) => Kind switch
    {
        CellKind.Byte => _bytes.Span[row],
        CellKind.UInt16 => Cells<ushort>()[row],
        _ => Cells<int>()[row],
    };

    private int FindLargest()
    {
        byte largest = 0;
        ReadOnlySpan<byte> bytes = Bytes;
        int at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<byte> most = Vector256<byte>.Zero;
            for (; at <= bytes.Length - Vector256<byte>.Count; at += Vector256<byte>.Count) most = Vector256.Max(most, Vector256.Create(bytes[at..]));
            for (int lane = 0; lane < Vector256<byte>.Count; lane++) largest = Math.Max(largest, most[lane]);
        }

        for (; at < bytes.Length; at++) largest = Math.Max(largest, bytes[at]);
        return largest;
    }

    private static CellStore Narrowed<T>(CellKind kind, ReadOnlySpan<int> values, Func<int, T> narrow)
        where T : struct
    {
        Memory<byte> bytes = Allocate(kind, values.Length);
        Span<T> cells = MemoryMarshal.Cast<byte, T>(bytes.Span);
        for (int row = 0; row < values.Length; row++) cells[row] = narrow(values[row]);
        return new CellStore(kind, values.Length, bytes);
    }
}
