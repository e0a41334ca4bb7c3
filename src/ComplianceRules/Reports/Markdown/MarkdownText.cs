using System.Buffers;
using System.Text;

namespace ComplianceRules.Reports;

/// <summary>Texts of packs and data as Markdown that shows them as they are: no markup, no HTML, no link, no mention, on one line.</summary>
/// <remarks>For CommonMark and for what GitHub makes of it.</remarks>
internal static class MarkdownText
{
    // Invisible, and nobody breaks a line there: what follows an @ is then no name of somebody to be told.
    private const char Joiner = '\u2060';

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]{}|~#$!");
    private static readonly SearchValues<char> Bullets = SearchValues.Create("-+=");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\t\u2028\u2029\u0085");
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./_-:");

    /// <summary>The text, escaped.</summary>
    public static string Of(string? text)
    {
        string whole = HarmlessText.Of(OnOneLine(text ?? string.Empty).Trim());
        StringBuilder shown = new(whole.Length + 8);
        int number = Digits(whole);
        for (int i = 0; i < whole.Length; i++)
        {
            char c = whole[i];
            char next = i + 1 < whole.Length ? whole[i + 1] : ' ';
            bool opensList = (i == 0 && Bullets.Contains(c)) || (i == number && number > 0 && c is '.' or ')' && next == ' ');
            bool opensLink = (c == ':' && next == '/') || (c == '.' && i > 0 && whole[i - 1] is 'w' or 'W');
            if (Entity(c) is { } entity) shown.Append(entity);
            else if (Marks.Contains(c) || opensList || opensLink) shown.Append('\\').Append(c);
            else if (c == '@' && char.IsLetterOrDigit(next)) shown.Append(c).Append(Joiner);
            else shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>A name such as a rule's id, as code; escaped like other text where it is none.</summary>
    public static string Code(string name) => name.Length == 0 || name.AsSpan().ContainsAnyExcept(Plain) ? Of(name) : $"`{name}`";

    // Where the digits end that a text begins with.
    private static int Digits(string text)
    {
        int end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end;
    }

    private static string? Entity(char c) => c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => null };

    private static string OnOneLine(string text) =>
        text.AsSpan().ContainsAny(Breaks) ? string.Concat(text.Select(c => Breaks.Contains(c) ? ' ' : c)) : text;
}
