using System.Text;
using ComplianceRules.Diagnostics;
using Spectre.Console.Rendering;

namespace ComplianceRules.Cli.Output;

/// <summary>Shows a line of a file and marks a place in it.</summary>
internal static class Caret
{
    private const char Cut = '…';

    /// <summary>The line and, below it, a caret under the place; null where the line is not at hand.</summary>
    /// <remarks>A wide character counts as two columns. A line that is too long is cut around the place.</remarks>
    /// <param name="span">The place.</param>
    /// <param name="width">The columns there are.</param>
    public static (string Line, string Marks)? Of(SourceSpan span, int width)
    {
        if (span.LineText is null || span.Column < 1) return null;
        Rune[] runes = [.. Printable.Of(span.LineText).EnumerateRunes()];
        (int start, int end) = Covered(runes, span);
        (int first, int last) = Window(runes, start, width);
        StringBuilder line = new();
        StringBuilder marks = new();
        if (first > 0)
        {
            line.Append(Cut);
            marks.Append(' ');
        }

        for (int i = first; i < last; i++)
        {
            line.Append(runes[i].ToString());
            int columns = Width(runes[i]);
            if (i == start) marks.Append('^').Append('~', Math.Max(0, columns - 1));
            else marks.Append(i > start && i < end ? '~' : ' ', columns);
        }

        if (last < runes.Length) line.Append(Cut);
        if (start >= last) marks.Append('^');
        return (line.ToString(), marks.ToString().TrimEnd());
    }

    // From UTF-16 units to runes.
    private static (int Start, int End) Covered(Rune[] runes, SourceSpan span)
    {
        int start = 0;
        int units = 0;
        while (start < runes.Length && units + runes[start].Utf16SequenceLength < span.Column) units += runes[start++].Utf16SequenceLength;
        int end = start;
        while (end < runes.Length && units < span.Column - 1 + span.Length) units += runes[end++].Utf16SequenceLength;
        return (start, end);
    }

    private static (int First, int Last) Window(Rune[] runes, int start, int width)
    {
        int room = Math.Max(width, 16) - 2;
        if (runes.Sum(Width) <= room) return (0, runes.Length);
        int first = Math.Min(start, runes.Length);
        for (int before = 0; first > 0 && before + Width(runes[first - 1]) <= room / 2; first--) before += Width(runes[first - 1]);
        int last = first;
        for (int shown = 0; last < runes.Length && shown + Width(runes[last]) <= room; last++) shown += Width(runes[last]);
        return (first, last);
    }

    private static int Width(Rune rune) => Math.Max(0, new Segment(rune.ToString()).CellCount());
}
