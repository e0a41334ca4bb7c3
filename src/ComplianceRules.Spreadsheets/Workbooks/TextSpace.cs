namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>Reckons the room that texts take: spreadsheets do not, for a row that they have not drawn yet.</summary>
internal static class TextSpace
{
    /// <summary>The height of a line of plain text, in points.</summary>
    public const double LineOfText = 16;

    /// <summary>The height of a line of small text, in points.</summary>
    public const double LineOfNotes = 12;

    /// <summary>How much more small text a column takes.</summary>
    public const double NotesToText = 1.15;

    private const double Margin = 5;
    private const double Tallest = 405;
    private const char FirstWide = '\u1100';

    /// <summary>How many digits a text is wide; Chinese characters are two.</summary>
    public static int Width(string text) => text.Sum(c => c >= FirstWide ? 2 : 1);

    /// <summary>The height of a row in which every text can be read.</summary>
    /// <param name="texts">The texts of its cells.</param>
    /// <param name="widths">The widths of their columns.</param>
    /// <param name="line">The height of a line.</param>
    public static double Height(IEnumerable<string> texts, IEnumerable<double> widths, double line)
    {
        int lines = texts.Zip(widths, (text, width) => text.Split('\n').Sum(part => Math.Max(1, (int)double.Ceiling(Width(part) / (width - 1))))).Max();
        return Math.Min(Tallest, (lines * line) + Margin);
    }
}
