using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Logic over bitmaps of the same length, eight or four words at once.</summary>
internal static class Bitmaps
{
    /// <summary>Bits set in both.</summary>
    public static void And(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        int word = 0;
        for (; HasEight(word, result.Length); word += 8) Put(Eight(left, word) & Eight(right, word), result, word);
        for (; HasFour(word, result.Length); word += 4) Put(Four(left, word) & Four(right, word), result, word);
        for (; word < result.Length; word++) result[word] = left[word] & right[word];
    }

    /// <summary>Bits set in the first and not in the second.</summary>
    public static void AndNot(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        int word = 0;
        for (; HasEight(word, result.Length); word += 8) Put(Vector512.AndNot(Eight(left, word), Eight(right, word)), result, word);
        for (; HasFour(word, result.Length); word += 4) Put(Vector256.AndNot(Four(left, word), Four(right, word)), result, word);
        for (; word < result.Length; word++) result[word] = left[word] & ~right[word];
    }

    /// <summary>Bits set in either.</summary>
    public static void Or(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> result)
    {
        int word = 0;
        for (; HasEight(word, result.Length); word += 8) Put(Eight(left, word) | Eight(right, word), result, word);
        for (; HasFour(word, result.Length); word += 4) Put(Four(left, word) | Four(right, word), result, word);
        for (; word < result.Length; word++) result[word] = left[word] | right[word];
    }

    /// <summary>Bits that are not set.</summary>
    public static void Not(ReadOnlySpan<ulong> bits, Span<ulong> result)
    {
        int word = 0;
        for (; HasEight(word, result.Length); word += 8) Put(~Eight(bits, word), result, word);
        for (; HasFour(word, result.Length); word += 4) Put(~Four(bits, word), result, word);
        for (; word < result.Length; word++) result[word] = ~bits[word];
    }

    /// <summary>Parts the rows that are known by a bit.</summary>
    /// <param name="bits">The bits; those of rows that are not known are cleared.</param>
    /// <param name="known">The rows that are known.</param>
    /// <param name="rest">Takes the known rows without the bit.</param>
    public static void Split(Span<ulong> bits, ReadOnlySpan<ulong> known, Span<ulong> rest)
    {
        int word = 0;
        for (; HasEight(word, bits.Length); word += 8)
        {
            Vector512<ulong> set = Eight(bits, word);
            Put(Vector512.AndNot(Eight(known, word), set), rest, word);
            Put(set & Eight(known, word), bits, word);
        }

        for (; HasFour(word, bits.Length); word += 4)
        {
            Vector256<ulong> set = Four(bits, word);
            Put(Vector256.AndNot(Four(known, word), set), rest, word);
            Put(set & Four(known, word), bits, word);
        }

        for (; word < bits.Length; word++)
        {
            rest[word] = known[word] & ~bits[word];
            bits[word] &= known[word];
        }
    }

    /// <summary>Parts some rows by a bit.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="bits">The bits.</param>
    /// <param name="with">Takes the rows with the bit.</param>
    /// <param name="without">Takes the rows without it.</param>
    public static void Part(ReadOnlySpan<ulong> rows, ReadOnlySpan<ulong> bits, Span<ulong> with, Span<ulong> without)
    {
        int word = 0;
        for (; HasEight(word, with.Length); word += 8)
        {
            (Vector512<ulong> all, Vector512<ulong> set) = (Eight(rows, word), Eight(bits, word));
            Put(all & set, with, word);
            Put(Vector512.AndNot(all, set), without, word);
        }

        for (; HasFour(word, with.Length); word += 4)
        {
            (Vector256<ulong> all, Vector256<ulong> set) = (Four(rows, word), Four(bits, word));
            Put(all & set, with, word);
            Put(Vector256.AndNot(all, set), without, word);
        }

        for (; word < with.Length; word++) (with[word], without[word]) = (rows[word] & bits[word], rows[word] & ~bits[word]);
    }

    /// <summary>One of two bits, by a third.</summary>
    /// <param name="isFirst">Where the first is taken.</param>
    /// <param name="isSecond">Where the second is.</param>
    /// <param name="first">The first bits.</param>
    /// <param name="second">The second.</param>
    /// <param name="result">Takes the bits.</param>
    public static void Pick(ReadOnlySpan<ulong> isFirst, ReadOnlySpan<ulong> isSecond, ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second, Span<ulong> result)
    {
        int word = 0;
        for (; HasEight(word, result.Length); word += 8) Put((Eight(isFirst, word) & Eight(first, word)) | (Eight(isSecond, word) & Eight(second, word)), result, word);
        for (; HasFour(word, result.Length); word += 4) Put((Four(isFirst, word) & Four(first, word)) | (Four(isSecond, word) & Four(second, word)), result, word);
        for (; word < result.Length; word++) result[word] = (isFirst[word] & first[word]) | (isSecond[word] & second[word]);
    }

    /// <summary>How many bits are set.</summary>
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        (int even, int odd, int at) = (0, 0, 0);
        for (; at <= bits.Length - 4; at += 4)
        {
            even += BitOperations.PopCount(bits[at]) + BitOperations.PopCount(bits[at + 2]);
            odd += BitOperations.PopCount(bits[at + 1]) + BitOperations.PopCount(bits[at + 3]);
        }

        for (; at < bits.Length; at++) even += BitOperations.PopCount(bits[at]);
        return even + odd;
    }

    /// <summary>How many bits are set from one to another.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="from">The first bit.</param>
    /// <param name="to">The bit after the last.</param>
    public static int Count(ReadOnlySpan<ulong> bits, int from, int to)
    {
        if (from >= to) return 0;
        (int first, int last) = (from >> 6, (to - 1) >> 6);
        ulong low = ulong.MaxValue << (from & 63);
        ulong high = ulong.MaxValue >> (63 - ((to - 1) & 63));
        if (first == last) return BitOperations.PopCount(bits[first] & low & high);
        int count = BitOperations.PopCount(bits[first] & low) + BitOperations.PopCount(bits[last] & high);
        for (int word = first + 1; word < last; word++) count += BitOperations.PopCount(bits[word]);
        return count;
    }

    /// <summary>Sets the bits from one to another.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="from">The first bit.</param>
    /// <param name="to">The bit after the last.</param>
    public static void SetRange(Span<ulong> bits, int from, int to)
    {
        if (from >= to) return;
        (int first, int last) = (from >> 6, (to - 1) >> 6);
        ulong low = ulong.MaxValue << (from & 63);
        ulong high = ulong.MaxValue >> (63 - ((to - 1) & 63));
        if (first == last)
        {
            bits[first] |= low & high;
            return;
        }

        bits[first] |= low;
        bits[(first + 1)..last].Fill(ulong.MaxValue);
        bits[last] |= high;
    }

    /// <summary>Clears the bits from one to another.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="from">The first bit.</param>
    /// <param name="to">The bit after the last.</param>
    public static void ClearRange(Span<ulong> bits, int from, int to)
    {
        if (from >= to) return;
        (int first, int last) = (from >> 6, (to - 1) >> 6);
        ulong low = ulong.MaxValue << (from & 63);
        ulong high = ulong.MaxValue >> (63 - ((to - 1) & 63));
        if (first == last)
        {
            bits[first] &= ~(low & high);
            return;
        }

        bits[first] &= ~low;
        bits[(first + 1)..last].Clear();
        bits[last] &= ~high;
    }

    /// <summary>Whether eight more words can be taken at once.</summary>
    /// <param name="word">The next word.</param>
    /// <param name="length">How many words there are.</param>
    public static bool HasEight(int word, int length) => Vector512.IsHardwareAccelerated && word <= length - Vector512<ulong>.Count;

    /// <summary>Whether four more words can be taken at once, by a processor that cannot take eight.</summary>
    /// <param name="word">The next word.</param>
    /// <param name="length">How many words there are.</param>
    public static bool HasFour(int word, int length) => !Vector512.IsHardwareAccelerated && Vector256.IsHardwareAccelerated && word <= length - Vector256<ulong>.Count;

    /// <summary>Takes eight words.</summary>
    public static Vector512<ulong> Eight(ReadOnlySpan<ulong> bits, int word) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(bits), (nuint)word);

    /// <summary>Takes four words.</summary>
    public static Vector256<ulong> Four(ReadOnlySpan<ulong> bits, int word) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(bits), (nuint)word);

    /// <summary>Puts eight words back.</summary>
    public static void Put(Vector512<ulong> words, Span<ulong> bits, int word) => words.StoreUnsafe(ref MemoryMarshal.GetReference(bits), (nuint)word);

    /// <summary>Puts four words back.</summary>
    public static void Put(Vector256<ulong> words, Span<ulong> bits, int word) => words.StoreUnsafe(ref MemoryMarshal.GetReference(bits), (nuint)word);
}
