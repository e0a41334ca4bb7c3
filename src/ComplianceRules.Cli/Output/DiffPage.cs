using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>A comparison of packs for people: a line a change, then what the changes do to the data.</summary>
/// <param name="words">In which language.</param>
/// <param name="listsAll">Whether all schools are listed with all their rows.</param>
internal sealed class DiffPage(Words words, bool listsAll)
{
    private const int Indent = 2;
    private const int SchoolsListed = 20;
    private const int RowsListed = 5;
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public void Write(PackDiff diff, PackImpact? impact, Stream output, Terminal terminal)
    {
        using StreamWriter text = Terminal.TextOn(output);
        using Page page = new(text, terminal.Width, terminal.Colours);
        if (diff.Changes.IsEmpty) page.Line(words.NothingChanged);
        foreach (PackChange change in diff.Changes.Where(c => c.Kind != PackChangeKind.Texts)) page.Item(Placed(change));
        string[] titled = [.. diff.Changes.Where(c => c.Kind == PackChangeKind.Texts).Select(c => $"`{c.Topic}`").Distinct(StringComparer.Ordinal)];
        if (titled.Length > 0) page.Line(words.TextsOnly(titled));
        if (impact is not null) Draw(page, impact);
    }

    // The full id of a rule names its pack.
    private string Placed(PackChange change)
    {
        string text = change.Text.In(words.Language);
        bool isNamed = change.Pack is null || change.Topic == change.Pack || change.Topic.StartsWith($"{change.Pack}/", StringComparison.Ordinal);
        return isNamed ? text : words.InPack(change.Pack!, text);
    }

    private void Draw(Page page, PackImpact impact)
    {
        page.Line();
        page.Line(words.ImpactTitle(impact.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Bold);
        if (impact.Rules.IsEmpty) page.Line(words.NoVerdictChanges, indent: Indent);
        foreach (RuleImpact rule in impact.Rules) Draw(page, rule);
        (ImpactedSchool School, ImmutableArray<ImpactedRow> Rows)[] schools = [.. impact.Schools.Select(s => (s, Mattering(s.Rows))).Where(s => !s.Item2.IsEmpty)];
        int shown = listsAll ? schools.Length : Math.Min(SchoolsListed, schools.Length);
        if (schools.Length > 0)
        {
            page.Line();
            page.Line(words.SchoolsThatChange(schools.Length), Bold);
        }

        foreach ((ImpactedSchool school, ImmutableArray<ImpactedRow> rows) in schools.Take(shown))
        {
            page.Line(words.SchoolThatChanges(school.Id, school.Name ?? "-", school.Region?.Text ?? "-"), indent: Indent);
            Draw(page, rows);
        }

        if (shown < schools.Length) page.Line(words.MoreSchools(schools.Length - shown), indent: Indent);
        ImmutableArray<ImpactedRow> others = Mattering(impact.Others);
        if (others.IsEmpty) return;
        page.Line();
        page.Line(words.OtherRowsThatChange, Bold);
        Draw(page, others);
    }

    private void Draw(Page page, RuleImpact rule)
    {
        page.Line(words.ImpactOfRule(rule.Title.In(words.Language), rule.Rule), indent: Indent);
        if (rule.Moves.IsEmpty) page.Line(words.PersonsThatChange(rule.Persons), indent: 2 * Indent);
        foreach (VerdictMove move in rule.Moves)
        {
            string[] regions = [.. rule.Regions.Select(r => (r.Region, Rows: r.Moves.Where(m => m.From == move.From && m.To == move.To).Sum(m => m.Rows))).Where(r => r.Rows > 0).Select(r => words.RegionRows(r.Region?.Text ?? "-", r.Rows))];
            page.Line(words.MoveOfRows(words.VerdictOrNoneOf(move.From), words.VerdictOrNoneOf(move.To), move.Rows, regions), indent: 2 * Indent);
        }
    }

    private void Draw(Page page, ImmutableArray<ImpactedRow> rows)
    {
        int shown = listsAll ? rows.Length : Math.Min(RowsListed, rows.Length);
        foreach (ImpactedRow row in rows.Take(shown)) page.Line(words.RowThatChanges(SubjectText.Of(row.Row), row.Rule, words.VerdictOrNoneOf(row.From), words.VerdictOrNoneOf(row.To)), indent: 2 * Indent);
        if (shown < rows.Length) page.Line(words.MoreChangedRows(rows.Length - shown), indent: 2 * Indent);
    }

    private static ImmutableArray<ImpactedRow> Mattering(ImmutableArray<ImpactedRow> rows) => [.. rows.Where(r => r.Matters)];
}
