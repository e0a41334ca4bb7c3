using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>What is made of the items of one list whose cells are bytes, 64 items at once.</summary>
internal static class ByteItems
{
    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported && Sse41.IsSupported;

    /// <summary>The sum.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="counted">The items that count.</param>
    /// <param name="from">The first item.</param>
    /// <param name="to">The item after the last.</param>
    public static long Sum(ReadOnlySpan<byte> cells, ReadOnlySpan<ulong> counted, int from, int to)
    {
        ref byte first = ref MemoryMarshal.GetReference(cells);
        Vector512<ulong> sums = Vector512<ulong>.Zero;
        for (int word = from >> 6; word << 6 < to; word++)
            sums += Avx512BW.SumAbsoluteDifferences(Cells(ref first, counted, word, (from, to)), Vector512<byte>.Zero).AsUInt64();
        return (long)Vector512.Sum(sums);
    }

    /// <summary>The least; 255 of no items.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="counted">The items that count.</param>
    /// <param name="from">The first item.</param>
    /// <param name="to">The item after the last.</param>
    public static int Least(ReadOnlySpan<byte> cells, ReadOnlySpan<ulong> counted, int from, int to) => Least(cells, counted, (from, to), 0);

    /// <summary>The largest; 0 of no items.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="counted">The items that count.</param>
    /// <param name="from">The first item.</param>
    /// <param name="to">The item after the last.</param>
    public static int Largest(ReadOnlySpan<byte> cells, ReadOnlySpan<ulong> counted, int from, int to) => byte.MaxValue - Least(cells, counted, (from, to), byte.MaxValue);

    /// <summary>The item at a place in ascending order.</summary>
    /// <param name="cells">The cells of all items.</param>
    /// <param name="counted">The items that count.</param>
    /// <param name="items">The first item and the one after the last.</param>
    /// <param name="rank">The place, from 1; at most as many as count.</param>
    public static int OfRank(ReadOnlySpan<byte> cells, ReadOnlySpan<ulong> counted, (int From, int To) items, int rank)
    {
        // Bit by bit from the highest: the result is the least value that enough items do not exceed.
        ref byte first = ref MemoryMarshal.GetReference(cells);
        int below = 0;
        for (int step = 128; step > 0; step >>= 1)
        {
            Vector512<byte> bound = Vector512.Create((byte)(below + step - 1));
            int count = 0;
            for (int word = items.From >> 6; word << 6 < items.To; word++)
            {
                ulong within = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)word * 64), bound).ExtractMostSignificantBits();
                count += BitOperations.PopCount(within & ItemMask.Word(counted, word, items.From, items.To));
            }

            if (count < rank) below += step;
        }

        return below;
    }

    private static int Least(ReadOnlySpan<byte> cells, ReadOnlySpan<ulong> counted, (int From, int To) items, byte flip)
    {
        ref byte first = ref MemoryMarshal.GetReference(cells);
        Vector512<byte> least = Vector512<byte>.AllBitsSet;
        Vector512<byte> flips = Vector512.Create(flip);
        for (int word = items.From >> 6; word << 6 < items.To; word++)
        {
            Vector512<byte> values = Vector512.LoadUnsafe(ref first, (nuint)word * 64) ^ flips;
            least = Vector512.Min(least, values | ~ItemMask.Bytes(ItemMask.Word(counted, word, items.From, items.To)));
        }

        Vector256<byte> half = Vector256.Min(least.GetLower(), least.GetUpper());
        Vector128<byte> quarter = Vector128.Min(half.GetLower(), half.GetUpper());
        Vector128<ushort> pairs = Vector128.Min(quarter, Vector128.ShiftRightLogical(quarter.AsUInt16(), 8).AsByte()).AsUInt16() & Vector128.Create((ushort)byte.MaxValue);
        return Sse41.MinHorizontal(pairs).ToScalar();
    }

    private static Vector512<byte> Cells(ref byte first, ReadOnlySpan<ulong> counted, int word, (int From, int To) items)
    {
        Vector512<byte> values = Vector512.LoadUnsafe(ref first, (nuint)word * 64);
        return values & ItemMask.Bytes(ItemMask.Word(counted, word, items.From, items.To));
    }
}
