namespace ComplianceRules.Cli.Output;

/// <summary>Draws the lines of a tree so that their values stand in one column.</summary>
internal static class TreeDrawing
{
    private const int Gap = 2;
    private const int NarrowestText = 24;

    public static void Draw(Page page, IReadOnlyList<TreeLine> lines, int width)
    {
        TreeLine[] valued = [.. lines.Where(l => l.Value is not null)];
        int widestValue = Math.Min(valued.Max(l => Page.Columns(l.Value!)), width / 3);
        int widestText = valued.Max(l => Page.Columns(l.First) + Page.Columns(l.Text));
        int column = Math.Max(Math.Min(widestText, width - Gap - widestValue), NarrowestText);
        foreach (TreeLine line in lines) Draw(page, line, column, width);
    }

    private static void Draw(Page page, TreeLine line, int column, int width)
    {
        int room = line.Value is null ? width : column;
        List<string> texts = WrappedText.Of(line.Text, Math.Max(room - Page.Columns(line.First), NarrowestText / 2));
        List<string> values = line.Value is null ? [] : WrappedText.Of(line.Value, width - column - Gap);
        for (int i = 0; i < Math.Max(texts.Count, values.Count); i++)
        {
            string text = (i == 0 ? line.First : line.Rest) + (i < texts.Count ? texts[i] : string.Empty);
            page.Line(i < values.Count ? text + new string(' ', Math.Max(column + Gap - Page.Columns(text), 1)) + values[i] : text);
        }
    }
}
