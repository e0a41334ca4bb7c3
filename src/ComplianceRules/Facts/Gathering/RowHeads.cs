using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Which rows may differ from the row before them in what was looked at: the rows between two of them are all alike.</summary>
internal sealed class RowHeads
{
    private readonly ulong[] _words;
    private readonly int _rows;

    /// <summary>Begins with rows that are all alike; the first one is a head.</summary>
    /// <param name="rows">How many rows there are.</param>
    public RowHeads(int rows)
    {
        _words = new ulong[ValidityBits.Words(rows)];
        _rows = rows;
        Add(0);
    }

    /// <summary>The next head behind a row; the number of rows where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextAfter(int row)
    {
        int at = row + 1;
        if (at >= _rows) return _rows;
        ulong rest = _words[at >> 6] >> at;
        return rest != 0 ? at + BitOperations.TrailingZeroCount(rest) : NextFrom((at >> 6) + 1);
    }

    /// <summary>Makes a row a head.</summary>
    public void Add(int row)
    {
        if (row < _rows) ValidityBits.Set(_words, row);
    }

    /// <summary>Makes every row a head.</summary>
    public void AddAll()
    {
        _words.AsSpan().Fill(ulong.MaxValue);
        if (_rows % ValidityBits.PerWord != 0) _words[^1] = (1UL << (_rows % ValidityBits.PerWord)) - 1;
    }

    /// <summary>Looks at one number of each row.</summary>
    /// <param name="values">Those of the first rows.</param>
    public void Add(ReadOnlySpan<int> values)
    {
        ref int first = ref MemoryMarshal.GetReference(values);
        int row = 1;
        for (; row <= values.Length - Vector256<int>.Count; row += Vector256<int>.Count)
        {
            Vector256<int> isSame = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)row), Vector256.LoadUnsafe(ref first, (nuint)(row - 1)));
            Put(row, ~isSame.ExtractMostSignificantBits() & byte.MaxValue);
        }

        for (; row < values.Length; row++) Put(row, values[row] == values[row - 1] ? 0UL : 1);
    }

    /// <summary>Looks at one byte of each row.</summary>
    /// <param name="values">Those of the first rows.</param>
    public void Add(ReadOnlySpan<byte> values)
    {
        ref byte first = ref MemoryMarshal.GetReference(values);
        int row = 1;
        for (; row <= values.Length - Vector256<byte>.Count; row += Vector256<byte>.Count)
        {
            Vector256<byte> isSame = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)row), Vector256.LoadUnsafe(ref first, (nuint)(row - 1)));
            Put(row, ~isSame.ExtractMostSignificantBits());
        }

        for (; row < values.Length; row++) Put(row, values[row] == values[row - 1] ? 0UL : 1);
    }

    /// <summary>Looks at one bit of each row.</summary>
    /// <param name="bits">Those of the first rows.</param>
    public void AddBits(ReadOnlySpan<ulong> bits)
    {
        ulong last = 0;
        for (int word = 0; word < Math.Min(bits.Length, _words.Length); word++)
        {
            ulong changed = bits[word] ^ ((bits[word] << 1) | last);
            last = bits[word] >> (ValidityBits.PerWord - 1);
            Put(word * ValidityBits.PerWord, changed);
        }
    }

    // INVARIANT: no bit is set behind the last row.
    private void Put(int row, ulong heads)
    {
        if (_rows - row < ValidityBits.PerWord) heads &= (1UL << (_rows - row)) - 1;
        int shift = row % ValidityBits.PerWord;
        _words[row / ValidityBits.PerWord] |= heads << shift;
        ulong rest = shift == 0 ? 0 : heads >> (ValidityBits.PerWord - shift);
        if (rest != 0) _words[(row / ValidityBits.PerWord) + 1] |= rest;
    }

    private int NextFrom(int word)
    {
        for (int at = word; at < _words.Length; at++)
        {
            if (_words[at] != 0) return (at * ValidityBits.PerWord) + BitOperations.TrailingZeroCount(_words[at]);
        }

        return _rows;
    }
}
