namespace ComplianceRules.Engine;

/// <summary>Numbers keys in the order in which they first come; a key is a few whole numbers.</summary>
/// <remarks>For one thread. Bounded: of the keys of hostile data only so many are kept, and none is looked for long.</remarks>
/// <param name="width">How many whole numbers a key has.</param>
internal sealed class KeyNumbers(int width)
{
    /// <summary>The most keys that are kept.</summary>
    public const int Most = 1 << 16;

    /// <summary>The number of a key that is not kept.</summary>
    public const int NotKept = -1;

    private const int FirstSlots = 64;
    private const int MostSteps = 32;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private long[] _keys = new long[FirstSlots / 2 * width];
    private int[] _slots = new int[FirstSlots];

    /// <summary>How many keys are kept.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key, from 0; a new key takes the next number.</summary>
    /// <param name="key">The key.</param>
    public int NumberOf(ReadOnlySpan<long> key)
    {
        int slot = SlotOf(key);
        if (slot < 0) return NotKept;
        if (_slots[slot] != 0) return _slots[slot] - 1;
        if (Count == Most) return NotKept;
        if (Count * 2 == _slots.Length)
        {
            Grow();
            slot = SlotOf(key);
            if (slot < 0) return NotKept;
        }

        key.CopyTo(_keys.AsSpan(Count * width));
        _slots[slot] = ++Count;
        return Count - 1;
    }

    // The slot that holds the key, or the empty one that it would take.
    private int SlotOf(ReadOnlySpan<long> key)
    {
        int slot = Hash(key) & (_slots.Length - 1);
        for (int step = 0; step < MostSteps; step++)
        {
            int number = _slots[slot];
            if (number == 0 || key.SequenceEqual(_keys.AsSpan((number - 1) * width, width))) return slot;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return NotKept;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, _keys.Length * 2);
        _slots = new int[_slots.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            int slot = SlotOf(_keys.AsSpan(i * width, width));
            if (slot >= 0) _slots[slot] = i + 1;
        }
    }

    private static int Hash(ReadOnlySpan<long> key)
    {
        ulong hash = Spread;
        foreach (long part in key)
        {
            // Doubles differ in their highest bits only; the upper half of the product has something of every bit.
            ulong high = Math.BigMul(hash ^ (ulong)part, Spread, out ulong low);
            hash = (high ^ low) + Spread;
        }

        return (int)(hash ^ (hash >> 32));
    }
}
