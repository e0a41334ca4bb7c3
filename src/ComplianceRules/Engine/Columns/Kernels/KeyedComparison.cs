using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>Compares each cell with the limit of its own row's key: 64 cells become one word of bits.</summary>
/// <remarks>The limits of all keys lie in one register or two, from which every row picks its own: of 64 keys with AVX-512, of 16 with AVX2.</remarks>
internal static class KeyedComparison
{
    /// <summary>How many limits are given, however many of them a processor can pick from.</summary>
    public const int Limits = 64;

    /// <summary>How many keys there may be where cells have double precision, fewer than for others; none where the processor cannot pick.</summary>
    public static int MostKeysOfDoubles => HasAll ? 16 : Avx2.IsSupported ? 4 : 0;

    /// <summary>How many keys there may be; none where the processor cannot pick.</summary>
    public static int MostKeys => HasAll ? Limits : Avx2.IsSupported ? 16 : 0;

    private static bool HasAll => Avx512Vbmi.IsSupported && Avx512BW.IsSupported;

    /// <summary>Which cells are at most the limit of their key, or the same.</summary>
    /// <param name="isSame">Whether they have to be the same.</param>
    /// <param name="cells">The cells, 64 for each word of the result.</param>
    /// <param name="keys">The keys, below the most there may be, as many.</param>
    /// <param name="limits">The limits by key.</param>
    /// <param name="result">One bit a cell.</param>
    public static void Bytes(bool isSame, ReadOnlySpan<byte> cells, ReadOnlySpan<byte> keys, ReadOnlySpan<byte> limits, Span<ulong> result)
    {
        ref byte cell = ref MemoryMarshal.GetReference(cells);
        ref byte key = ref MemoryMarshal.GetReference(keys);
        if (HasAll)
        {
            Vector512<byte> table = Vector512.Create(limits);
            for (int word = 0; word < result.Length; word++)
            {
                Vector512<byte> values = Vector512.LoadUnsafe(ref cell, (nuint)word * 64);
                Vector512<byte> own = Avx512Vbmi.PermuteVar64x8(table, Vector512.LoadUnsafe(ref key, (nuint)word * 64));
                result[word] = isSame ? Vector512.Equals(values, own).ExtractMostSignificantBits() : Vector512.LessThanOrEqual(values, own).ExtractMostSignificantBits();
            }

            return;
        }

        Vector256<byte> first = Twice(limits);
        for (int word = 0; word < result.Length; word++)
        {
            nuint at = (nuint)word * 64;
            result[word] = Half(isSame, ref cell, ref key, at, first) | (Half(isSame, ref cell, ref key, at + 32, first) << 32);
        }
    }

    /// <summary>Which cells are at most the limit of their key, or the same.</summary>
    /// <param name="isSame">Whether they have to be the same.</param>
    /// <param name="cells">The cells, 64 for each word of the result.</param>
    /// <param name="keys">The keys, below the most there may be, as many.</param>
    /// <param name="limits">The limits by key.</param>
    /// <param name="result">One bit a cell.</param>
    public static void UInt16s(bool isSame, ReadOnlySpan<ushort> cells, ReadOnlySpan<byte> keys, ReadOnlySpan<ushort> limits, Span<ulong> result)
    {
        ref ushort cell = ref MemoryMarshal.GetReference(cells);
        ref byte key = ref MemoryMarshal.GetReference(keys);
        if (HasAll)
        {
            (Vector512<ushort> Low, Vector512<ushort> High) tables = (Vector512.Create(limits[..32]), Vector512.Create(limits[32..]));
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = Half(isSame, ref cell, ref key, at, tables) | (Half(isSame, ref cell, ref key, at + 32, tables) << 32);
            }

            return;
        }

        (Vector128<byte> Low, Vector128<byte> High) bytes = Parted(limits);
        for (int word = 0; word < result.Length; word++)
        {
            nuint at = (nuint)word * 64;
            result[word] = Quarter(isSame, ref cell, ref key, at, bytes) | (Quarter(isSame, ref cell, ref key, at + 16, bytes) << 16)
                | (Quarter(isSame, ref cell, ref key, at + 32, bytes) << 32) | (Quarter(isSame, ref cell, ref key, at + 48, bytes) << 48);
        }
    }

    /// <summary>Which cells are at most the limit of their key, or the same; a limit that is not a number is kept by none.</summary>
    /// <param name="isSame">Whether they have to be the same.</param>
    /// <param name="cells">The cells, 64 for each word of the result.</param>
    /// <param name="keys">The keys, below the most there may be for cells of double precision, as many.</param>
    /// <param name="limits">The limits by key.</param>
    /// <param name="result">One bit a cell.</param>
    public static void Doubles(bool isSame, ReadOnlySpan<double> cells, ReadOnlySpan<byte> keys, ReadOnlySpan<double> limits, Span<ulong> result)
    {
        ref double cell = ref MemoryMarshal.GetReference(cells);
        ref byte key = ref MemoryMarshal.GetReference(keys);
        if (HasAll) DoublesOfMany(isSame, ref cell, ref key, limits, result);
        else DoublesOfFew(isSame, ref cell, ref key, limits, result);
    }

    /// <summary>Which rows have a key that is marked.</summary>
    /// <param name="keys">The keys, below the most there may be, 64 for each word of the result.</param>
    /// <param name="marked">One bit a key.</param>
    /// <param name="result">One bit a row.</param>
    public static void Marked(ReadOnlySpan<byte> keys, ulong marked, Span<ulong> result)
    {
        Span<byte> marks = stackalloc byte[Limits];
        for (int at = 0; at < Limits; at++) marks[at] = (marked >> at & 1) != 0 ? byte.MaxValue : (byte)0;
        ref byte key = ref MemoryMarshal.GetReference(keys);
        if (HasAll)
        {
            Vector512<byte> table = Vector512.Create<byte>(marks);
            for (int word = 0; word < result.Length; word++) result[word] = Avx512Vbmi.PermuteVar64x8(table, Vector512.LoadUnsafe(ref key, (nuint)word * 64)).ExtractMostSignificantBits();
            return;
        }

        Vector256<byte> first = Twice(marks);
        for (int word = 0; word < result.Length; word++)
        {
            nuint at = (nuint)word * 64;
            result[word] = Avx2.Shuffle(first, Vector256.LoadUnsafe(ref key, at)).ExtractMostSignificantBits() | ((ulong)Avx2.Shuffle(first, Vector256.LoadUnsafe(ref key, at + 32)).ExtractMostSignificantBits() << 32);
        }
    }

    private static void DoublesOfMany(bool isSame, ref double cell, ref byte key, ReadOnlySpan<double> limits, Span<ulong> result)
    {
        (Vector512<double> Low, Vector512<double> High) tables = (Vector512.Create(limits[..8]), Vector512.Create(limits[8..16]));
        for (int word = 0; word < result.Length; word++)
        {
            nuint at = (nuint)word * 64;
            ulong bits = 0;
            for (int part = 0; part < 8; part++) bits |= Eighth(isSame, ref cell, ref key, at + ((nuint)part * 8), tables) << (part * 8);
            result[word] = bits;
        }
    }

    private static void DoublesOfFew(bool isSame, ref double cell, ref byte key, ReadOnlySpan<double> limits, Span<ulong> result)
    {
        Vector256<int> table = Vector256.Create(limits[..4]).AsInt32();
        for (int word = 0; word < result.Length; word++)
        {
            nuint at = (nuint)word * 64;
            ulong bits = 0;
            for (int part = 0; part < 16; part++) bits |= Sixteenth(isSame, ref cell, ref key, at + ((nuint)part * 4), table) << (part * 4);
            result[word] = bits;
        }
    }

    private static Vector256<byte> Twice(ReadOnlySpan<byte> limits) => Vector256.Create(Vector128.Create(limits[..16]), Vector128.Create(limits[..16]));

    private static (Vector128<byte> Low, Vector128<byte> High) Parted(ReadOnlySpan<ushort> limits)
    {
        (Vector128<byte> low, Vector128<byte> high) = (Vector128<byte>.Zero, Vector128<byte>.Zero);
        for (int key = 0; key < 16; key++) (low, high) = (low.WithElement(key, (byte)limits[key]), high.WithElement(key, (byte)(limits[key] >> 8)));
        return (low, high);
    }

    private static ulong Half(bool isSame, ref byte cell, ref byte key, nuint at, Vector256<byte> limits)
    {
        Vector256<byte> values = Vector256.LoadUnsafe(ref cell, at);
        Vector256<byte> own = Avx2.Shuffle(limits, Vector256.LoadUnsafe(ref key, at));
        return isSame ? Vector256.Equals(values, own).ExtractMostSignificantBits() : Vector256.LessThanOrEqual(values, own).ExtractMostSignificantBits();
    }

    private static ulong Half(bool isSame, ref ushort cell, ref byte key, nuint at, (Vector512<ushort> Low, Vector512<ushort> High) limits)
    {
        Vector512<ushort> keys = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref key, at));
        Vector512<ushort> own = Avx512BW.PermuteVar32x16x2(limits.Low, keys, limits.High);
        Vector512<ushort> values = Vector512.LoadUnsafe(ref cell, at);
        return isSame ? Vector512.Equals(values, own).ExtractMostSignificantBits() : Vector512.LessThanOrEqual(values, own).ExtractMostSignificantBits();
    }

    private static ulong Quarter(bool isSame, ref ushort cell, ref byte key, nuint at, (Vector128<byte> Low, Vector128<byte> High) limits)
    {
        Vector128<byte> keys = Vector128.LoadUnsafe(ref key, at);
        (Vector128<byte> low, Vector128<byte> high) = (Ssse3.Shuffle(limits.Low, keys), Ssse3.Shuffle(limits.High, keys));
        Vector256<ushort> own = Vector256.Create(Sse2.UnpackLow(low, high), Sse2.UnpackHigh(low, high)).AsUInt16();
        Vector256<ushort> values = Vector256.LoadUnsafe(ref cell, at);
        return isSame ? Vector256.Equals(values, own).ExtractMostSignificantBits() : Vector256.LessThanOrEqual(values, own).ExtractMostSignificantBits();
    }

    private static ulong Eighth(bool isSame, ref double cell, ref byte key, nuint at, (Vector512<double> Low, Vector512<double> High) limits)
    {
        Vector512<long> keys = Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref key, at))).AsByte());
        Vector512<double> own = Avx512F.PermuteVar8x64x2(limits.Low, keys, limits.High);
        Vector512<double> values = Vector512.LoadUnsafe(ref cell, at);
        return isSame ? Vector512.Equals(values, own).ExtractMostSignificantBits() : Vector512.LessThanOrEqual(values, own).ExtractMostSignificantBits();
    }

    // A key picks two halves of a limit: those at twice its number and one more.
    private static ulong Sixteenth(bool isSame, ref double cell, ref byte key, nuint at, Vector256<int> limits)
    {
        Vector256<long> keys = Avx2.ConvertToVector256Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref key, at))).AsByte());
        Vector256<int> halves = ((keys << 1) | (keys << 33) | Vector256.Create(1L << 32)).AsInt32();
        Vector256<double> own = Avx2.PermuteVar8x32(limits, halves).AsDouble();
        Vector256<double> values = Vector256.LoadUnsafe(ref cell, at);
        return isSame ? Vector256.Equals(values, own).ExtractMostSignificantBits() : Vector256.LessThanOrEqual(values, own).ExtractMostSignificantBits();
    }
}
