using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>The cells of a run of one column, eight at a time, each in a word of its own; see <see cref="CellWord"/>, which says the same of one cell.</summary>
internal static class CellVector
{
    /// <summary>How many cells go at a time.</summary>
    public const int Cells = 8;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Avx512CD.IsSupported && Avx512DQ.IsSupported && Avx512BW.IsSupported;

    /// <summary>Loads the last eight bytes of each cell, and where it begins and ends.</summary>
    /// <param name="run">The records.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="words">Takes the bytes, those before shorter cells too; there is room for the most cells of a run.</param>
    /// <param name="bounds">Takes the bounds, of which <see cref="Lengths"/> makes lengths; those of empty cells behind them.</param>
    /// <returns>What <see cref="Lengths"/> takes off.</returns>
    public static int Load(CellRun run, int column, Span<ulong> words, Span<ulong> bounds)
    {
        ref byte bytes = ref run.Batch.Bytes;
        ref int ends = ref run.Batch.Ends(run.First, column);
        (int width, int gap) = (run.Batch.Width, run.Batch.GapOf(column));
        bounds[run.Count..].Fill((ulong)(gap + 1) << 32);
        ref ulong word = ref MemoryMarshal.GetReference(words[..run.Count]);
        ref ulong bound = ref MemoryMarshal.GetReference(bounds[..run.Count]);
        for (nint i = 0; i < run.Count; i++, ends = ref Unsafe.Add(ref ends, width))
        {
            ulong both = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<int, byte>(ref ends));
            Unsafe.Add(ref bound, i) = both;
            Unsafe.Add(ref word, i) = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, (nint)(both >> 32) - gap - CellWord.Most));
        }

        return gap + 1;
    }

    /// <summary>The lengths of cells.</summary>
    /// <param name="bounds">Their bounds.</param>
    /// <param name="off">What to take off.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Lengths(Vector512<ulong> bounds, int off) =>
        (bounds >>> 32) - (bounds & Vector512.Create((ulong)uint.MaxValue)) - Vector512.Create((ulong)off);

    /// <summary>The digits of cells as whole numbers.</summary>
    /// <param name="words">The last bytes of each.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="units">The digits on both sides of the point as one number.</param>
    /// <param name="decimals">How many of them are behind a point; 8 where there is none.</param>
    /// <returns>All bits of those that are numbers of at most eight bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Numbers(Vector512<ulong> words, Vector512<ulong> lengths, out Vector512<ulong> units, out Vector512<ulong> decimals)
    {
        Vector512<byte> point = Vector512.Create((byte)('.' ^ '0'));
        Vector512<ulong> most = Vector512.Create((ulong)CellWord.Most);
        Vector512<ulong> digits = (words ^ Vector512.Create((byte)'0').AsUInt64()) & Top(lengths);
        Vector512<byte> isNoDigit = Vector512.GreaterThan(digits.AsByte(), Vector512.Create((byte)9));
        Vector512<ulong> others = isNoDigit.AsUInt64() & Vector512.Create((byte)0x80).AsUInt64();
        decimals = Avx512CD.LeadingZeroCount(others) >>> 3;
        Vector512<ulong> behind = Top(decimals);
        Vector512<ulong> joined = (digits & behind) | ((digits << 8) & ~behind);
        units = Value(joined);
        Vector512<ulong> odd = (others & (others - Vector512<ulong>.One)) | (others & ~Vector512.Equals(digits.AsByte(), point).AsUInt64());
        Vector512<ulong> isInside = Vector512.GreaterThan(decimals, Vector512<ulong>.Zero) & Vector512.LessThan(decimals + Vector512<ulong>.One, lengths);
        Vector512<ulong> isSound = isInside | (Vector512.Equals(decimals, most) & Vector512.GreaterThan(lengths, Vector512<ulong>.Zero));
        return Vector512.Equals(odd, Vector512<ulong>.Zero) & isSound & Vector512.LessThanOrEqual(lengths, most);
    }

    /// <summary>Times such as <c>8:20</c> and <c>08:20</c>, hours 0 to 47.</summary>
    /// <param name="words">The last bytes of each cell.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <returns>All bits of those that are times.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Times(Vector512<ulong> words, Vector512<ulong> lengths, out Vector512<ulong> minutes)
    {
        Vector512<ulong> digits = (words ^ Vector512.Create(0x30303A3030303030UL)) & Top(lengths);
        Vector512<ulong> others = Vector512.GreaterThan(digits.AsByte(), Vector512.Create(0x0909000909090909UL).AsByte()).AsUInt64();
        // Tens of hours in the fourth byte, hours in the fifth; tens of minutes and minutes in the last two.
        Vector512<short> parts = Avx512BW.MultiplyAddAdjacent(digits.AsByte(), Vector512.Create(0x010A00010A000000UL).AsSByte());
        Vector512<ulong> sums = Avx512BW.MultiplyAddAdjacent(parts, Vector512.Create(0x0001003C003C0000UL).AsInt16()).AsUInt64();
        minutes = (sums & Vector512.Create((ulong)uint.MaxValue)) + (sums >>> 32);
        Vector512<ulong> isTime = Vector512.Equals(others, Vector512<ulong>.Zero) & Vector512.LessThan(parts.AsUInt64() >>> 48, Vector512.Create(60UL));
        Vector512<ulong> isLong = Vector512.LessThanOrEqual(lengths - Vector512.Create(4UL), Vector512<ulong>.One);
        return isTime & isLong & Vector512.LessThan(minutes, Vector512.Create(48UL * 60));
    }

    /// <summary>The last bytes of each cell, zeros below a shorter one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Shown(Vector512<ulong> words, Vector512<ulong> lengths) => words & Top(lengths);

    /// <summary>Which cells have something in them that was not read.</summary>
    /// <param name="good">A bit for each cell that was read.</param>
    /// <param name="lengths">The lengths of the cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Others(ulong good, Vector512<ulong> lengths) => ~(good | Vector512.Equals(lengths, Vector512<ulong>.Zero).ExtractMostSignificantBits()) & ((1UL << Cells) - 1);

    // The highest bytes; a shift by a whole word leaves nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Top(Vector512<ulong> bytes) => ~Avx512F.ShiftRightLogicalVariable(Vector512<ulong>.AllBitsSet, bytes << 3);

    // Pairs, fours and eights are joined at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Value(Vector512<ulong> digits)
    {
        Vector512<short> pairs = Avx512BW.MultiplyAddAdjacent(digits.AsByte(), Vector512.Create((ushort)0x010A).AsSByte());
        Vector512<ulong> fours = Avx512BW.MultiplyAddAdjacent(pairs, Vector512.Create(0x00010064U).AsInt16()).AsUInt64();
        return Avx512F.Multiply(fours.AsUInt32(), Vector512.Create(10_000U)) + (fours >>> 32);
    }
}
