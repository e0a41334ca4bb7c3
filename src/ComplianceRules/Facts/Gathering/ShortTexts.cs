namespace ComplianceRules.Facts;

/// <summary>Where short texts are kept that came lately, found by their bytes as a number.</summary>
/// <remarks>A text kept here is at most eight bytes long and does not begin with a zero, so that the number tells its length.</remarks>
internal sealed class ShortTexts
{
    private const int Shift = 54;

    private ulong[] _heads = [];
    private int[] _places = [];

    /// <summary>A text of at most eight bytes as a number, its first byte highest.</summary>
    public static ulong HeadOf(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? 0 : TextHead.Of(utf8) >> ((TextHead.Length - utf8.Length) * 8);

    /// <summary>Keeps in mind where a text is.</summary>
    /// <param name="utf8">The text; a longer one is passed over.</param>
    /// <param name="place">Its place.</param>
    public void Keep(ReadOnlySpan<byte> utf8, int place)
    {
        if (utf8.Length is 0 or > sizeof(ulong) || utf8[0] == 0) return;
        if (_heads.Length == 0) (_heads, _places) = (new ulong[1 << (64 - Shift)], new int[1 << (64 - Shift)]);
        ulong head = HeadOf(utf8);
        (_heads[SlotOf(head)], _places[SlotOf(head)]) = (head, place);
    }

    /// <summary>The place of a text; 0 where it is not known.</summary>
    /// <param name="head">Its bytes as a number.</param>
    /// <param name="length">How many they are, 1 to 8.</param>
    public int Find(ulong head, int length)
    {
        if (_heads.Length == 0) return 0;
        int slot = SlotOf(head);
        return _heads[slot] == head && head >> ((length - 1) * 8) != 0 ? _places[slot] : 0;
    }

    private static int SlotOf(ulong head) => (int)((head * 0x9E3779B97F4A7C15) >> Shift);
}
