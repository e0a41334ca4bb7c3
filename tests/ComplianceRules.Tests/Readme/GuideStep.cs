namespace ComplianceRules.Tests.Readme;

/// <summary>One step of a guide: a file to write, or a command of the tool with what it prints.</summary>
/// <param name="File">The file that the line above the block names; null for a command.</param>
/// <param name="Command">The words after the tool's name; null for a file.</param>
/// <param name="Text">What stands in the file, or what is shown of the output.</param>
internal sealed record GuideStep(string? File, string? Command, string Text)
{
    private const char More = '…';

    /// <summary>The steps in order.</summary>
    /// <param name="guide">The guide.</param>
    public static IEnumerable<GuideStep> All(ReadmeFile guide)
    {
        (string Language, string Text, int LastLine)[] blocks = [.. guide.Blocks()];
        for (int i = 0; i < blocks.Length; i++)
        {
            (string language, string text, int last) = blocks[i];
            if (language is "json" or "csv") yield return new GuideStep(NameAbove(guide, last - text.Count(c => c == '\n') - 2), null, text);
            else if (language == "sh" && blocks[i + 1].Language == "text") yield return new GuideStep(null, text.TrimEnd('\n')[ReadmeCommandTests.Tool.Length..], blocks[i + 1].Text);
        }
    }

    /// <summary>The first line shown that is not printed in its place; null where all are. A line of three dots stands for lines left out, three dots at a line's end for its rest.</summary>
    /// <param name="printed">The whole output.</param>
    public string? FirstLineNotIn(string printed)
    {
        string[] lines = printed.Split('\n');
        int next = 0;
        bool mayLeaveOut = false;
        foreach (string shown in Text.TrimEnd('\n').Split('\n'))
        {
            if (shown == $"{More}")
            {
                mayLeaveOut = true;
                continue;
            }

            int at = Array.FindIndex(lines, next, line => IsShownAs(line, shown));
            if (at < 0 || (at > next && !mayLeaveOut)) return shown;
            mayLeaveOut = false;
            next = at + 1;
        }

        return null;
    }

    private static bool IsShownAs(string line, string shown) => shown.EndsWith(More) ? line.StartsWith(shown[..^1], StringComparison.Ordinal) : line == shown;

    private static string NameAbove(ReadmeFile guide, int opening)
    {
        string line = guide.Lines[..opening].Last(l => l.Length > 0);
        return line.Split('`')[^2];
    }
}
