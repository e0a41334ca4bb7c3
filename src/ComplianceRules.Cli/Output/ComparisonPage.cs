using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>A comparison of assessments on a screen.</summary>
/// <param name="words">In which language.</param>
/// <param name="style">How it looks.</param>
internal sealed class ComparisonPage(Words words, TableStyle style)
{
    private const int NarrowestName = 20;
    private const int Edge = 2;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public void Write(AssessmentComparison comparison, Stream output)
    {
        using StreamWriter text = Terminal.TextOn(output);
        using Page page = new(text, style.Width, style.Colours);
        ComparisonSections sections = new(words, comparison, style.ListsAll);
        Draw(page, sections.Head);
        foreach (ReportSection section in sections.All())
        {
            page.Line();
            Draw(page, section);
        }
    }

    /// <summary>What a report on the later assessment says of the earlier one.</summary>
    public void DrawSummary(Page page, AssessmentComparison comparison)
    {
        ComparisonSections sections = new(words, comparison, listsAll: false);
        page.Line();
        Draw(page, sections.Head);
        Draw(page, sections.Trends with { Heading = string.Empty });
    }

    private static void Draw(Page page, ReportSection section)
    {
        if (section.Heading.Length > 0) page.Line(section.Heading, Bold);
        if (!section.Rows.IsEmpty) DrawTable(page, section);
        foreach (string line in section.Lines) page.Item(line);
    }

    private static void DrawTable(Page page, ReportSection section)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new Text(section.Columns[0])));
        foreach (string column in section.Columns.Skip(1)) table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap().Padding(1, 0, 0, 0));
        foreach (ImmutableArray<string> row in section.Rows) table.AddRow(row.Select(cell => new Text(Printable.Of(cell))));
        int numbers = section.Columns.Skip(1).Select((name, at) => section.Rows.Select(r => r[at + 1]).Append(name).Max(Page.Columns) + Edge).Sum();
        page.Draw(table, NarrowestName + numbers);
    }
}
