using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Counts the bits of the items of each row's list.</summary>
internal static class ItemCounting
{
    // So many bits are within eight bytes, at whichever bit of the first they begin.
    private const int FewItems = 57;

    /// <summary>How many bits of each row are set.</summary>
    /// <param name="bits">The bits of the items.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="counts">Takes the counts.</param>
    public static void Count(ReadOnlySpan<ulong> bits, ItemPlaces places, Span<double> counts)
    {
        ref byte first = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(bits));
        int last = LastRead(bits);
        ReadOnlySpan<int> to = places.To;
        for (int row = 0; row < counts.Length; row++)
        {
            (int from, int items) = (places.From[row], to[row] - places.From[row]);
            counts[row] = items <= FewItems && from >> 3 <= last ? BitOperations.PopCount(Few(ref first, from, items)) : Many(bits, from, to[row]);
        }
    }

    /// <summary>How many items each row has.</summary>
    /// <param name="places">The items of each row.</param>
    /// <param name="counts">Takes the counts.</param>
    public static void Count(ItemPlaces places, Span<double> counts)
    {
        for (int row = 0; row < counts.Length; row++) counts[row] = places.To[row] - places.From[row];
    }

    /// <summary>Whether a bit of a row is set.</summary>
    /// <param name="bits">The bits of the items.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="result">One bit a row.</param>
    public static void Any(ReadOnlySpan<ulong> bits, ItemPlaces places, Span<ulong> result)
    {
        for (int word = 0; word < result.Length; word++)
        {
            int row = word * ValidityBits.PerWord;
            result[word] = AnyOf(bits, places.From.Slice(row, ValidityBits.PerWord), places.To.Slice(row, ValidityBits.PerWord));
        }
    }

    private static ulong AnyOf(ReadOnlySpan<ulong> bits, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        ref byte first = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(bits));
        int last = LastRead(bits);
        ulong result = 0;
        for (int row = 0; row < from.Length; row++)
        {
            int items = to[row] - from[row];
            bool isAny = items <= FewItems && from[row] >> 3 <= last ? Few(ref first, from[row], items) != 0 : IsAny(bits, from[row], to[row]);
            result |= (isAny ? 1UL : 0) << row;
        }

        return result;
    }

    // Eight bytes are read wherever they begin; only where the first byte is the lowest are they the next bits.
    private static int LastRead(ReadOnlySpan<ulong> bits) => BitConverter.IsLittleEndian ? (bits.Length - 1) * sizeof(ulong) : -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Few(ref byte first, int from, int items) =>
        (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, from >> 3)) >> (from & 7)) & ((1UL << items) - 1);

    private static int Many(ReadOnlySpan<ulong> bits, int from, int to)
    {
        (int first, int last) = (from >> 6, (to - 1) >> 6);
        if (from >= to || first == last) return Bitmaps.Count(bits, from, to);
        ulong low = ulong.MaxValue << (from & 63);
        ulong high = ulong.MaxValue >> (63 - ((to - 1) & 63));
        return BitOperations.PopCount(bits[first] & low) + Bitmaps.Count(bits[(first + 1)..last]) + BitOperations.PopCount(bits[last] & high);
    }

    private static bool IsAny(ReadOnlySpan<ulong> bits, int from, int to)
    {
        if (from >= to) return false;
        (int first, int last) = (from >> 6, (to - 1) >> 6);
        ulong low = ulong.MaxValue << (from & 63);
        ulong high = ulong.MaxValue >> (63 - ((to - 1) & 63));
        if (first == last) return (bits[first] & low & high) != 0;
        return (bits[first] & low) != 0 || (bits[last] & high) != 0 || bits[(first + 1)..last].ContainsAnyExcept(0UL);
    }
}
