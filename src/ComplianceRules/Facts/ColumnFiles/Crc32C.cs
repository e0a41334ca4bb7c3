using System.Numerics;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>The checksum CRC-32C of blocks: it finds every change of up to 32 neighbouring bits.</summary>
/// <remarks>Source: Castagnoli, Brauer, Herrmann 1993; the polynomial of iSCSI (RFC 3720), which processors compute.</remarks>
internal static class Crc32C
{
    /// <summary>How many blocks are taken at once: one alone would wait for each step to end before the next begins.</summary>
    public const int Lanes = 4;

    /// <summary>What a checksum begins with.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(Start, bytes);

    /// <summary>Goes on with more bytes; the last result is inverted.</summary>
    public static uint Continue(uint checksum, ReadOnlySpan<byte> bytes)
    {
        if (Crc32CFolding.IsSupported && bytes.Length >= Crc32CFolding.Least) checksum = Crc32CFolding.Continue(checksum, ref bytes);
        return ContinueByWords(checksum, bytes);
    }

    /// <summary>Goes on with more bytes, eight at a time.</summary>
    public static uint ContinueByWords(uint checksum, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words) checksum = BitOperations.Crc32C(checksum, word);
        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..]) checksum = BitOperations.Crc32C(checksum, rest);
        return checksum;
    }

    /// <summary>The checksums of neighbouring blocks of one length.</summary>
    /// <param name="bytes">The blocks; a whole number of words each.</param>
    /// <param name="checksums">One place for each of <see cref="Lanes"/> blocks.</param>
    public static void OfBlocks(ReadOnlySpan<byte> bytes, Span<uint> checksums)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        int length = words.Length / Lanes;
        ReadOnlySpan<ulong> first = words[..length];
        ReadOnlySpan<ulong> second = words.Slice(length, length);
        ReadOnlySpan<ulong> third = words.Slice(2 * length, length);
        ReadOnlySpan<ulong> fourth = words.Slice(3 * length, length);
        (uint a, uint b, uint c, uint d) = (Start, Start, Start, Start);
        for (int i = 0; i < first.Length; i++)
        {
            a = BitOperations.Crc32C(a, first[i]);
            b = BitOperations.Crc32C(b, second[i]);
            c = BitOperations.Crc32C(c, third[i]);
            d = BitOperations.Crc32C(d, fourth[i]);
        }

        (checksums[0], checksums[1], checksums[2], checksums[3]) = (~a, ~b, ~c, ~d);
    }
}
