using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>What packs hold, counted, for people: the totals, a line a pack, the rules by what they have, a line a table.</summary>
/// <param name="words">In which language.</param>
internal sealed class StatsTables(Words words)
{
    private const int Edge = 2;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public void Write(PackStatistics statistics, Terminal terminal)
    {
        using Page page = new(terminal.Out, terminal.Width, terminal.Colours);
        page.Line(words.StatsPacks(statistics.Packs.Length, statistics.Templates, statistics.SchoolPacks), Bold);
        page.Line(words.StatsRules(statistics.Rules.All, statistics.Rules.Replacements), Bold);
        Draw(page, [words.ColumnPack, words.ColumnTitle], [words.ColumnRules, words.ColumnInstruments, words.ColumnParameters, words.ColumnValues, words.ColumnFields, words.ColumnDerived, words.ColumnCases], statistics.Packs.Select(RowOf));
        RuleCounts rules = statistics.Rules;
        Draw(page, [words.ColumnArea], [words.ColumnRules], rules.ByArea.Select(c => Row(c.Key, c.Value)));
        Draw(page, [words.ColumnKind], [words.ColumnRules], rules.ByKind.Select(c => Row(c.Key, c.Value)));
        Draw(page, [words.ColumnBinding], [words.ColumnRules], rules.ByBinding.Select(c => Row(words.Of(c.Key), c.Value)));
        Draw(page, [words.ColumnCertainty], [words.ColumnRules, words.ColumnInstruments], rules.ByCertainty.Select(c => Row(words.Of(c.Key), c.Value, statistics.InstrumentsByCertainty[c.Key])));
        Draw(page, [words.ColumnTable, words.ColumnTitle], [words.ColumnFields, words.ColumnDerived], statistics.Tables.Select(RowOf));
    }

    private (string[] Names, int[] Counts) RowOf(PackCounts pack)
    {
        string id = pack.Pack.IsTemplate ? words.TemplatePack(pack.Pack.Id) : pack.Pack.Id;
        return ([id, pack.Pack.Title.In(words.Language)], [pack.Rules.All, pack.Instruments, pack.Parameters, pack.Values, pack.Fields, pack.DerivedFields, pack.Cases]);
    }

    private (string[] Names, int[] Counts) RowOf(TableCounts table) => ([table.Table.Name, table.Table.Title.In(words.Language)], [table.Fields, table.DerivedFields]);

    private static (string[] Names, int[] Counts) Row(string name, params int[] counts) => ([name], counts);

    private static void Draw(Page page, string[] names, string[] counts, IEnumerable<(string[] Names, int[] Counts)> rows)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string name in names) table.AddColumn(new TableColumn(new Text(name)).Padding(1, 0, 0, 0));
        foreach (string count in counts) table.AddColumn(new TableColumn(new Text(count)).RightAligned().NoWrap().Padding(1, 0, 0, 0));
        int least = Edge + counts.Sum(c => Page.Columns(c) + Edge);
        int widest = 0;
        foreach ((string[] titles, int[] numbers) in rows)
        {
            table.AddRow(titles.Select(t => new Text(Printable.Of(t))).Concat(numbers.Select(n => new Text(Number(n)))));
            widest = Math.Max(widest, Page.Columns(titles[0]));
        }

        page.Draw(table, least + widest + (names.Length * Edge));
    }

    private static string Number(int count) => count == 0 ? "-" : count.ToString(CultureInfo.InvariantCulture);
}
