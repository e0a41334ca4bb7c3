using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>A line a rule: title, id, severity and how many rows have which verdict.</summary>
internal static class RuleTable
{
    private const int NarrowestTitle = 20;
    private const int Edge = 2;
    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Alarm = new(foreground: Color.Red);

    public static void Draw(Page page, Assessment assessment, Words words)
    {
        RuleSummary[] met = [.. assessment.Rules.Where(r => r.Counts.Total > 0)];
        // A rule of which others took the place on every row is none that met no row.
        HashSet<string> packs = [.. assessment.Packs.Where(p => p.HasRows).Select(p => p.Id)];
        string[] idle = [.. assessment.Rules.Where(r => r.Counts.Total == 0 && packs.Contains(r.Pack) && !Array.Exists(met, m => m.Rule == r.Rule)).Select(NameOf)];
        string[] notInForce = [.. assessment.NotInForce.Where(r => packs.Contains(r[..r.IndexOf('/', StringComparison.Ordinal)]))];
        page.Line();
        if (met.Length > 0) page.Draw(Rows(met, assessment, words), LeastWidth(met, words));
        else page.Line(words.NoRules);
        if (idle.Length > 0) page.Line(words.MetNoRow(idle), Quiet);
        if (notInForce.Length > 0) page.Line(words.NotInForce(notInForce), Quiet);
    }

    // Columns of numbers never wrap: on a narrow screen they would leave the titles no room at all.
    private static int LeastWidth(RuleSummary[] rules, Words words)
    {
        int severity = rules.Select(r => words.Of(r.Severity)).Append(words.ColumnSeverity).Max(Page.Columns);
        int number = rules.SelectMany(r => Shown(r)).Max(count => count.ToString().Length);
        return NarrowestTitle + severity + Edge + Counts(words).Sum(name => Math.Max(Page.Columns(name), number) + Edge);
    }

    private static string[] Counts(Words words) => [words.ColumnCompliant, words.ColumnNonCompliant, words.ColumnUndetermined, words.ColumnNotApplicable, words.ColumnWaived];

    private static Table Rows(IEnumerable<RuleSummary> rules, Assessment assessment, Words words)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(words.ColumnRule)).AddColumn(new TableColumn(words.ColumnSeverity).NoWrap().Padding(1, 0, 0, 0));
        foreach (string name in Counts(words)) table.AddColumn(new TableColumn(name).RightAligned().NoWrap().Padding(1, 0, 0, 0));
        foreach (RuleSummary rule in rules) table.AddRow(Cells(rule, AreaOf(rule, assessment, words), words));
        return table;
    }

    private static Text[] Cells(RuleSummary rule, string area, Words words) =>
    [
        new Text($"{Printable.Of(rule.Title.In(words.Language))}\n{Printable.Of(words.RuleOfArea(NameOf(rule), area))}"),
        new Text(words.Of(rule.Severity), rule.Shown.NonCompliant == default ? null : Ink.Of(rule.Severity)),
        Number(rule.Shown.Compliant, null),
        Number(rule.Shown.NonCompliant, rule.Severity >= Severity.Warning ? Alarm : null),
        Number(rule.Shown.Undetermined, null),
        Number(rule.Shown.NotApplicable, Quiet),
        Number(rule.Shown.Waived, null),
    ];

    private static string AreaOf(RuleSummary rule, Assessment assessment, Words words) =>
        assessment.Areas.GetValueOrDefault(rule.Area)?.In(words.Language) is { Length: > 0 } title ? title : rule.Area;

    // A rule that takes the place of another goes by its name: which pack says so tells the two apart.
    private static string NameOf(RuleSummary rule) => rule.Rule.StartsWith($"{rule.Pack}/", StringComparison.Ordinal) ? rule.Rule : $"{rule.Rule} ({rule.Pack})";

    private static ShownCount[] Shown(RuleSummary rule) =>
        [rule.Shown.Compliant, rule.Shown.NonCompliant, rule.Shown.Undetermined, rule.Shown.NotApplicable, rule.Shown.Waived];

    private static Text Number(ShownCount count, Style? style) => count == default ? new Text("-", Quiet) : new Text(count.ToString(), style);
}
