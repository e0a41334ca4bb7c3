using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ComplianceRules.Facts;

/// <summary>Texts as UTF-8; of half a character there is none, and it never becomes another character.</summary>
internal static class Utf8Text
{
    /// <summary>Writes a text as UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">Where it goes if it fits.</param>
    /// <param name="utf8">The bytes; empty where there are none.</param>
    /// <returns>Whether the text is made of whole characters.</returns>
    public static bool TryEncode(string text, Span<byte> room, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        Span<byte> to = text.Length <= room.Length / 3 ? room : new byte[Encoding.UTF8.GetByteCount(text)];
        if (Utf8.FromUtf16(text, to, out _, out int written, replaceInvalidSequences: false) != OperationStatus.Done) return false;
        utf8 = to[..written];
        return true;
    }

    /// <summary>A text as UTF-8.</summary>
    /// <exception cref="ArgumentException">The text has half a character.</exception>
    public static ReadOnlySpan<byte> Encode(string text, Span<byte> room) =>
        TryEncode(text, room, out ReadOnlySpan<byte> utf8) ? utf8 : throw new ArgumentException("the id has half a character", nameof(text));
}
