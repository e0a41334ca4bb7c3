using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>A comparison of assessments in words, for any format that people read.</summary>
/// <param name="words">In which language.</param>
/// <param name="comparison">What became of each finding.</param>
/// <param name="listsAll">Whether every finding, rule and school is listed.</param>
internal sealed class ComparisonSections(Words words, AssessmentComparison comparison, bool listsAll)
{
    private const int TalliesListed = 20;
    private const int SchoolsListed = 10;
    private const string None = "-";

    /// <summary>The title, and what a reader should know first.</summary>
    public ReportSection Head => new(words.CompareTitle(DayOf(comparison.Before), DayOf(comparison.After)))
    {
        Lines =
        [
            words.BreachesThenAndNow(comparison.Counts.BrokenBefore, comparison.Counts.BrokenAfter),
            .. comparison.Cautions.Select(words.CompareCaution),
            .. comparison.Packs.Select(Changed),
            .. comparison.Rows.Where(r => r.Before != r.After).Select(r => words.RowsThenAndNow(r.Table, Text(r.Before), Text(r.After))),
            .. comparison.RulesBefore.IsEmpty ? [] : (string[])[words.RulesOnlyBefore(comparison.RulesBefore.Select(r => r.Id))],
            .. comparison.RulesAfter.IsEmpty ? [] : (string[])[words.RulesOnlyAfter(comparison.RulesAfter.Select(r => r.Id))],
        ],
    };

    /// <summary>How many findings have which trend, as a whole.</summary>
    public ReportSection Trends => new(words.HeadTrends)
    {
        Columns = [words.ColumnTrend, words.ColumnCount],
        Rows = [.. Enum.GetValues<FindingTrend>().Where(t => comparison.Counts[t] > 0).Select(t => Row(words.Of(t), comparison.Counts[t]))],
    };

    /// <summary>All parts in order; those with nothing in them left out.</summary>
    public IEnumerable<ReportSection> All() => ((ReportSection[])[Trends, Origins(), .. Tallies(), Persons(), .. new ComparisonEntries(words, comparison, listsAll).All()]).Where(s => !s.IsEmpty);

    private IEnumerable<ReportSection> Tallies()
    {
        yield return Tally(words.HeadByRule, words.ColumnRule, Shown(comparison.Rules, r => r.Counts).Select(r => ($"{r.Rule.Title.In(words.Language)} ({r.Rule.Id})", r.Counts)));
        yield return Tally(words.HeadByArea, words.ColumnArea, Shown(comparison.Areas, a => a.Counts).Select(a => (a.Area ?? words.NotToldArea, a.Counts)));
        yield return Tally(words.HeadByRegion, words.ColumnRegion, Shown(comparison.Regions, r => r.Counts).Select(r => (NameOf(r), r.Counts)));
        yield return Schools(words.HeadRisers, comparison.Risers);
        yield return Schools(words.HeadFallers, comparison.Fallers);
    }

    private ReportSection Origins() => new(words.HeadNewFrom)
    {
        Columns = [words.ColumnState, words.ColumnCount],
        Rows = [.. comparison.Findings.Where(f => f.Trend == FindingTrend.New).GroupBy(f => f.StateBefore).OrderBy(g => g.Key).Select(g => Row(words.Of(g.Key), g.Count()))],
    };

    private ReportSection Schools(string heading, IEnumerable<SchoolTrend> schools) =>
        Tally(heading, words.ColumnSchool, schools.Take(listsAll ? int.MaxValue : SchoolsListed).Select(s => (SubjectText.Of(s.School), s.Counts)));

    // What moved most comes first where not everything is shown.
    private IEnumerable<T> Shown<T>(ImmutableArray<T> tallies, Func<T, TrendCounts> counts) => listsAll || tallies.Length <= TalliesListed
        ? tallies
        : tallies.OrderByDescending(t => counts(t)[FindingTrend.New] + counts(t)[FindingTrend.Worse]).ThenByDescending(t => counts(t).BrokenAfter).Take(TalliesListed);

    private ReportSection Tally(string heading, string column, IEnumerable<(string Name, TrendCounts Counts)> tallies) => new(heading)
    {
        Columns = [column, words.ColumnBefore, words.ColumnNow, words.ColumnNew, words.ColumnWorse, words.ColumnBetter, words.ColumnOpen, words.ColumnFixed, words.ColumnOther],
        Rows = [.. tallies.Where(t => t.Counts.BrokenBefore + t.Counts.BrokenAfter > 0).Select(t => Row(t.Name, t.Counts))],
    };

    private static ImmutableArray<string> Row(string name, TrendCounts counts)
    {
        int others = counts.BrokenBefore - counts[FindingTrend.Worse] - counts[FindingTrend.Better] - counts[FindingTrend.StillOpen] - counts[FindingTrend.Fixed];
        return Row(
            name, counts.BrokenBefore, counts.BrokenAfter, counts[FindingTrend.New], counts[FindingTrend.Worse], counts[FindingTrend.Better], counts[FindingTrend.StillOpen], counts[FindingTrend.Fixed], others);
    }

    private static ImmutableArray<string> Row(string name, params ReadOnlySpan<int> numbers)
    {
        ImmutableArray<string>.Builder cells = ImmutableArray.CreateBuilder<string>();
        cells.Add(name);
        foreach (int number in numbers) cells.Add(number == 0 ? None : number.ToString(CultureInfo.InvariantCulture));
        return cells.DrainToImmutable();
    }

    private ReportSection Persons() => new(words.HeadPersonsThenAndNow)
    {
        Lines = [.. comparison.Persons.Select(p => words.PersonsThenAndNow(p.Rule.Title.In(words.Language), p.Rule.Id, (Text(p.BrokenBefore), Text(p.BrokenAfter)), (Text(p.UnknownBefore), Text(p.UnknownAfter))))],
    };

    private string Changed(PackTrend pack) => pack is { Before: { } old, After: { } now } && old.Version == now.Version
        ? words.PackRewritten(pack.Id, now.Version)
        : words.PackChanged(pack.Id, pack.Before?.Version ?? words.PackNotThere, pack.After?.Version ?? words.PackNotThere);

    private string NameOf(RegionTrend region) => region.Region is not { } code ? words.NotToldRegion : region.Name is null ? code.Text : $"{code.Text} {region.Name}";

    private static string Text(ShownCount? count) => count?.ToString() ?? None;

    private static string DayOf(RecordedAssessment assessment) => assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
