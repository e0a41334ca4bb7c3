using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>Compares each cell with the limit of its own row's key: 64 cells become one word of bits.</summary>
/// <remarks>The limits of all keys lie in one register, from which every row picks its own.</remarks>
internal static class KeyedComparison
{
    /// <summary>How many keys have room.</summary>
    public const int MostKeys = 64;

    /// <summary>Whether the processor picks bytes from a whole register.</summary>
    public static bool IsSupported => Avx512Vbmi.IsSupported && Avx512BW.IsSupported;

    /// <summary>Which cells are at most the limit of their key, or the same.</summary>
    /// <param name="isSame">Whether they have to be the same.</param>
    /// <param name="cells">The cells, 64 for each word of the result.</param>
    /// <param name="keys">The keys, below 64, as many.</param>
    /// <param name="limits">The limits by key.</param>
    /// <param name="result">One bit a cell.</param>
    public static void Bytes(bool isSame, ReadOnlySpan<byte> cells, ReadOnlySpan<byte> keys, ReadOnlySpan<byte> limits, Span<ulong> result)
    {
        ref byte cell = ref MemoryMarshal.GetReference(cells);
        ref byte key = ref MemoryMarshal.GetReference(keys);
        Vector512<byte> table = Vector512.Create(limits);
        for (int word = 0; word < result.Length; word++)
        {
            Vector512<byte> values = Vector512.LoadUnsafe(ref cell, (nuint)word * 64);
            Vector512<byte> own = Avx512Vbmi.PermuteVar64x8(table, Vector512.LoadUnsafe(ref key, (nuint)word * 64));
            result[word] = isSame ? Vector512.Equals(values, own).ExtractMostSignificantBits() : Vector512.LessThanOrEqual(values, own).ExtractMostSignificantBits();
        }
    }

    /// <summary>Which cells are at most the limit of their key, or the same.</summary>
    /// <param name="isSame">Whether they have to be the same.</param>
    /// <param name="cells">The cells, 64 for each word of the result.</param>
    /// <param name="keys">The keys, below 64, as many.</param>
    /// <param name="limits">The limits by key.</param>
    /// <param name="result">One bit a cell.</param>
    public static void UInt16s(bool isSame, ReadOnlySpan<ushort> cells, ReadOnlySpan<byte> keys, ReadOnlySpan<ushort> limits, Span<ulong> result)
    {
        ref ushort cell = ref MemoryMarshal.GetReference(cells);
        ref byte key = ref MemoryMarshal.GetReference(keys);
        Vector512<ushort> low = Vector512.Create(limits[..32]);
        Vector512<ushort> high = Vector512.Create(limits[32..]);
        for (int word = 0; word < result.Length; word++)
        {
            ulong first = Half(isSame, ref cell, ref key, (nuint)word * 64, (low, high));
            result[word] = first | (Half(isSame, ref cell, ref key, ((nuint)word * 64) + 32, (low, high)) << 32);
        }
    }

    /// <summary>Which rows have a key that is marked.</summary>
    /// <param name="keys">The keys, below 64, 64 for each word of the result.</param>
    /// <param name="marked">One bit a key.</param>
    /// <param name="result">One bit a row.</param>
    public static void Marked(ReadOnlySpan<byte> keys, ulong marked, Span<ulong> result)
    {
        Span<byte> marks = stackalloc byte[MostKeys];
        for (int key = 0; key < MostKeys; key++) marks[key] = (marked >> key & 1) != 0 ? byte.MaxValue : (byte)0;
        Vector512<byte> table = Vector512.Create<byte>(marks);
        ref byte cell = ref MemoryMarshal.GetReference(keys);
        for (int word = 0; word < result.Length; word++)
            result[word] = Avx512Vbmi.PermuteVar64x8(table, Vector512.LoadUnsafe(ref cell, (nuint)word * 64)).ExtractMostSignificantBits();
    }

    private static ulong Half(bool isSame, ref ushort cell, ref byte key, nuint at, (Vector512<ushort> Low, Vector512<ushort> High) limits)
    {
        Vector512<ushort> keys = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref key, at));
        Vector512<ushort> own = Avx512BW.PermuteVar32x16x2(limits.Low, keys, limits.High);
        Vector512<ushort> values = Vector512.LoadUnsafe(ref cell, at);
        return isSame ? Vector512.Equals(values, own).ExtractMostSignificantBits() : Vector512.LessThanOrEqual(values, own).ExtractMostSignificantBits();
    }
}
