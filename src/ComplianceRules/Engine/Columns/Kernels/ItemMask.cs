using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Turns the bits of items into vectors that let only their cells through.</summary>
internal static class ItemMask
{
    private static readonly Vector512<byte> ByteOfLane = Vector512.Create(
        (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
        4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7);

    private static readonly Vector512<byte> BitOfLane = Vector512.Create(0x8040201008040201UL).AsByte();

    /// <summary>The bits of a word that lie between two places.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="word">The word.</param>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    public static ulong Word(ReadOnlySpan<ulong> bits, int word, int from, int to)
    {
        ulong counted = bits[word];
        if (word == from >> 6) counted &= ulong.MaxValue << (from & 63);
        if (to - (word << 6) < 64) counted &= (1UL << (to & 63)) - 1;
        return counted;
    }

    /// <summary>All bits of the bytes whose bit is set.</summary>
    /// <param name="bits">One bit a byte.</param>
    public static Vector512<byte> Bytes(ulong bits)
    {
        Vector512<byte> spread = Vector512.ShuffleNative(Vector512.Create(bits).AsByte(), ByteOfLane) & BitOfLane;
        return Vector512.Equals(spread, BitOfLane);
    }
}
