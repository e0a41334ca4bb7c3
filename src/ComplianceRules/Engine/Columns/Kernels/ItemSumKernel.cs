using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>Sums of the narrow cells of each row's items: the items of a short list at once, those of a long one 64 at a time.</summary>
/// <remarks>Cells are given from one whose place is 0 on, in whole groups of 64.</remarks>
internal static class ItemSumKernel
{
    // A vector of cells; a list as short is read as one.
    private const int FewBytes = 32;
    private const int FewUInt16s = 32;

    // Sums of as many cells of 16 bits stay within 32 bits in each lane.
    private const int UInt16sOfAStretch = 1 << 16;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>The sums of bytes.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="sums">Takes the sums.</param>
    public static void Bytes(ReadOnlySpan<byte> cells, ItemPlaces places, Span<double> sums)
    {
        ref byte first = ref MemoryMarshal.GetReference(cells);
        ReadOnlySpan<int> starts = places.From[..sums.Length];
        ReadOnlySpan<int> ends = places.To[..sums.Length];
        for (int row = 0; row < sums.Length; row++)
        {
            int from = starts[row];
            int items = ends[row] - from;
            sums[row] = items <= FewBytes && from <= cells.Length - FewBytes
                ? Sum(Vector256.LoadUnsafe(ref first, (nuint)from) & ItemMask.First(items))
                : Many(cells, from, from + items);
        }
    }

    /// <summary>The sums of cells of 16 bits.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="sums">Takes the sums.</param>
    public static void UInt16s(ReadOnlySpan<ushort> cells, ItemPlaces places, Span<double> sums)
    {
        ref ushort first = ref MemoryMarshal.GetReference(cells);
        ReadOnlySpan<int> starts = places.From[..sums.Length];
        ReadOnlySpan<int> ends = places.To[..sums.Length];
        for (int row = 0; row < sums.Length; row++)
        {
            int from = starts[row];
            int items = ends[row] - from;
            sums[row] = items <= FewUInt16s && from <= cells.Length - FewUInt16s
                ? Vector256.Sum(Pairs(Vector256.LoadUnsafe(ref first, (nuint)from) & ItemMask.FirstUInt16(items))
                    + Pairs(Vector256.LoadUnsafe(ref first, (nuint)from + 16) & ItemMask.FirstUInt16(items - 16)))
                : Many(cells, from, from + items);
        }
    }

    /// <summary>The sum of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector256<byte> cells)
    {
        Vector256<long> sums = Avx2.SumAbsoluteDifferences(cells, Vector256<byte>.Zero).AsInt64();
        Vector128<long> halves = sums.GetLower() + sums.GetUpper();
        return halves.GetElement(0) + halves.GetElement(1);
    }

    // Whole groups of 64, which a vector reads at once; of the first and the last only the items between the places.
    private static long Many(ReadOnlySpan<byte> cells, int from, int to)
    {
        if (from >= to) return 0;
        ref byte first = ref MemoryMarshal.GetReference(cells);
        int at = from & ~63;
        Vector256<long> sums = Part(ref first, at, from, to) + Part(ref first, at + 32, from, to);
        at += 64;
        if (Avx512BW.IsSupported)
        {
            Vector512<long> wide = Vector512<long>.Zero;
            for (; at + 64 <= to; at += 64) wide += Avx512BW.SumAbsoluteDifferences(Vector512.LoadUnsafe(ref first, (nuint)at), Vector512<byte>.Zero).AsInt64();
            sums += wide.GetLower() + wide.GetUpper();
        }

        for (; at + 32 <= to; at += 32) sums += Avx2.SumAbsoluteDifferences(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256<byte>.Zero).AsInt64();
        if (at < to) sums += Part(ref first, at, from, to);
        return Vector256.Sum(sums);
    }

    private static Vector256<long> Part(ref byte first, int at, int from, int to) =>
        Avx2.SumAbsoluteDifferences(Vector256.LoadUnsafe(ref first, (nuint)at) & ItemMask.Between(from - at, to - at), Vector256<byte>.Zero).AsInt64();

    private static long Many(ReadOnlySpan<ushort> cells, int from, int to)
    {
        ref ushort first = ref MemoryMarshal.GetReference(cells);
        long sum = 0;
        while (from < to)
        {
            int end = Math.Min(to, (from & ~63) + UInt16sOfAStretch);
            int at = from & ~63;
            Vector256<uint> sums = Vector256<uint>.Zero;
            for (int group = at + 64; at < group; at += 16) sums += Part(ref first, at, from, end);
            for (; at + 16 <= end; at += 16) sums += Pairs(Vector256.LoadUnsafe(ref first, (nuint)at));
            if (at < end) sums += Part(ref first, at, from, end);
            sum += Total(sums);
            from = end;
        }

        return sum;
    }

    private static Vector256<uint> Part(ref ushort first, int at, int from, int to) =>
        Pairs(Vector256.LoadUnsafe(ref first, (nuint)at) & Vector256.AndNot(ItemMask.FirstUInt16(Math.Clamp(to - at, 0, 16)), ItemMask.FirstUInt16(Math.Clamp(from - at, 0, 16))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Pairs(Vector256<ushort> cells) => (cells.AsUInt32() & Vector256.Create((uint)ushort.MaxValue)) + Vector256.ShiftRightLogical(cells.AsUInt32(), 16);

    private static long Total(Vector256<uint> sums)
    {
        (Vector256<ulong> lower, Vector256<ulong> upper) = Vector256.Widen(sums);
        return (long)Vector256.Sum(lower + upper);
    }
}
