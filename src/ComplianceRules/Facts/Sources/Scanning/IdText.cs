using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Reads ids that need neither trimming nor encoding: texts, and whole numbers as they are written.</summary>
internal static class IdText
{
    /// <summary>Reads an id.</summary>
    /// <param name="at">Its opening quote or first digit.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    /// <param name="id">The id.</param>
    /// <returns>The bytes it takes in JSON; 0 where it is none of these.</returns>
    public static int Read(ref byte at, byte lineFeed, out ReadOnlySpan<byte> id)
    {
        bool isText = at == JsonText.Quote;
        ref byte start = ref Unsafe.Add(ref at, isText ? 1 : 0);
        int length = isText ? JsonText.Length(ref start) : JsonDigits.Count(ref at);
        id = default;
        if (length <= 0) return 0;
        id = MemoryMarshal.CreateReadOnlySpan(ref start, length);
        if (isText) return IsPlain(id) ? length + 2 : 0;
        bool isNumber = length < 16 && (length == 1 || at != (byte)'0') && JsonDigits.MayEndBefore(Unsafe.Add(ref at, length), lineFeed);
        return isNumber ? length : 0;
    }

    private static bool IsPlain(ReadOnlySpan<byte> id)
    {
        if (id.ContainsAny((byte)'|', (byte)'/', (byte)'%')) return false;
        return !IsBlank(id[0], id, fromEnd: false) && !IsBlank(id[^1], id, fromEnd: true);
    }

    private static bool IsBlank(byte outermost, ReadOnlySpan<byte> id, bool fromEnd)
    {
        if (outermost < 0x80) return outermost <= (byte)' ';
        _ = fromEnd ? Rune.DecodeLastFromUtf8(id, out Rune rune, out _) : Rune.DecodeFromUtf8(id, out rune, out _);
        return Rune.IsWhiteSpace(rune);
    }
}
