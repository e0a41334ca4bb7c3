using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>Gives the bit of each row above to all rows below it.</summary>
internal static class BitRuns
{
    /// <summary>Spreads bits of rows above over the rows below, which stand in the order of those above.</summary>
    /// <param name="above">The bits of the rows above, the first for the row that the first start is of.</param>
    /// <param name="starts">For each row above, the first row below; one more for the row after the last.</param>
    /// <param name="first">The row below whose bit is the first of the result.</param>
    /// <param name="result">The bits of the rows below; those that no row above has are clear.</param>
    public static void Spread(ReadOnlySpan<ulong> above, ReadOnlySpan<int> starts, int first, Span<ulong> result)
    {
        // Where the bit of a row above differs from the one before, a toggle stands at its first row below; the running parity of toggles is the result.
        result.Clear();
        int rows = starts.Length - 1;
        int end = result.Length * 64;
        ulong before = 0;
        for (int word = 0; word * 64 < rows; word++)
        {
            ulong bits = above[word];
            if (rows - (word * 64) < 64) bits &= (1UL << (rows & 63)) - 1;
            ulong changes = bits ^ ((bits << 1) | before);
            before = bits >> 63;
            for (; changes != 0; changes &= changes - 1)
            {
                int row = (word * 64) + BitOperations.TrailingZeroCount(changes);
                Toggle(result, Math.Max(starts[Math.Min(row, rows)] - first, 0), end);
            }
        }

        if (before != 0) Toggle(result, Math.Max(starts[rows] - first, 0), end);
        ulong carry = 0;
        for (int word = 0; word < result.Length; word++)
        {
            ulong parity = Parity(result[word]) ^ carry;
            result[word] = parity;
            carry = (ulong)((long)parity >> 63);
        }
    }

    /// <summary>Spreads bits of rows above each of which has rows below it.</summary>
    /// <param name="above">A clear word, the bits of the rows above, and two clear words.</param>
    /// <param name="position">The row above, among the bits, that the first row below lies under.</param>
    /// <param name="isFirst">One bit for each row below: set where it is the first under its row above.</param>
    /// <param name="result">The bits of the rows below.</param>
    /// <returns>Whether the processor can; else nothing is done.</returns>
    public static bool TrySpread(ReadOnlySpan<ulong> above, int position, ReadOnlySpan<ulong> isFirst, Span<ulong> result)
    {
        if (!Bmi2.X64.IsSupported) return false;

        // A word of rows below takes the next few bits of those above: where one differs from the bit before it, a toggle stands at the first row below, and the running parity fills up.
        // Nothing but the place goes from one word to the next, so that words are worked on side by side.
        int next = 64 + position + (int)(~isFirst[0] & 1);
        for (int word = 0; word < result.Length; word++)
        {
            ulong starts = isFirst[word];
            int last = next - 1;
            ulong before = above[last >> 6] >> last;
            ulong bits = (above[next >> 6] >> next) | (above[(next >> 6) + 1] << 1 << ~next);
            ulong changes = Bmi2.X64.ParallelBitDeposit(bits ^ ((bits << 1) | (before & 1)), starts);
            result[word] = Parity(changes) ^ (0UL - (before & 1));
            next += BitOperations.PopCount(starts);
        }

        return true;
    }

    private static void Toggle(Span<ulong> bits, int at, int end)
    {
        if (at < end) bits[at >> 6] ^= 1UL << (at & 63);
    }

    /// <summary>For each bit whether an odd number of bits is set up to it.</summary>
    private static ulong Parity(ulong bits)
    {
        if (Pclmulqdq.IsSupported) return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
