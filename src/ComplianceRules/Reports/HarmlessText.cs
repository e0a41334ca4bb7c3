namespace ComplianceRules.Reports;

/// <summary>Texts of packs and data without characters that change how the text around them is read.</summary>
/// <remarks>For reports that people look at. Data for programs keeps its texts as they are.</remarks>
internal static class HarmlessText
{
    private const char Stand = '\uFFFD';

    /// <summary>The text with U+FFFD in place of control characters other than tabs and line ends, of what overrides or isolates the direction of writing, of separators of lines and
    /// paragraphs, of halves of characters and of what is no character.</summary>
    /// <remarks>Of the same length in UTF-16 units.</remarks>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsHarmless(text, i)) return string.Create(text.Length, text, static (shown, from) => Fill(shown, from));
        }

        return text;
    }

    private static void Fill(Span<char> shown, string from)
    {
        for (int i = 0; i < shown.Length; i++) shown[i] = IsHarmless(from, i) ? from[i] : Stand;
    }

    private static bool IsHarmless(string text, int at)
    {
        char c = text[at];
        if (char.IsHighSurrogate(c)) return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c)) return at > 0 && char.IsHighSurrogate(text[at - 1]);
        if (char.IsControl(c)) return c is '\t' or '\r' or '\n';
        return c is not (>= '\u2028' and <= '\u202E') and not (>= '\u2066' and <= '\u2069') and < '\uFFFE';
    }
}
