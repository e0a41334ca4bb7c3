using System.Buffers.Binary;

namespace ComplianceRules.Facts;

/// <summary>The first bytes of texts as numbers that are ordered as the texts are.</summary>
internal static class TextHead
{
    /// <summary>How many bytes a head holds.</summary>
    public const int Length = sizeof(ulong);

    /// <summary>The first bytes of a text, with zeros behind a short one.</summary>
    public static ulong Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= Length) return BinaryPrimitives.ReadUInt64BigEndian(utf8);
        if (utf8.Length >= sizeof(uint))
            return ((ulong)BinaryPrimitives.ReadUInt32BigEndian(utf8) << 32) | (uint)((ulong)BinaryPrimitives.ReadUInt32BigEndian(utf8[^sizeof(uint)..]) << ((Length - utf8.Length) * 8));
        ulong head = 0;
        for (int at = 0; at < utf8.Length; at++) head |= (ulong)utf8[at] << ((Length - 1 - at) * 8);
        return head;
    }
}
