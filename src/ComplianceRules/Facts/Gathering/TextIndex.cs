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

    /// <summary>The hash of a text below a row.</summary>
    public static uint HashOf(ReadOnlySpan<byte> utf8, int parent)
    {
        ReadOnlySpan<char> units = MemoryMarshal.Cast<byte, char>(utf8);
        uint odd = (utf8.Length & 1) == 0 ? 0 : utf8[^1] + 1U;
        return ((uint)string.GetHashCode(units) ^ ((((uint)parent * 257) + odd) * 0x9E3779B1)) * 0x85EBCA6B;
    }

    /// <summary>The first slot that may hold a number of a hash; -1 where none does.</summary>
    public int First(uint hash) => Seek(hash, (int)hash & (_tags.Length - 1));

    /// <summary>The next slot that may hold a number of a hash; -1 where none does.</summary>
    public int Next(uint hash, int slot) => Seek(hash, (slot + 1) & (_tags.Length - 1));

    /// <summary>The number in a slot.</summary>
    public int this[int slot] => _numbers[slot];

    public void Replace(int slot, int number) => _numbers[slot] = number;

    public void RemoveAt(int slot) => _tags[slot] = Left;

    /// <summary>Whether there is room for one more; else the table is to be filled anew.</summary>
    public bool HasRoom => _used < _tags.Length / 4 * 3;

    public void Add(uint hash, int number)
    {
        int slot = (int)hash & (_tags.Length - 1);
        while (_tags[slot] >= Taken) slot = (slot + 1) & (_tags.Length - 1);
        if (_tags[slot] == Free) _used++;
        _tags[slot] = Tag(hash);
        _numbers[slot] = number;
    }

    /// <summary>Empties the table and makes it larger where it needs to be.</summary>
    /// <param name="numbers">How many there will be.</param>
    /// <returns>The numbers that were in it; -1 in a slot without.</returns>
    public int[] Empty(int numbers)
    {
        int[] old = _numbers;
        for (int slot = 0; slot < old.Length; slot++)
        {
            if (_tags[slot] < Taken) old[slot] = -1;
        }

        int length = FirstLength;
        while (length / 2 < numbers) length = checked(length * 2);
        (_tags, _numbers, _used) = (new byte[length], new int[length], 0);
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
