using System.Text;

namespace ComplianceRules.Cli.Output;

/// <summary>Breaks a text into lines of a number of columns: at blanks where there are any, between wide characters anywhere.</summary>
internal static class WrappedText
{
    public static List<string> Of(string text, int columns)
    {
        List<string> lines = [];
        StringBuilder line = new();
        int width = 0;
        foreach (string word in Words(text))
        {
            int wide = Page.Columns(word);
            if (width + wide > columns && width > 0)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
                width = 0;
                if (word == " ") continue;
            }

            line.Append(word);
            width += wide;
        }

        lines.Add(line.ToString().TrimEnd(' '));
        return lines;
    }

    // A blank, a wide character, or narrow characters that belong together, at most so many that no screen is too small for them.
    private static IEnumerable<string> Words(string text)
    {
        const int Longest = 20;
        StringBuilder word = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            string character = rune.ToString();
            bool standsAlone = rune.Value == ' ' || Page.Columns(character) > 1;
            if ((standsAlone || word.Length >= Longest) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (standsAlone) yield return character;
            else word.Append(character);
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
