using System.Globalization;

namespace ComplianceRules.Json;

/// <summary>Finds characters that no text of an author may hold: controls, bidirectional controls, private use, lone surrogates, and what is not composed (NFC).</summary>
/// <remarks>Judges by its own short tables: the runtime's normalization says yes to everything where the globalization data is left out.</remarks>
internal static class PlainText
{
    // The compatibility ideographs that are composed already: all others of their block stand for another character.
    private const string UnifiedAmongCompatibility = "\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29";

    // Signs that Unicode writes as another single character.
    private const string Singletons = "\u037E\u0387\u1FBE\u2000\u2001\u2126\u212A\u212B\u2329\u232A\u0374\u1FEF\u1FFD";

    /// <summary>The place of the first character that is refused; -1 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowsBreaks">Whether tab, line feed and carriage return are allowed.</param>
    public static int FirstRefused(ReadOnlySpan<char> text, bool allowsBreaks)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and < '\u007F') continue;
            if (allowsBreaks && IsBreak(c)) continue;
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair ? IsRefusedPair(char.ConvertToUtf32(c, text[i + 1])) : IsRefused(c)) return i;
            if (pair) i++;
        }

        return -1;
    }

    /// <summary>A character as people look it up: <c>U+202E</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The character's place.</param>
    public static string NameOf(string text, int index)
    {
        int code = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];
        return string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
    }

    private static bool IsBreak(char c) => c is '\t' or '\n' or '\r';

    private static bool IsRefused(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || IsBidirectional(c) || IsDecomposed(c)
        || c is (>= '\uE000' and <= '\uF8FF') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static bool IsRefusedPair(int code) =>
        code is (>= 0xF0000 and <= 0x10FFFF) or (>= 0x2F800 and <= 0x2FA1F) or (>= 0xE0000 and <= 0xE007F);

    private static bool IsBidirectional(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsDecomposed(char c) =>
        c is (>= '\u0300' and <= '\u036F') or '\u3099' or '\u309A' or (>= '\u1161' and <= '\u1175') or (>= '\u11A8' and <= '\u11C2')
        || (c is >= '\uF900' and <= '\uFAD9' && !UnifiedAmongCompatibility.Contains(c, StringComparison.Ordinal))
        || Singletons.Contains(c, StringComparison.Ordinal);
}
