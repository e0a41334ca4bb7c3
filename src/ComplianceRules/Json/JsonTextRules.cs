using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Which characters a name or a text may hold: none that hides, reorders or means nothing to a reader.</summary>
internal static class JsonTextRules
{
    /// <summary>Finds the first escape that is half a surrogate pair.</summary>
    /// <param name="raw">The text as it is written, without its quotes; known to be valid JSON.</param>
    /// <returns>The offset of the escape; -1 where there is none.</returns>
    public static int LoneSurrogate(ReadOnlySpan<byte> raw)
    {
        int high = -1;
        for (int at = 0; at < raw.Length;)
        {
            char unit = EscapedUnit(raw[at..], out int length);
            if (char.IsLowSurrogate(unit) != (high >= 0)) return high >= 0 ? high : at;
            high = char.IsHighSurrogate(unit) ? at : -1;
            at += length;
        }

        return high;
    }

    /// <summary>Finds the first character that is not allowed, and the code that says why.</summary>
    /// <param name="text">The text, escapes resolved; well-formed UTF-16.</param>
    /// <param name="isName">Whether it is a name, in which line breaks and tabs are not allowed either.</param>
    public static (DiagnosticCode Code, int Index, Rune Rune)? FirstFault(string text, bool isName)
    {
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            DiagnosticCode? code = Fault(rune, isName);
            if (code is not null) return (code, index, rune);
            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static DiagnosticCode? Fault(Rune rune, bool isName)
    {
        if (rune.IsAscii && rune.Value >= ' ' && rune.Value != 0x7F) return null;
        if (!isName && rune.Value is '\n' or '\t') return null;
        if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) return DiagnosticCodes.BidiCharacter;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => DiagnosticCodes.ControlCharacter,
            UnicodeCategory.PrivateUse => DiagnosticCodes.PrivateUseCharacter,
            _ => ComposedForm.Allows(rune) ? null : DiagnosticCodes.NotComposed,
        };
    }

    // Anything that is no \uXXXX escape counts as a unit that is no surrogate.
    private static char EscapedUnit(ReadOnlySpan<byte> raw, out int length)
    {
        length = raw[0] != (byte)'\\' ? 1 : raw[1] == (byte)'u' ? 6 : 2;
        return length == 6 ? (char)ushort.Parse(raw[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : '\0';
    }
}
