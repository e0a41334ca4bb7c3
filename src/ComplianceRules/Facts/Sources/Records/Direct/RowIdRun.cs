using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The ids of plain records, below one parent.</summary>
/// <param name="batch">What they are in.</param>
/// <param name="first">The first record.</param>
/// <param name="count">How many they are.</param>
/// <param name="column">The column of the ids, from 0.</param>
internal readonly ref struct RowIdRun(RecordBatch batch, int first, int count, int column)
{
    private const ulong Percents = 0x2525252525252525;

    private readonly ref byte _bytes = ref batch.Bytes;
    private readonly ref int _ends = ref batch.Ends(first, column);
    private readonly int _gap = batch.GapOf(column);

    /// <summary>How many they are.</summary>
    public int Count => count;

    /// <summary>The bytes of an id.</summary>
    /// <param name="at">The record, from the first.</param>
    public ReadOnlySpan<byte> this[int at] => batch.Cell(first + at, column);

    /// <summary>An id of at most eight bytes as a number, its first byte highest.</summary>
    /// <param name="at">The record, from the first.</param>
    /// <param name="head">The id.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <returns>Whether it is that short, and an id as it stands wherever that text is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryHead(int at, out ulong head, out int length)
    {
        ref int ends = ref Unsafe.Add(ref _ends, at * batch.Width);
        int start = ends + 1;
        length = Unsafe.Add(ref ends, 1) - _gap - start;
        head = 0;
        if (length is 0 or > CellWord.Most) return false;
        ulong word = CellWord.First(ref Unsafe.Add(ref _bytes, start), length);
        head = BinaryPrimitives.ReverseEndianness(word) >> ((CellWord.Most - length) * 8);
        // A text with a per cent sign stands for one with another sign, or for more than itself.
        ulong percents = word ^ Percents;
        return ((percents - 0x0101010101010101) & ~percents & 0x8080808080808080) == 0;
    }
}
