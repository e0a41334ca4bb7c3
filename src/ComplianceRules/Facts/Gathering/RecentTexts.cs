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

    private int[] _places = [];

    /// <summary>Keeps a text.</summary>
    /// <returns>Its place, which may be that of an earlier one that is the same.</returns>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest) return texts.Add(utf8);
        if (_places.Length == 0) _places = new int[Length];
        ref int place = ref _places[SlotOf(utf8)];
        if (place == 0 || !texts[place].SequenceEqual(utf8)) place = texts.Add(utf8);
        return place;
    }

    /// <summary>Where a text is kept in mind: not sought by its hash, for one that comes again soon needs none.</summary>
    public static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        ulong head = TextHead.Of(utf8);
        if (utf8.Length > TextHead.Length) head ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8[^TextHead.Length..]);
        return (int)(((head + (uint)utf8.Length) * 0x9E3779B97F4A7C15) >> 54);
    }
}
