using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>Which characters a name or a text may hold: none that hides, reorders or means nothing to a reader, and none that has a second spelling.</summary>
/// <remarks>
/// <para>Refused everywhere: control characters (line and paragraph separators, byte order marks inside a text and invisible tags among them), characters that
/// override or isolate the direction of writing, private-use characters and those that Unicode keeps out of all texts, and what is not composed (NFC, as
/// <see cref="ComposedForm"/> says). Line feed and tab are allowed in a text, but not in a name.</para>
/// <para>Allowed are the marks that scripts need to be written rightly: marks that compose with no letter, joiners, and the direction marks U+061C, U+200E and U+200F, which
/// override nothing. Letters that look like others are not looked at here: names in expressions are ASCII, so those are refused where names are read.</para>
/// </remarks>
internal static class PlainText
{
    private const int LastOfPlane = 0xFFFE;

    /// <summary>Finds the first character that is not allowed, and the code that says why.</summary>
    /// <param name="text">The text, escapes resolved; well-formed UTF-16.</param>
    /// <param name="isName">Whether it is a name or stands for one, so that line feed and tab are not allowed either.</param>
    public static (DiagnosticCode Code, int Index, Rune Rune)? FirstFault(string text, bool isName)
    {
        // Most texts are plain ASCII, and every text of every pack passes here.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return null;
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            DiagnosticCode? code = Fault(rune, isName);
            if (code is not null) return (code, index, rune);
            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>A character as people look it up: <c>U+202E</c>.</summary>
    /// <param name="rune">The character.</param>
    public static string NameOf(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    private static DiagnosticCode? Fault(Rune rune, bool isName)
    {
        if (rune.IsAscii && rune.Value >= ' ' && rune.Value != 0x7F) return null;
        if (!isName && rune.Value is '\n' or '\t') return null;
        if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) return DiagnosticCodes.BidiCharacter;
        if (IsControl(rune)) return DiagnosticCodes.ControlCharacter;
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse || IsOfNoText(rune)) return DiagnosticCodes.PrivateUseCharacter;
        return ComposedForm.Allows(rune) ? null : DiagnosticCodes.NotComposed;
    }

    private static bool IsControl(Rune rune) => Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or (>= 0xE0000 and <= 0xE007F);

    private static bool IsOfNoText(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & LastOfPlane) == LastOfPlane;
}
