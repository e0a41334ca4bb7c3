using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>A hash table of numbers that are found by the text they stand for; the texts lie elsewhere.</summary>
/// <remarks>Open addressing with linear probing. The hash has a seed of the process, so that no file can make all its texts fall into one place; nothing else depends on it.</remarks>
internal sealed class TextIndex
{
    private const int FirstLength = 64;
    private const byte Free = 0;
    private const byte Left = 1;
    private const byte Taken = 0x80;

    private byte[] _tags = new byte[FirstLength];
    private int[] _numbers = new int[FirstLength];
    private int _used;
    private int _count;

    /// <summary>Whether there is room for one more; else the table is to be filled anew.</summary>
    public bool HasRoom => _used < _tags.Length / 4 * 3;

    /// <summary>The number in a slot.</summary>
    public int this[int slot] => _numbers[slot];

    /// <summary>The hash of a text below a row.</summary>
    public static uint HashOf(ReadOnlySpan<byte> utf8, int parent)
    {
        uint odd = (utf8.Length & 1) == 0 ? 0 : utf8[^1] + 1U;
        return ((uint)string.GetHashCode(MemoryMarshal.Cast<byte, char>(utf8)) ^ ((((uint)parent * 257) + odd) * 0x9E3779B1)) * 0x85EBCA6B;
    }

    /// <summary>The first slot that may hold a number of a hash; -1 where none does.</summary>
    public int First(uint hash) => Seek(hash, (int)hash & (_tags.Length - 1));

    /// <summary>The next slot that may hold a number of a hash; -1 where none does.</summary>
    public int Next(uint hash, int slot) => Seek(hash, (slot + 1) & (_tags.Length - 1));

    public void Add(uint hash, int number)
    {
        int slot = (int)hash & (_tags.Length - 1);
        while (_tags[slot] >= Taken) slot = (slot + 1) & (_tags.Length - 1);
        if (_tags[slot] == Free) _used++;
        _tags[slot] = Tag(hash);
        _numbers[slot] = number;
        _count++;
    }

    /// <summary>Takes out a number that is there.</summary>
    public void Remove(uint hash, int number)
    {
        for (int slot = First(hash); slot >= 0; slot = Next(hash, slot))
        {
            if (_numbers[slot] != number) continue;
            _tags[slot] = Left;
            _count--;
            return;
        }
    }

    /// <summary>Empties the table, for a few.</summary>
    public void Clear()
    {
        if (_tags.Length == FirstLength) _tags.AsSpan().Clear();
        else (_tags, _numbers) = (new byte[FirstLength], new int[FirstLength]);
        (_used, _count) = (0, 0);
    }

    /// <summary>Empties the table and gives it room for more.</summary>
    /// <returns>What was in it; -1 in slots without a number.</returns>
    public int[] Grow()
    {
        int[] old = _numbers;
        for (int slot = 0; slot < old.Length; slot++)
        {
            if (_tags[slot] < Taken) old[slot] = -1;
        }

        int length = FirstLength;
        while (length / 2 <= _count) length = checked(length * 2);
        (_tags, _numbers, _used, _count) = (new byte[length], new int[length], 0, 0);
        return old;
    }

    private int Seek(uint hash, int from)
    {
        byte tag = Tag(hash);
        for (int slot = from; _tags[slot] != Free; slot = (slot + 1) & (_tags.Length - 1))
        {
            if (_tags[slot] == tag) return slot;
        }

        return -1;
    }

    private static byte Tag(uint hash) => (byte)(Taken | (hash >> 25));
}
