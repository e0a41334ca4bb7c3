using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes Markdown piece by piece, each with an empty line before it.</summary>
/// <remarks>For one thread. What is handed over is Markdown already: <see cref="MarkdownText"/> makes it of texts.</remarks>
/// <param name="output">Takes the text.</param>
/// <param name="words">What reports say.</param>
/// <param name="most">How many entries a list shows.</param>
internal sealed class MarkdownPage(TextWriter output, AssessmentWords words, int most)
{
    private bool _isBegun;

    /// <summary>What reports say.</summary>
    public AssessmentWords Words => words;

    /// <summary>How many entries a list shows.</summary>
    public int Most => most;

    /// <summary>A heading.</summary>
    public void Heading(int level, string text)
    {
        Part();
        output.Write($"{new string('#', level)} {text}\n");
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text)
    {
        Part();
        output.Write($"{text}\n");
    }

    /// <summary>A list; indented items are those of the item above them.</summary>
    public void List(IEnumerable<(int Depth, string Text)> items)
    {
        Part();
        foreach ((int depth, string text) in items) output.Write($"{new string(' ', 2 * depth)}- {text}\n");
    }

    /// <summary>A table, cut where it is long: a line below it says how many rows more there are.</summary>
    /// <param name="columns">What stands above each column, and whether it holds numbers.</param>
    /// <param name="rows">The rows.</param>
    public void Table(IReadOnlyList<(string Title, bool IsNumber)> columns, IReadOnlyCollection<string[]> rows)
    {
        if (rows.Count > 0 && most > 0)
        {
            Part();
            Row(columns.Select(c => c.Title));
            output.Write($"|{string.Join('|', columns.Select(c => c.IsNumber ? "---:" : "---"))}|\n");
            foreach (string[] row in rows.Take(most)) Row(row);
        }

        if (rows.Count > most) Paragraph(words.Say("more", rows.Count - most));
    }

    /// <summary>A number as it may be shown.</summary>
    public static string Number(ShownCount count) => MarkdownText.Of(count.ToString());

    private void Row(IEnumerable<string> cells) => output.Write($"| {string.Join(" | ", cells)} |\n");

    private void Part()
    {
        if (_isBegun) output.Write('\n');
        _isBegun = true;
    }
}
