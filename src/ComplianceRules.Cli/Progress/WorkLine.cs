using System.Globalization;
using System.Text;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;

namespace ComplianceRules.Cli.Progress;

/// <summary>The one line that says how far work is: what it is, a bar, how fast it goes and how long it still takes.</summary>
internal static class WorkLine
{
    private const int WidestBar = 24;
    private const int NarrowestBar = 8;
    private const int NarrowestName = 12;
    private const string Gap = "  ";
    private const string Cut = "..";
    private const double Mega = 1_000_000;

    /// <summary>The line, of at most so many columns; a wide character has two.</summary>
    /// <remarks>Of ASCII beside the words themselves: what other characters are wide, terminals do not agree on.</remarks>
    /// <param name="state">How far it is.</param>
    /// <param name="words">In which language.</param>
    /// <param name="width">The columns there are.</param>
    public static string Of(WorkState state, Words words, int width)
    {
        string name = Printable.Of(state.What);
        string numbers = string.Join(Gap, Numbers(state, words));
        int room = width - Page.Columns(numbers) - (2 * Gap.Length);
        int bar = Math.Min(WidestBar, room - Math.Min(Page.Columns(name), Math.Max(NarrowestName, room - WidestBar)));
        string[] parts = bar >= NarrowestBar
            ? [Shortened(name, room - bar), Bar(state, bar), numbers]
            : [Shortened(name, width - Page.Columns(numbers) - Gap.Length), numbers];
        return Shortened(string.Join(Gap, parts.Where(p => p.Length > 0)), width);
    }

    private static IEnumerable<string> Numbers(WorkState state, Words words)
    {
        if (state.Share is { } share) yield return string.Create(CultureInfo.InvariantCulture, $"{(int)(share * 100),3}%");
        if (state.Rate is { } rate) yield return state.Unit == WorkUnit.Bytes ? words.BytesPerSecond(Megabytes(rate)) : words.RowsPerSecond(Whole(rate));
        yield return state.Left is { } left ? words.TimeLeft(Clock(left)) : Clock(state.Elapsed);
    }

    // Where the end is not known, a mark goes to and fro.
    private static string Bar(WorkState state, int width)
    {
        int room = width - 2;
        if (state.Share is { } share)
        {
            int full = (int)(share * room);
            return $"[{new string('=', full)}{new string(' ', room - full)}]";
        }

        int step = (int)(state.Elapsed.TotalSeconds * 4) % (2 * (room - 1));
        int at = step < room ? step : (2 * (room - 1)) - step;
        return $"[{new string(' ', at)}={new string(' ', room - at - 1)}]";
    }

    private static string Shortened(string text, int columns)
    {
        if (Page.Columns(text) <= columns) return text;
        StringBuilder kept = new();
        int used = Cut.Length;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += Page.Columns(rune.ToString());
            if (used > columns) break;
            kept.Append(rune.ToString());
        }

        return columns < Cut.Length ? string.Empty : kept.Append(Cut).ToString();
    }

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(double bytes) => (bytes / Mega).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Clock(TimeSpan time) => time < TimeSpan.FromHours(1)
        ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}");
}
