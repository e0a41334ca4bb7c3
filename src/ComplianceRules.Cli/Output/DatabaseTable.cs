using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>Writes what a database counted for people: a line a rule.</summary>
internal sealed class DatabaseTable(PackSet packs, Words words, TableStyle style)
{
    private const int LeastWidth = 72;
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Alarm = new(foreground: Color.Red);

    public void Write(SqlCounts counts, Stream output)
    {
        using StreamWriter text = Terminal.TextOn(output);
        using Page page = new(text, style.Width, style.Colours);
        page.Line(words.Title(counts.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Bold);
        page.Line();
        IGrouping<string, SqlCount>[] rules = [.. counts.Counts.GroupBy(c => c.Rule, StringComparer.Ordinal)];
        if (rules.Length == 0) page.Line(words.NoRules);
        else page.Draw(Rows(rules), LeastWidth);
        page.Line(words.CountedInDatabase(rules.Length, counts.LeftOut.Length, counts.InProcess.Length, counts.Reduced.Length));
    }

    private Table Rows(IGrouping<string, SqlCount>[] rules)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(words.ColumnRule)).AddColumn(new TableColumn(words.ColumnSeverity).NoWrap());
        foreach (string name in (string[])[words.ColumnCompliant, words.ColumnNonCompliant, words.ColumnUndetermined, words.ColumnNotApplicable]) table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (IGrouping<string, SqlCount> rule in rules)
        {
            VerdictCounts all = rule.Aggregate(VerdictCounts.None, (sum, c) => sum.Plus(c.Counts));
            Severity severity = rule.First().Severity;
            table.AddRow(new Text($"{Printable.Of(TitleOf(rule.Key))}\n{Printable.Of(rule.Key)}"), new Text(words.Of(severity)), Number(all.Compliant), Number(all.NonCompliant, severity >= Severity.Warning ? Alarm : null), Number(all.Undetermined), Number(all.NotApplicable));
        }

        return table;
    }

    private string TitleOf(string rule)
    {
        string pack = rule[..rule.IndexOf('/', StringComparison.Ordinal)];
        return packs.Find(pack)!.Rules.First(r => $"{pack}/{r.Id}" == rule).Title.In(words.Language);
    }

    private static Text Number(long count, Style? of = null) => count == 0 ? new Text("-") : new Text(count.ToString(CultureInfo.InvariantCulture), of);
}
