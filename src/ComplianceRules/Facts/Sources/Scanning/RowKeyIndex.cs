using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Finds the keys of a table by their bytes.</summary>
internal sealed class RowKeyIndex
{
    private const int FirstLength = 64;
    private static readonly Vector256<byte> Places = Vector256.CreateSequence<byte>(0, 1);

    private readonly List<RowKey> _keys = [];
    private RowKey?[] _slots = new RowKey?[FirstLength];

    /// <summary>The keys, those found first before others of the same name.</summary>
    public IReadOnlyList<RowKey> Keys => _keys;

    /// <summary>Takes up a key; the first of a name counts.</summary>
    public bool TryAdd(RowKey key)
    {
        if (Find(key.Name) is not null) return false;
        _keys.Add(key);
        if (_keys.Count * 4 > _slots.Length) Grow();
        else Place(key);
        return true;
    }

    /// <summary>The key of a name; null where there is none.</summary>
    public RowKey? Find(string name) => _keys.Find(k => k.Name == name);

    /// <summary>The key that stands here; null where there is none.</summary>
    /// <param name="at">The first byte behind the opening quote, with a vector of bytes that may be looked at.</param>
    /// <param name="length">How many bytes stand before the closing quote.</param>
    public RowKey? Find(ref byte at, int length)
    {
        Vector256<byte> start = Vector256.LoadUnsafe(ref at);
        if (length < Vector256<byte>.Count) start &= Vector256.LessThan(Places, Vector256.Create((byte)length));
        for (int slot = SlotOf(start); _slots[slot] is { } key; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (key.Start == start && key.Utf8.Length == length && (length <= Vector256<byte>.Count || RestMatches(key.Utf8, ref at))) return key;
        }

        return null;
    }

    private static bool RestMatches(byte[] key, ref byte at)
    {
        int compared = Vector256<byte>.Count;
        while (compared < key.Length && Unsafe.Add(ref at, compared) == key[compared]) compared++;
        return compared == key.Length;
    }

    private void Grow()
    {
        _slots = new RowKey?[_slots.Length * 2];
        foreach (RowKey key in _keys) Place(key);
    }

    private void Place(RowKey key)
    {
        int slot = SlotOf(key.Start);
        while (_slots[slot] is not null) slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = key;
    }

    private int SlotOf(Vector256<byte> start)
    {
        Vector256<ulong> words = start.AsUInt64();
        ulong mixed = (words[0] * 0x9E3779B97F4A7C15) ^ (words[1] * 0xC2B2AE3D27D4EB4F) ^ (words[2] * 0x165667B19E3779F9) ^ (words[3] * 0xD6E8FEB86659FD93);
        return (int)((mixed ^ (mixed >> 29)) >> 32) & (_slots.Length - 1);
    }
}
