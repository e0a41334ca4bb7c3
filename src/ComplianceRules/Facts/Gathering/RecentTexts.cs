using System.Buffers.Binary;

namespace ComplianceRules.Facts;

/// <summary>Texts kept once while they come again soon, such as the ids of classes: 301 is in every school.</summary>
/// <param name="texts">Where they are kept.</param>
internal sealed class RecentTexts(ByteTexts texts)
{
    /// <summary>How many may be kept in mind.</summary>
    public const int Length = 1 << 10;

    /// <summary>The longest that are kept in mind, in bytes.</summary>
    public const int Longest = 32;

    private readonly int[] _places = new int[Length];
    private readonly ulong[] _heads = new ulong[Length];

    /// <summary>Keeps a text.</summary>
    /// <returns>Its place, which may be that of an earlier one that is the same.</returns>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest) return texts.Add(utf8);
        int slot = SlotOf(utf8);
        ref int place = ref _places[slot];
        if (place != 0 && texts[place].SequenceEqual(utf8)) return place;
        place = texts.Add(utf8);
        _heads[slot] = utf8.Length is > 0 and <= sizeof(ulong) && utf8[0] != 0 ? HeadOf(utf8) : 0;
        return place;
    }

    /// <summary>The place of a text of at most eight bytes that is kept in mind; 0 where it is not.</summary>
    /// <param name="head">Its bytes as a number, the first one highest.</param>
    /// <param name="length">How many they are.</param>
    public int Find(ulong head, int length)
    {
        // The first byte of a text kept so is not zero, so that the number tells the length too.
        int slot = SlotOf(head, length);
        return _heads[slot] == head && head >> ((length - 1) * 8) != 0 ? _places[slot] : 0;
    }

    /// <summary>Where a text is kept in mind: not sought by its hash, for one that comes again soon needs none.</summary>
    public static int SlotOf(ReadOnlySpan<byte> utf8) => SlotOf(HeadOf(utf8), utf8.Length);

    /// <summary>A short text as a number, its first byte highest; a longer one folded.</summary>
    public static ulong HeadOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > sizeof(ulong)) return BinaryPrimitives.ReadUInt64LittleEndian(utf8) ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
        ulong head = 0;
        foreach (byte unit in utf8) head = (head << 8) | unit;
        return head;
    }

    private static int SlotOf(ulong head, int length) => (int)(((head + (uint)length) * 0x9E3779B97F4A7C15) >> 54);
}
