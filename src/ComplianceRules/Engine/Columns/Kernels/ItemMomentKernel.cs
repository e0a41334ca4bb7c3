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

    // So many products of one lane stay within 31 bits.
    private const int ItemsOfAStretch = 32 * 100;

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

    private static (long Sum, long Squares) Many(ref byte first, int from, int to)
    {
        (long sum, long squares) = (0, 0);
        while (from < to)
        {
            int at = from & ~31;
            int end = Math.Min(to, at + ItemsOfAStretch);
            (Vector256<long> sums, Vector256<int> parts) = (Vector256<long>.Zero, Vector256<int>.Zero);
            for (; at < end; at += 32)
            {
                Vector256<byte> x = Load(ref first, at, from, end);
                sums += Avx2.SumAbsoluteDifferences(x, Vector256<byte>.Zero).AsInt64();
                parts += Squares(x);
            }

            (sum, squares, from) = (sum + Vector256.Sum(sums), squares + Total(parts), end);
        }

        return (sum, squares);
    }

    private static (long Weights, long Sum, long Squares) Many(ref byte first, ref byte firstWeight, int from, int to)
    {
        (long weight, long sum, long squares) = (0, 0, 0);
        while (from < to)
        {
            int at = from & ~31;
            int end = Math.Min(to, at + ItemsOfAStretch);
            (Vector256<long> weights, Vector256<long> plain, Vector256<int> sums, Vector256<int> parts) = (Vector256<long>.Zero, Vector256<long>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
            for (; at < end; at += 32)
            {
                Vector256<byte> x = Load(ref first, at, from, end);
                Vector256<byte> w = Load(ref firstWeight, at, from, end);
                (Vector256<int> products, Vector256<int> shifted) = Products(x, w);
                weights += Avx2.SumAbsoluteDifferences(w, Vector256<byte>.Zero).AsInt64();
                plain += Avx2.SumAbsoluteDifferences(x, Vector256<byte>.Zero).AsInt64();
                (sums, parts) = (sums + products, parts + shifted);
            }

            (weight, sum, from) = (weight + Vector256.Sum(weights), sum + Total(sums), end);
            squares += Total(parts) + (Shift * Vector256.Sum(plain));
        }

        return (weight, sum, squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(ref byte first, int at, int from, int to)
    {
        Vector256<byte> cells = Vector256.LoadUnsafe(ref first, (nuint)at);
        return at >= from && at + 32 <= to ? cells : cells & ItemMask.Between(from - at, to - at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Squares(Vector256<byte> x)
    {
        (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(x);
        return Avx2.MultiplyAddAdjacent(lower.AsInt16(), lower.AsInt16()) + Avx2.MultiplyAddAdjacent(upper.AsInt16(), upper.AsInt16());
    }

    // The weighted numbers, and those less the shift times the numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Products, Vector256<int> Shifted) Products(Vector256<byte> x, Vector256<byte> w)
    {
        (Vector256<ushort> lowerX, Vector256<ushort> upperX) = Vector256.Widen(x);
        (Vector256<ushort> lowerW, Vector256<ushort> upperW) = Vector256.Widen(w);
        Vector256<ushort> shift = Vector256.Create((ushort)Shift);
        Vector256<int> products = Avx2.MultiplyAddAdjacent(lowerX.AsInt16(), lowerW.AsInt16()) + Avx2.MultiplyAddAdjacent(upperX.AsInt16(), upperW.AsInt16());
        Vector256<int> shifted = Avx2.MultiplyAddAdjacent(((lowerX * lowerW) ^ shift).AsInt16(), lowerX.AsInt16()) + Avx2.MultiplyAddAdjacent(((upperX * upperW) ^ shift).AsInt16(), upperX.AsInt16());
        return (products, shifted);
    }

    private static long Total(Vector256<int> parts)
    {
        (Vector256<long> lower, Vector256<long> upper) = Vector256.Widen(parts);
        return Vector256.Sum(lower + upper);
    }
}
