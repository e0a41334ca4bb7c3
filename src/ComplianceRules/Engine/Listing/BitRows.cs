using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Turns set bits into the numbers of their rows, without a branch for each bit.</summary>
internal static class BitRows
{
    /// <summary>How many rows beyond those found may be overwritten.</summary>
    public const int Slack = ValidityBits.PerWord;

    private const int WordsOfVector = 8;
    private const int LanesOfVector = 16;
    private const int BitsOfByte = 8;
    private const int Few = 4;

    // Where fewer words than one of so many have a bit, asking each is guessed right; where words have more bits than so many, a table is faster.
    private const int SeldomOneOf = 4;
    private const int MostFew = 3;

    // For each byte the places of its set bits, one a byte, the lowest first.
    private static readonly ulong[] Places = [.. Enumerable.Range(0, 1 << BitsOfByte).Select(PlacesOf)];

    /// <summary>Writes the rows whose bits are set, in ascending order.</summary>
    /// <param name="words">One bit a row, least significant first.</param>
    /// <param name="first">The row of the first bit.</param>
    /// <param name="count">How many bits are set; see <see cref="Bitmaps.Count(ReadOnlySpan{ulong})"/>.</param>
    /// <param name="rows">Room for that many rows and for <see cref="Slack"/> more.</param>
    /// <returns>What is left of the room.</returns>
    public static Span<int> Expand(ReadOnlySpan<ulong> words, int first, int count, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, count + Slack);
        if (count == 0) return rows;
        ref int at = ref MemoryMarshal.GetReference(rows);
        if (Avx512Vbmi2.IsSupported) Compressed(words, first, ref at);
        else if (count >= words.Length / SeldomOneOf && count <= words.Length * MostFew) FewAWord(words, first, ref at);
        else if (Avx2.IsSupported && count > words.Length * MostFew) Tabled(words, first, ref at);
        else Plain(words, first, ref at);
        return rows[count..];
    }

    /// <summary>The way that every machine can go.</summary>
    internal static int Plain(ReadOnlySpan<ulong> words, int first, ref int rows)
    {
        int found = 0;
        for (int i = 0; i < words.Length; i++)
        {
            int row = first + (i * ValidityBits.PerWord);
            for (ulong word = words[i]; word != 0; word &= word - 1) Unsafe.Add(ref rows, found++) = row + BitOperations.TrailingZeroCount(word);
        }

        return found;
    }

    /// <summary>A word at a time: four rows without asking whether there are so many, then one after the other.</summary>
    internal static int FewAWord(ReadOnlySpan<ulong> words, int first, ref int rows)
    {
        int found = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ulong word = words[i];
            int row = first + (i * ValidityBits.PerWord);
            int end = found + BitOperations.PopCount(word);
            for (int bit = 0; bit < Few; bit++, word &= word - 1) Unsafe.Add(ref rows, found + bit) = row + BitOperations.TrailingZeroCount(word);
            for (int at = found + Few; at < end; at++, word &= word - 1) Unsafe.Add(ref rows, at) = row + BitOperations.TrailingZeroCount(word);
            found = end;
        }

        return found;
    }

    /// <summary>A byte at a time, whatever is in it: up to eight rows from a table.</summary>
    internal static int Tabled(ReadOnlySpan<ulong> words, int first, ref int rows)
    {
        ref ulong places = ref MemoryMarshal.GetArrayDataReference(Places);
        int found = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ulong word = words[i];
            ByBytes(word, first + (i * ValidityBits.PerWord), ref places, ref Unsafe.Add(ref rows, found));
            found += BitOperations.PopCount(word);
        }

        return found;
    }

    /// <summary>A word at a time: the places of its bits as bytes where they are few, else sixteen rows at a time.</summary>
    internal static int Compressed(ReadOnlySpan<ulong> words, int first, ref int rows)
    {
        ref ulong at = ref MemoryMarshal.GetReference(words);
        int found = 0;
        int i = 0;
        while (i < words.Length)
        {
            int end = Math.Min(i + WordsOfVector, words.Length);
            bool isEmpty = end - i == WordsOfVector && Vector512.LoadUnsafe(ref at, (nuint)i) == Vector512<ulong>.Zero;
            for (i = isEmpty ? end : i; i < end; i++)
            {
                ulong word = Unsafe.Add(ref at, i);
                int count = BitOperations.PopCount(word);
                if (count > LanesOfVector) ByLanes(word, first + (i * ValidityBits.PerWord), ref Unsafe.Add(ref rows, found));
                else UpToSixteen(word, first + (i * ValidityBits.PerWord), ref Unsafe.Add(ref rows, found));
                found += count;
            }
        }

        return found;
    }

    // Beyond the last bit stands whatever it may be: what comes next is written over it. No byte is asked whether it is empty: a wrong guess costs more than eight of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ByBytes(ulong word, int first, ref ulong places, ref int rows)
    {
        Vector256<int> row = Vector256.Create(first);
        nuint found = 0;
        for (int part = 0; part < ValidityBits.PerWord; part += BitsOfByte)
        {
            byte bits = (byte)(word >> part);
            Vector128<byte> of = Vector128.CreateScalarUnsafe(Unsafe.Add(ref places, bits)).AsByte();
            (Avx2.ConvertToVector256Int32(of) + row).StoreUnsafe(ref rows, found);
            row += Vector256.Create(BitsOfByte);
            found += (nuint)BitOperations.PopCount(bits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UpToSixteen(ulong word, int first, ref int rows)
    {
        Vector512<byte> lanes = Vector512<byte>.Indices;
        Vector512<byte> byteOfLane = (lanes.AsUInt64() >>> 3).AsByte() & Vector512.Create((byte)(BitsOfByte - 1));
        Vector512<byte> bitOfLane = Vector512.Create(0x8040_2010_0804_0201).AsByte();
        Vector512<byte> spread = Avx512BW.Shuffle(Vector512.Create(word).AsByte(), byteOfLane);
        Vector512<byte> isSet = ~Vector512.Equals(spread & bitOfLane, Vector512<byte>.Zero);
        Vector128<byte> places = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, lanes).GetLower().GetLower();
        (Avx512F.ConvertToVector512Int32(places) + Vector512.Create(first)).StoreUnsafe(ref rows);
    }

    private static void ByLanes(ulong word, int first, ref int rows)
    {
        Vector512<int> lanes = Vector512<int>.Indices;
        Vector512<int> bitOfLane = Avx512F.ShiftLeftLogicalVariable(Vector512<int>.One, lanes.AsUInt32());
        Vector512<int> row = lanes + Vector512.Create(first);
        nuint found = 0;
        for (int part = 0; part < ValidityBits.PerWord; part += LanesOfVector)
        {
            ushort bits = (ushort)(word >> part);
            Vector512<int> isSet = ~Vector512.Equals(Vector512.Create((int)bits) & bitOfLane, Vector512<int>.Zero);
            Avx512F.Compress(Vector512<int>.Zero, isSet, row).StoreUnsafe(ref rows, found);
            found += (nuint)BitOperations.PopCount(bits);
            row += Vector512.Create(LanesOfVector);
        }
    }

    private static ulong PlacesOf(int bits)
    {
        ulong places = 0;
        for (int rest = bits, found = 0; rest != 0; rest &= rest - 1, found += BitsOfByte) places |= (ulong)BitOperations.TrailingZeroCount(rest) << found;
        return places;
    }
}
