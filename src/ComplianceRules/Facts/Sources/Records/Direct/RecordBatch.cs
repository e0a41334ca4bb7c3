using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Plain records of a text file, one behind the other: no quotes, as many cells as columns, sound UTF-8, no zero byte.</summary>
/// <remarks>Valid until the reader goes on. INVARIANT: there are <see cref="Margin"/> bytes before the first record and behind the last, so that words and vectors may be read over both ends of any cell.</remarks>
/// <param name="bytes">The bytes that the records are in.</param>
/// <param name="ends">The place before the first record, then that of the sign behind each cell.</param>
/// <param name="width">How many cells a record has; two at least.</param>
internal sealed class RecordBatch(byte[] bytes, int[] ends, int width)
{
    /// <summary>The bytes that are there on both sides of the records.</summary>
    public const int Margin = 64;

    /// <summary>How many cells a record has.</summary>
    public int Width => width;

    /// <summary>Room for the cells of a run.</summary>
    public CellScratch Scratch { get; } = new();

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>The line of the first record; each of the others is one line further.</summary>
    public int Line { get; private set; }

    /// <summary>How many signs end a line: 1 for a line feed, 2 where a carriage return stands before it.</summary>
    public int LineEnd { get; private set; }

    /// <summary>The first byte of what cells are found in by <see cref="Ends"/>.</summary>
    public ref byte Bytes => ref MemoryMarshal.GetArrayDataReference(bytes);

    /// <summary>Says which records there are now.</summary>
    public void Take(int count, int line, int lineEnd) => (Count, Line, LineEnd) = (count, line, lineEnd);

    /// <summary>Where the cells of a column end and begin: each begins behind the place given for the one before it.</summary>
    /// <param name="record">The first record.</param>
    /// <param name="column">The column, from 0.</param>
    /// <returns>The place before the cell; that of the sign behind it comes next, and those of the next record after <see cref="Width"/> others.</returns>
    public ref int Ends(int record, int column) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ends), (record * width) + column);

    /// <summary>How many bytes lie between the last byte of a cell and the place that is given for its end.</summary>
    public int GapOf(int column) => column == width - 1 ? LineEnd - 1 : 0;

    /// <summary>The bytes of a cell.</summary>
    /// <param name="record">The record, from 0.</param>
    /// <param name="column">The column, from 0; one that is not there is empty.</param>
    public ReadOnlySpan<byte> Cell(int record, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)record, (uint)Count);
        if (column >= width) return [];
        int at = (record * width) + column;
        return bytes.AsSpan((ends[at] + 1)..(ends[at + 1] - GapOf(column)));
    }

    /// <summary>The bytes of a record, without the end of its line.</summary>
    public ReadOnlySpan<byte> Record(int record)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)record, (uint)Count);
        return bytes.AsSpan((ends[record * width] + 1)..(ends[(record + 1) * width] - LineEnd + 1));
    }

    /// <summary>How many records have the same cell in a column, the first one counted.</summary>
    /// <param name="first">The first record.</param>
    /// <param name="count">The most records to look at, at least 1.</param>
    /// <param name="column">The column, from 0.</param>
    public int CountSame(int first, int count, int column)
    {
        ReadOnlySpan<byte> cell = Cell(first, column);
        if (cell.Length <= Vector128<byte>.Count && column < width && count <= Count - first) return CountSame(ref Ends(first, column), count, cell.Length, GapOf(column));
        int same = 1;
        while (same < count && Cell(first + same, column).SequenceEqual(cell)) same++;
        return same;
    }

    private int CountSame(ref int ends, int count, int length, int gap)
    {
        Vector128<byte> isShown = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
        Vector128<byte> cell = Vector128.LoadUnsafe(ref Bytes, (nuint)(ends + 1));
        int same = 1;
        for (; same < count; same++)
        {
            ends = ref Unsafe.Add(ref ends, width);
            if (Unsafe.Add(ref ends, 1) - ends - 1 - gap != length) break;
            if (((Vector128.LoadUnsafe(ref Bytes, (nuint)(ends + 1)) ^ cell) & isShown) != Vector128<byte>.Zero) break;
        }

        return same;
    }
}
