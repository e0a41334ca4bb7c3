using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Facts;

/// <summary>The cells of a run of one column, four at a time; what <see cref="CellVector"/> does on processors with wider vectors.</summary>
internal static class CellQuads
{
    /// <summary>How many cells go at a time.</summary>
    public const int Cells = 4;

    // For each byte that a point may be: 16, and how many bytes are behind it.
    private const ulong BytesBehind = 0x1011121314151617;
    private const ulong OnePoint = 16;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>The lengths of cells.</summary>
    /// <param name="bounds">Their bounds, as <see cref="CellVector.Load"/> gives them.</param>
    /// <param name="off">What to take off.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Lengths(Vector256<ulong> bounds, int off) =>
        ((bounds >>> 32) - (bounds & Vector256.Create((ulong)uint.MaxValue))).AsInt64() - Vector256.Create((long)off);

    /// <summary>The digits of cells as whole numbers.</summary>
    /// <param name="words">The last bytes of each, as <see cref="CellVector.Load"/> gives them.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="units">The digits on both sides of the point as one number.</param>
    /// <param name="decimals">How many of them are behind a point; 0 where there is none.</param>
    /// <returns>All bits of those that are numbers of at most eight bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Numbers(Vector256<ulong> words, Vector256<long> lengths, out Vector256<ulong> units, out Vector256<int> decimals)
    {
        Vector256<ulong> digits = (words ^ Vector256.Create((byte)'0').AsUInt64()) & Top(lengths.AsUInt64());
        Vector256<ulong> points = Vector256.Equals(digits.AsByte(), Vector256.Create((byte)('.' ^ '0'))).AsUInt64();
        Vector256<ulong> odd = Avx2.SubtractSaturate(digits.AsByte(), Vector256.Create((byte)9)).AsUInt64() & ~points;
        Vector256<ulong> isWhole = Vector256.Equals(points, Vector256<ulong>.Zero);
        Vector256<long> behind = Avx2.SumAbsoluteDifferences((points & Vector256.Create(BytesBehind)).AsByte(), Vector256<byte>.Zero).AsInt64();
        decimals = (behind & Vector256.Create((long)OnePoint - 1)).AsInt32();
        // The digits before the point move up to those behind it.
        Vector256<ulong> before = (points - Vector256<ulong>.One) & ~points & ~isWhole;
        units = Value((digits & ~(before | points)) | ((digits & before) << 8));
        // Of two points the sum is larger than any length allows.
        Vector256<long> isInside = Vector256.GreaterThan(behind, Vector256.Create((long)OnePoint)) & Vector256.GreaterThan(lengths, behind - Vector256.Create((long)OnePoint - 1));
        Vector256<long> isSound = isInside | (isWhole.AsInt64() & Vector256.GreaterThan(lengths, Vector256<long>.Zero));
        return Vector256.Equals(odd, Vector256<ulong>.Zero).AsInt64() & isSound & ~Vector256.GreaterThan(lengths, Vector256.Create((long)CellWord.Most));
    }

    /// <summary>Times such as <c>8:20</c> and <c>08:20</c>, hours 0 to 47.</summary>
    /// <param name="words">The last bytes of each cell.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <returns>All bits of those that are times.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Times(Vector256<ulong> words, Vector256<long> lengths, out Vector256<long> minutes)
    {
        Vector256<ulong> digits = (words ^ Vector256.Create(0x30303A3030303030UL)) & Top(lengths.AsUInt64());
        Vector256<ulong> odd = Avx2.SubtractSaturate(digits.AsByte(), Vector256.Create(0x0909000909090909UL).AsByte()).AsUInt64();
        // Tens of hours in the fourth byte, hours in the fifth; tens of minutes and minutes in the last two.
        Vector256<short> parts = Avx2.MultiplyAddAdjacent(digits.AsByte(), Vector256.Create(0x010A00010A000000UL).AsSByte());
        Vector256<ulong> sums = Avx2.MultiplyAddAdjacent(parts, Vector256.Create(0x0001003C003C0000UL).AsInt16()).AsUInt64();
        minutes = ((sums & Vector256.Create((ulong)uint.MaxValue)) + (sums >>> 32)).AsInt64();
        Vector256<long> isTime = Vector256.Equals(odd, Vector256<ulong>.Zero).AsInt64() & Vector256.GreaterThan(Vector256.Create(60L), parts.AsInt64() >>> 48);
        Vector256<long> isLong = Vector256.Equals(lengths, Vector256.Create(4L)) | Vector256.Equals(lengths, Vector256.Create(5L));
        return isTime & isLong & Vector256.GreaterThan(Vector256.Create(48L * 60), minutes);
    }

    /// <summary>The last bytes of each cell, zeros below a shorter one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Shown(Vector256<ulong> words, Vector256<long> lengths) => words & Top(lengths.AsUInt64());

    /// <summary>Which cells have something in them that was not read.</summary>
    /// <param name="good">A bit for each cell that was read.</param>
    /// <param name="lengths">The lengths of the cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Others(ulong good, Vector256<long> lengths) => ~(good | Vector256.Equals(lengths, Vector256<long>.Zero).ExtractMostSignificantBits()) & ((1UL << Cells) - 1);

    /// <summary>The lower halves of whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Lower(Vector256<long> numbers) => Avx2.PermuteVar8x32(numbers.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower();

    /// <summary>Whole numbers below 2^52 as numbers of double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Doubles(Vector256<ulong> numbers)
    {
        const double base52 = 4503599627370496.0;
        return (numbers | Vector256.Create(base52).AsUInt64()).AsDouble() - Vector256.Create(base52);
    }

    /// <summary>Powers of ten, of 0 to 7; such as are held exactly, and so are their products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerOfTen(Vector256<long> exponents)
    {
        Vector256<double> ones = Vector256.ConditionalSelect(Vector256.Equals(exponents << 63 >>> 63, Vector256<long>.One).AsDouble(), Vector256.Create(1e1), Vector256<double>.One);
        Vector256<double> twos = Vector256.ConditionalSelect(Vector256.Equals(exponents << 62 >>> 63, Vector256<long>.One).AsDouble(), Vector256.Create(1e2), Vector256<double>.One);
        Vector256<double> fours = Vector256.ConditionalSelect(Vector256.Equals(exponents << 61 >>> 63, Vector256<long>.One).AsDouble(), Vector256.Create(1e4), Vector256<double>.One);
        return ones * twos * fours;
    }

    // The highest bytes; a shift by a whole word or more leaves nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Top(Vector256<ulong> bytes) => ~Avx2.ShiftRightLogicalVariable(Vector256<ulong>.AllBitsSet, bytes << 3);

    // Pairs, fours and eights are joined at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Value(Vector256<ulong> digits)
    {
        Vector256<short> pairs = Avx2.MultiplyAddAdjacent(digits.AsByte(), Vector256.Create((ushort)0x010A).AsSByte());
        Vector256<ulong> fours = Avx2.MultiplyAddAdjacent(pairs, Vector256.Create(0x00010064U).AsInt16()).AsUInt64();
        return Avx2.Multiply(fours.AsUInt32(), Vector256.Create(10_000U)) + (fours >>> 32);
    }
}
