using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>A sweep for people: a table a rule, a line a value.</summary>
/// <param name="words">In which language.</param>
/// <param name="style">How it looks.</param>
/// <param name="schema">Titles of units.</param>
internal sealed class WhatIfTable(Words words, TableStyle style, FactSchema schema)
{
    private const int Edge = 2;
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    public void Write(ParameterSweep sweep, Stream output)
    {
        using StreamWriter text = Terminal.TextOn(output);
        using Page page = new(text, style.Width, style.Colours);
        string name = sweep.Key is null ? sweep.Parameter : $"{sweep.Parameter}[{sweep.Key}]";
        page.Line(words.SweepTitle(name, sweep.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Bold);
        foreach (SweptRule rule in sweep.Rules)
        {
            page.Line();
            page.Line(words.SweptRule(rule.Title.In(words.Language), rule.Rule, rule.Pack), Bold);
            Draw(page, rule, sweep);
        }

        if (sweep.Rules.Any(r => r.Now.Waived > 0 || r.Counts.Any(c => c.Waived > 0))) page.Line(words.SweepWaived, Quiet);
        if (!sweep.LeftOut.IsEmpty) page.Line(words.SweepLeftOut(sweep.LeftOut), Quiet);
    }

    private void Draw(Page page, SweptRule rule, ParameterSweep sweep)
    {
        string[] names = [sweep.Unit is null ? words.ColumnValue : words.ColumnValueIn(new UnitText(schema, words.Language).Of(sweep.Unit)), words.ColumnShare, words.ColumnCompliant, words.ColumnNonCompliant, words.ColumnUndetermined, words.ColumnNotApplicable, words.ColumnWaived];
        string[][] rows = [Cells(words.AsItStands, rule.Now), .. rule.Counts.Select((counts, value) => Cells(sweep.Values[value].Text, counts))];
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in names) table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap().Padding(1, 0, 0, 0));
        foreach (string[] row in rows) table.AddRow(row.Select(cell => new Text(cell)));
        page.Draw(table, names.Select((column, number) => rows.Select(r => r[number]).Append(column).Max(Page.Columns) + Edge).Sum());
    }

    private static string[] Cells(string value, VerdictCounts counts) =>
        [value, Percent(SweptRule.ShareOf(counts)), Number(counts.Compliant), Number(counts.NonCompliant), Number(counts.Undetermined), Number(counts.NotApplicable), Number(counts.Waived)];

    private static string Percent(decimal? share) => share is { } known ? (known * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "-";

    private static string Number(long count) => count == 0 ? "-" : count.ToString(CultureInfo.InvariantCulture);
}
