using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;

namespace ComplianceRules.Cli.Output;

/// <summary>A comparison of assessments as Markdown.</summary>
internal static class ComparisonMarkdown
{
    private const string Special = "\\`*_{}[]<>()#+!|~&";

    public static void Write(AssessmentComparison comparison, Stream output, Words words, bool listsAll)
    {
        using StreamWriter text = Terminal.TextOn(output);
        ComparisonSections sections = new(words, comparison, listsAll);
        Write(text, sections.Head, "# ");
        foreach (ReportSection section in sections.All()) Write(text, section, "\n## ");
    }

    private static void Write(StreamWriter text, ReportSection section, string mark)
    {
        if (section.Heading.Length > 0) text.WriteLine(mark + Plain(section.Heading));
        if (!section.Rows.IsEmpty)
        {
            text.WriteLine();
            WriteRow(text, section.Columns);
            text.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" ---: |", section.Columns.Length - 1))}");
            foreach (ImmutableArray<string> row in section.Rows) WriteRow(text, row);
        }

        if (!section.Lines.IsEmpty) text.WriteLine();
        foreach (string line in section.Lines) text.WriteLine($"- {Plain(line)}");
    }

    private static void WriteRow(StreamWriter text, ImmutableArray<string> cells) => text.WriteLine($"| {string.Join(" | ", cells.Select(Plain))} |");

    // Whatever data says is text, never markup.
    private static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char each in Printable.Of(text))
        {
            if (Special.Contains(each, StringComparison.Ordinal)) plain.Append('\\');
            plain.Append(each);
        }

        return plain.ToString();
    }
}
