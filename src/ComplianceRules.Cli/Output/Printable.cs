using System.Globalization;

namespace ComplianceRules.Cli.Output;

/// <summary>Makes text from packs and data safe for a screen.</summary>
internal static class Printable
{
    private const char Stand = '\uFFFD';

    /// <summary>The text with a mark in place of every control, format, separator and private character, so that no name can move the cursor or turn the line around.</summary>
    /// <remarks>Of the same length in UTF-16 units; a tab becomes a blank.</remarks>
    public static string Of(string text) =>
        text.Any(c => Shown(c) != c) ? string.Create(text.Length, text, static (shown, from) => Fill(shown, from)) : text;

    /// <summary>The same of several lines, which stay lines.</summary>
    public static string OfLines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));

    private static void Fill(Span<char> shown, string from)
    {
        for (int i = 0; i < shown.Length; i++) shown[i] = Shown(from[i]);
    }

    private static char Shown(char character) => char.GetUnicodeCategory(character) switch
    {
        _ when character == '\t' => ' ',
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse => Stand,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Stand,
        _ => character,
    };
}
