using System.Numerics;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Counts, for each place of a bitmap, in how many bitmaps it is set: plane after plane, each of one binary digit of all counts.</summary>
internal static class BitCounting
{
    /// <summary>How many planes the counts of so many bitmaps take.</summary>
    /// <param name="most">How many bitmaps there are, at least 1.</param>
    public static int Planes(int most) => BitOperations.Log2((uint)most) + 1;

    /// <summary>Adds a bitmap to the counts.</summary>
    /// <param name="bits">The bitmap.</param>
    /// <param name="planes">The counts so far, the lowest digit first; each plane as long as the bitmap.</param>
    public static void Add(ReadOnlySpan<ulong> bits, Span<ulong> planes)
    {
        int word = 0;
        for (; Bitmaps.HasEight(word, bits.Length); word += Vector512<ulong>.Count) AddEight(bits, planes, word);
        for (; Bitmaps.HasFour(word, bits.Length); word += Vector256<ulong>.Count) AddFour(bits, planes, word);
        for (; word < bits.Length; word++)
        {
            ulong carried = bits[word];
            for (int at = word; carried != 0; at += bits.Length)
            {
                ulong digit = planes[at];
                planes[at] = digit ^ carried;
                carried &= digit;
            }
        }
    }

    /// <summary>The places whose count is a number or more.</summary>
    /// <param name="least">The number, at least 1; no more digits than there are planes.</param>
    /// <param name="planes">The counts.</param>
    /// <param name="result">Takes the places.</param>
    public static void AtLeast(int least, ReadOnlySpan<ulong> planes, Span<ulong> result)
    {
        // From the lowest digit up: what the lower digits say stands only where this digit is that of the number.
        result.Fill(ulong.MaxValue);
        for (int from = 0; from < planes.Length; from += result.Length, least >>= 1)
        {
            ReadOnlySpan<ulong> plane = planes.Slice(from, result.Length);
            if ((least & 1) == 1) Bitmaps.And(plane, result, result);
            else Bitmaps.Or(plane, result, result);
        }
    }

    // INVARIANT: there are planes enough for all bitmaps, so that nothing is carried out of the last.
    private static void AddEight(ReadOnlySpan<ulong> bits, Span<ulong> planes, int word)
    {
        Vector512<ulong> carried = Bitmaps.Eight(bits, word);
        for (int at = word; at < planes.Length; at += bits.Length)
        {
            Vector512<ulong> digit = Bitmaps.Eight(planes, at);
            Bitmaps.Put(digit ^ carried, planes, at);
            carried &= digit;
        }
    }

    private static void AddFour(ReadOnlySpan<ulong> bits, Span<ulong> planes, int word)
    {
        Vector256<ulong> carried = Bitmaps.Four(bits, word);
        for (int at = word; at < planes.Length; at += bits.Length)
        {
            Vector256<ulong> digit = Bitmaps.Four(planes, at);
            Bitmaps.Put(digit ^ carried, planes, at);
            carried &= digit;
        }
    }
}
