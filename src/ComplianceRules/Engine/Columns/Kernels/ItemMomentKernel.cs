using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>Sums of the bytes of each row's items and of their squares, weighted by other bytes or not; exact.</summary>
/// <remarks>Cells are given from one whose place is 0 on, in whole groups of 64. Of 10 million items the largest sum is below 2^53.</remarks>
internal static class ItemMomentKernel
{
    private const int Few = 32;

    // So many products of one lane stay within 31 bits, at the least registers.
    private const int ItemsOfAStretch = 32 * 56;

    // Products of two bytes have 16 bits; less this they are signed, as the instruction that multiplies and adds takes them.
    private const int Shift = 1 << 15;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>The sums of numbers and of their squares; the weights are not written.</summary>
    /// <param name="cells">The numbers; 0 for an item that does not count.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="into">Takes the sums.</param>
    public static void Plain(ReadOnlySpan<byte> cells, ItemPlaces places, MomentRoom into)
    {
        ref byte first = ref MemoryMarshal.GetReference(cells);
        Span<double> sums = into.Sums;
        Span<double> squares = into.Squares[..sums.Length];
        for (int row = 0; row < sums.Length; row++)
        {
            (int from, int to) = (places.From[row], places.To[row]);
            if (to - from <= Few && from <= cells.Length - Few)
            {
                Vector256<byte> x = Vector256.LoadUnsafe(ref first, (nuint)from) & ItemMask.First(to - from);
                (sums[row], squares[row]) = (ItemSumKernel.Sum(x), Vector256.Sum(Squares(x)));
            }
            else
            {
                (sums[row], squares[row]) = Many(ref first, from, to);
            }
        }
    }

    /// <summary>The sums of weights, of weighted numbers and of their weighted squares.</summary>
    /// <param name="cells">The numbers.</param>
    /// <param name="weights">The weights; 0 for an item that does not count.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="into">Takes the sums.</param>
    public static void Weighted(ReadOnlySpan<byte> cells, ReadOnlySpan<byte> weights, ItemPlaces places, MomentRoom into)
    {
        ref byte first = ref MemoryMarshal.GetReference(cells);
        ref byte firstWeight = ref MemoryMarshal.GetReference(weights);
        int last = Math.Min(cells.Length, weights.Length) - Few;
        Span<double> sums = into.Sums;
        Span<double> squares = into.Squares[..sums.Length];
        Span<double> all = into.Weights[..sums.Length];
        for (int row = 0; row < sums.Length; row++)
        {
            (int from, int to) = (places.From[row], places.To[row]);
            if (to - from <= Few && from <= last)
            {
                Vector256<byte> mask = ItemMask.First(to - from);
                Vector256<byte> x = Vector256.LoadUnsafe(ref first, (nuint)from) & mask;
                Vector256<byte> w = Vector256.LoadUnsafe(ref firstWeight, (nuint)from) & mask;
                (Vector256<int> products, Vector256<int> shifted) = Products(x, w);
                all[row] = ItemSumKernel.Sum(w);
                sums[row] = Vector256.Sum(products);
                squares[row] = Vector256.Sum(shifted) + (Shift * ItemSumKernel.Sum(x));
            }
            else
            {
                (all[row], sums[row], squares[row]) = Many(ref first, ref firstWeight, from, to);
            }
        }
    }

    // Whole groups of 64, which a vector reads at once; of the first and the last only the items between the places.
    private static (long Sum, long Squares) Many(ref byte first, int from, int to)
    {
        (long sum, long squares) = (0, 0);
        while (from < to)
        {
            int end = Math.Min(to, (from & ~63) + ItemsOfAStretch);
            (long sumOfStretch, long squaresOfStretch) = Avx512BW.IsSupported ? Stretch512(ref first, from, end) : Stretch256(ref first, from, end);
            (sum, squares, from) = (sum + sumOfStretch, squares + squaresOfStretch, end);
        }

        return (sum, squares);
    }

    private static (long Weights, long Sum, long Squares) Many(ref byte first, ref byte firstWeight, int from, int to)
    {
        (long weights, long sum, long squares) = (0, 0, 0);
        while (from < to)
        {
            int end = Math.Min(to, (from & ~63) + ItemsOfAStretch);
            (long weightsOfStretch, long sumOfStretch, long squaresOfStretch) =
                Avx512BW.IsSupported ? Stretch512(ref first, ref firstWeight, from, end) : Stretch256(ref first, ref firstWeight, from, end);
            (weights, sum, squares, from) = (weights + weightsOfStretch, sum + sumOfStretch, squares + squaresOfStretch, end);
        }

        return (weights, sum, squares);
    }

    private static (long Sum, long Squares) Stretch512(ref byte first, int from, int to)
    {
        (Vector512<long> sums, Vector512<int> parts) = (Vector512<long>.Zero, Vector512<int>.Zero);
        for (int at = from & ~63; at < to; at += 64)
        {
            Vector512<byte> x = Load512(ref first, at, from, to);
            sums += Avx512BW.SumAbsoluteDifferences(x, Vector512<byte>.Zero).AsInt64();
            (Vector512<short> even, Vector512<short> odd) = Split(x);
            parts += Avx512BW.MultiplyAddAdjacent(even, even) + Avx512BW.MultiplyAddAdjacent(odd, odd);
        }

        return (Vector512.Sum(sums), Total(parts));
    }

    private static (long Sum, long Squares) Stretch256(ref byte first, int from, int to)
    {
        (Vector256<long> sums, Vector256<int> parts) = (Vector256<long>.Zero, Vector256<int>.Zero);
        for (int at = from & ~31; at < to; at += 32)
        {
            Vector256<byte> x = Load256(ref first, at, from, to);
            sums += Avx2.SumAbsoluteDifferences(x, Vector256<byte>.Zero).AsInt64();
            parts += Squares(x);
        }

        return (Vector256.Sum(sums), Total(parts));
    }

    private static (long Weights, long Sum, long Squares) Stretch512(ref byte first, ref byte firstWeight, int from, int to)
    {
        (Vector512<long> weights, Vector512<long> plain) = (Vector512<long>.Zero, Vector512<long>.Zero);
        (Vector512<int> sums, Vector512<int> parts) = (Vector512<int>.Zero, Vector512<int>.Zero);
        Vector512<ushort> shift = Vector512.Create((ushort)Shift);
        for (int at = from & ~63; at < to; at += 64)
        {
            Vector512<byte> x = Load512(ref first, at, from, to);
            Vector512<byte> w = Load512(ref firstWeight, at, from, to);
            weights += Avx512BW.SumAbsoluteDifferences(w, Vector512<byte>.Zero).AsInt64();
            plain += Avx512BW.SumAbsoluteDifferences(x, Vector512<byte>.Zero).AsInt64();
            (Vector512<short> evenX, Vector512<short> oddX) = Split(x);
            (Vector512<short> evenW, Vector512<short> oddW) = Split(w);
            sums += Avx512BW.MultiplyAddAdjacent(evenX, evenW) + Avx512BW.MultiplyAddAdjacent(oddX, oddW);
            parts += Avx512BW.MultiplyAddAdjacent(((evenX * evenW).AsUInt16() ^ shift).AsInt16(), evenX) + Avx512BW.MultiplyAddAdjacent(((oddX * oddW).AsUInt16() ^ shift).AsInt16(), oddX);
        }

        return (Vector512.Sum(weights), Total(sums), Total(parts) + (Shift * Vector512.Sum(plain)));
    }

    private static (long Weights, long Sum, long Squares) Stretch256(ref byte first, ref byte firstWeight, int from, int to)
    {
        (Vector256<long> weights, Vector256<long> plain) = (Vector256<long>.Zero, Vector256<long>.Zero);
        (Vector256<int> sums, Vector256<int> parts) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (int at = from & ~31; at < to; at += 32)
        {
            Vector256<byte> x = Load256(ref first, at, from, to);
            Vector256<byte> w = Load256(ref firstWeight, at, from, to);
            (Vector256<int> products, Vector256<int> shifted) = Products(x, w);
            weights += Avx2.SumAbsoluteDifferences(w, Vector256<byte>.Zero).AsInt64();
            plain += Avx2.SumAbsoluteDifferences(x, Vector256<byte>.Zero).AsInt64();
            (sums, parts) = (sums + products, parts + shifted);
        }

        return (Vector256.Sum(weights), Total(sums), Total(parts) + (Shift * Vector256.Sum(plain)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Load512(ref byte first, int at, int from, int to)
    {
        Vector512<byte> cells = Vector512.LoadUnsafe(ref first, (nuint)at);
        return at >= from && at + 64 <= to ? cells : cells & ItemMask.Between512(from - at, to - at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load256(ref byte first, int at, int from, int to)
    {
        Vector256<byte> cells = Vector256.LoadUnsafe(ref first, (nuint)at);
        return at >= from && at + 32 <= to ? cells : cells & ItemMask.Between(from - at, to - at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Squares(Vector256<byte> x)
    {
        (Vector256<short> even, Vector256<short> odd) = Split(x);
        return Avx2.MultiplyAddAdjacent(even, even) + Avx2.MultiplyAddAdjacent(odd, odd);
    }

    // The weighted numbers, and their squares less the shift times the numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Products, Vector256<int> Shifted) Products(Vector256<byte> x, Vector256<byte> w)
    {
        (Vector256<short> evenX, Vector256<short> oddX) = Split(x);
        (Vector256<short> evenW, Vector256<short> oddW) = Split(w);
        Vector256<ushort> shift = Vector256.Create((ushort)Shift);
        Vector256<int> products = Avx2.MultiplyAddAdjacent(evenX, evenW) + Avx2.MultiplyAddAdjacent(oddX, oddW);
        Vector256<int> shifted = Avx2.MultiplyAddAdjacent(((evenX * evenW).AsUInt16() ^ shift).AsInt16(), evenX) + Avx2.MultiplyAddAdjacent(((oddX * oddW).AsUInt16() ^ shift).AsInt16(), oddX);
        return (products, shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<short> Even, Vector512<short> Odd) Split(Vector512<byte> cells) =>
        ((cells.AsUInt16() & Vector512.Create((ushort)byte.MaxValue)).AsInt16(), Vector512.ShiftRightLogical(cells.AsUInt16(), 8).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<short> Even, Vector256<short> Odd) Split(Vector256<byte> cells) =>
        ((cells.AsUInt16() & Vector256.Create((ushort)byte.MaxValue)).AsInt16(), Vector256.ShiftRightLogical(cells.AsUInt16(), 8).AsInt16());

    private static long Total(Vector512<int> parts)
    {
        (Vector512<long> lower, Vector512<long> upper) = Vector512.Widen(parts);
        return Vector512.Sum(lower + upper);
    }

    private static long Total(Vector256<int> parts)
    {
        (Vector256<long> lower, Vector256<long> upper) = Vector256.Widen(parts);
        return Vector256.Sum(lower + upper);
    }
}
