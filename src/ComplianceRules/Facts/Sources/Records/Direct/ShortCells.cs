using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>The cells of a run of one column that have at most four bytes, eight at a time; most numbers are that short.</summary>
internal static class ShortCells
{
    /// <summary>How many cells go at a time.</summary>
    public const int Cells = 8;

    /// <summary>The longest such cells.</summary>
    public const int Most = sizeof(uint);

    private const uint OnePlace = 0x00FF0000;
    private const uint TwoPlaces = 0x0000FF00;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Loads the last four bytes of each cell, and its length.</summary>
    /// <param name="run">The records.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="words">Takes the bytes, those before shorter cells too; there is room for the most cells of a run.</param>
    /// <param name="lengths">Takes the lengths, and zeros behind them.</param>
    public static void Load(CellRun run, int column, Span<uint> words, Span<int> lengths)
    {
        ref byte bytes = ref run.Batch.Bytes;
        ref int ends = ref run.Batch.Ends(run.First, column);
        (int width, int gap) = (run.Batch.Width, run.Batch.GapOf(column));
        lengths[run.Count..].Clear();
        ref uint word = ref MemoryMarshal.GetReference(words[..run.Count]);
        ref int length = ref MemoryMarshal.GetReference(lengths[..run.Count]);
        for (nint i = 0; i < run.Count; i++, ends = ref Unsafe.Add(ref ends, width))
        {
            int end = Unsafe.Add(ref ends, 1) - gap;
            Unsafe.Add(ref word, i) = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref bytes, end - Most));
            Unsafe.Add(ref length, i) = end - ends - 1;
        }
    }

    /// <summary>Which cells have something in them that was not read.</summary>
    /// <param name="good">A bit for each cell that was read.</param>
    /// <param name="lengths">The lengths of the cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Others(ulong good, Vector256<int> lengths) => ~(good | Vector256.Equals(lengths, Vector256<int>.Zero).ExtractMostSignificantBits()) & ((1UL << Cells) - 1);

    /// <summary>The digits of cells as whole numbers.</summary>
    /// <param name="words">The last bytes of each.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="units">The digits on both sides of the point as one number.</param>
    /// <param name="places">All bits of those with one digit behind a point, and of those with two.</param>
    /// <returns>All bits of those that are numbers of at most four bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Numbers(Vector256<uint> words, Vector256<int> lengths, out Vector256<int> units, out (Vector256<int> One, Vector256<int> Two) places)
    {
        Vector256<uint> digits = (words ^ Vector256.Create((byte)'0').AsUInt32()) & Top(lengths.AsUInt32());
        Vector256<uint> points = Vector256.Equals(digits.AsByte(), Vector256.Create((byte)('.' ^ '0'))).AsUInt32();
        Vector256<uint> odd = Avx2.SubtractSaturate(digits.AsByte(), Vector256.Create((byte)9)).AsUInt32() & ~points;
        Vector256<uint> isWhole = Vector256.Equals(points, Vector256<uint>.Zero);
        places.One = Vector256.Equals(points, Vector256.Create(OnePlace)).AsInt32() & Vector256.GreaterThan(lengths, Vector256.Create(2));
        places.Two = Vector256.Equals(points, Vector256.Create(TwoPlaces)).AsInt32() & Vector256.GreaterThan(lengths, Vector256.Create(3));
        // The digits before the point move up to those behind it.
        Vector256<uint> before = (points - Vector256<uint>.One) & ~points & ~isWhole;
        units = Value((digits & ~(before | points)) | ((digits & before) << 8));
        Vector256<int> isLong = Vector256.GreaterThan(lengths, Vector256.Create(Most));
        Vector256<int> isSound = (isWhole.AsInt32() & Vector256.GreaterThan(lengths, Vector256<int>.Zero)) | places.One | places.Two;
        return Vector256.Equals(odd, Vector256<uint>.Zero).AsInt32() & isSound & ~isLong;
    }

    // The highest bytes; a shift by a whole word or more leaves nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Top(Vector256<uint> bytes) => ~Avx2.ShiftRightLogicalVariable(Vector256<uint>.AllBitsSet, bytes << 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Value(Vector256<uint> digits)
    {
        Vector256<short> pairs = Avx2.MultiplyAddAdjacent(digits.AsByte(), Vector256.Create((ushort)0x010A).AsSByte());
        return Avx2.MultiplyAddAdjacent(pairs, Vector256.Create(0x00010064U).AsInt16());
    }
}
