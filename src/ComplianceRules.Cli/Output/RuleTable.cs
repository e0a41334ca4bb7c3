using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>A line a rule: title, id, severity and how many rows have which verdict.</summary>
internal static class RuleTable
{
    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Alarm = new(foreground: Color.Red);

    public static void Draw(Page page, Assessment assessment, Words words)
    {
        RuleSummary[] met = [.. assessment.Rules.Where(r => r.Counts.Total > 0)];
        string[] idle = [.. assessment.Rules.Where(r => r.Counts.Total == 0).Select(r => r.Rule)];
        page.Line();
        if (met.Length > 0) page.Draw(Rows(met, words));
        else page.Line(words.NoRules);
        if (idle.Length > 0) page.Line(words.MetNoRow(idle), Quiet);
        if (!assessment.NotInForce.IsEmpty) page.Line(words.NotInForce(assessment.NotInForce), Quiet);
    }

    private static Table Rows(IEnumerable<RuleSummary> rules, Words words)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(words.ColumnRule)).AddColumn(new TableColumn(words.ColumnSeverity).NoWrap().Padding(1, 0, 0, 0));
        string[] counts = [words.ColumnCompliant, words.ColumnNonCompliant, words.ColumnUndetermined, words.ColumnNotApplicable, words.ColumnWaived];
        foreach (string name in counts) table.AddColumn(new TableColumn(name).RightAligned().NoWrap().Padding(1, 0, 0, 0));
        foreach (RuleSummary rule in rules) table.AddRow(Cells(rule, words));
        return table;
    }

    private static Text[] Cells(RuleSummary rule, Words words) =>
    [
        new Text($"{Printable.Of(rule.Title.In(words.Language))}\n{Printable.Of(rule.Rule)}"),
        new Text(words.Of(rule.Severity)),
        Number(rule.Counts.Compliant, null),
        Number(rule.Counts.NonCompliant, rule.Severity >= Severity.Warning ? Alarm : null),
        Number(rule.Counts.Undetermined, null),
        Number(rule.Counts.NotApplicable, Quiet),
        Number(rule.Counts.Waived, null),
    ];

    private static Text Number(long count, Style? style) =>
        count == 0 ? new Text("-", Quiet) : new Text(count.ToString(CultureInfo.InvariantCulture), style);
}
