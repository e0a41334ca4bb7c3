using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Compares two assessments finding by finding.</summary>
/// <remarks>For one thread; used once.</remarks>
/// <param name="before">The earlier one.</param>
/// <param name="after">The later one.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class AssessmentComparer(RecordedAssessment before, RecordedAssessment after, CancellationToken cancellation)
{
    private readonly RecordedIndex _before = new(before);
    private readonly RecordedIndex _after = new(after);
    private readonly List<ComparedFinding> _found = [];

    public AssessmentComparison Compare()
    {
        CompareRows();
        CompareLacking();
        TrendTallies tallies = new(RuleOf);
        foreach (ComparedFinding finding in _found) tallies.Add(finding);
        ImmutableArray<ComparedFinding> listed = [.. _found.Where(f => f.Trend != FindingTrend.StillUnknown).Order(FindingOrder.Instance)];
        return new AssessmentComparison
        {
            Before = before,
            After = after,
            Cautions = new ComparisonCautions(before, after, _before, _after).Of(listed),
            Packs = ComparePacks(),
            RulesBefore = [.. before.Rules.Where(r => _after.Rule(r.Id) is null)],
            RulesAfter = [.. after.Rules.Where(r => _before.Rule(r.Id) is null)],
            Rows = [.. before.Rows.Keys.Union(after.Rows.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(t => new RowTrend(t, RowsOf(before, t), RowsOf(after, t)))],
            Findings = listed,
            Counts = tallies.All,
            Rules = tallies.Rules,
            Areas = tallies.Areas,
            Regions = tallies.Regions,
            Schools = tallies.Schools,
            Persons = ComparePersons(),
        };
    }

    private static ShownCount? RowsOf(RecordedAssessment assessment, string table) => assessment.Rows.TryGetValue(table, out ShownCount rows) ? rows : null;

    private void CompareRows()
    {
        foreach (RecordedFinding now in after.Findings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (now.Subject is { } row && !IsPersonal(now.Rule)) Add(_before.Find(now.Rule, row), now, row);
        }

        foreach (RecordedFinding old in before.Findings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (old.Subject is { } row && !IsPersonal(old.Rule) && _after.Find(old.Rule, row) is null) Add(old, null, row);
        }
    }

    private void Add(RecordedFinding? old, RecordedFinding? now, Subject row)
    {
        string rule = (now ?? old)!.Rule;
        FindingPlace? place = now?.Place ?? old?.Place;
        Add(new ComparedFinding
        {
            Rule = rule,
            Subject = row,
            Place = place,
            Trend = default,
            StateBefore = _before.StateOf(rule, row, place),
            StateAfter = _after.StateOf(rule, row, place),
            Before = old,
            After = now,
        });
    }

    // What all rows lack is one finding for each pack; packs are joined, for a rule that a pack replaces is the same rule.
    private void CompareLacking()
    {
        Dictionary<string, RecordedFinding> old = Lacking(before);
        Dictionary<string, RecordedFinding> now = Lacking(after);
        foreach (string rule in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            if (IsPersonal(rule)) continue;
            Add(new ComparedFinding
            {
                Rule = rule,
                Trend = default,
                StateBefore = _before.StateOf(rule),
                StateAfter = _after.StateOf(rule),
                Before = old.GetValueOrDefault(rule),
                After = now.GetValueOrDefault(rule),
            });
        }
    }

    private static Dictionary<string, RecordedFinding> Lacking(RecordedAssessment assessment) =>
        assessment.Findings.Where(f => f.Subject is null).DistinctBy(f => f.Rule, StringComparer.Ordinal).ToDictionary(f => f.Rule, StringComparer.Ordinal);

    private void Add(ComparedFinding pair)
    {
        if (TrendFinder.Of(pair) is { } trend) _found.Add(pair with { Trend = trend });
    }

    private ImmutableArray<PackTrend> ComparePacks()
    {
        Dictionary<string, PackIdentity> old = before.Packs.ToDictionary(p => p.Id, StringComparer.Ordinal);
        Dictionary<string, PackIdentity> now = after.Packs.ToDictionary(p => p.Id, StringComparer.Ordinal);
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => new PackTrend(id, old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
            .Where(p => p.Before?.Sha256 != p.After?.Sha256 || p.Before?.Version != p.After?.Version)];
    }

    private ImmutableArray<PersonalTrend> ComparePersons() =>
        [.. before.Rules.Concat(after.Rules).Select(r => r.Id).Distinct(StringComparer.Ordinal).Where(IsPersonal).Order(StringComparer.Ordinal).Select(PersonsOf).OfType<PersonalTrend>()];

    private PersonalTrend? PersonsOf(string rule)
    {
        (ShownCounts? old, ShownCounts? now) = (_before.Rule(rule)?.Counts, _after.Rule(rule)?.Counts);
        PersonalTrend trend = new(RuleOf(rule), Masked(old?.NonCompliant), Masked(now?.NonCompliant), Masked(old?.Undetermined), Masked(now?.Undetermined));
        return new[] { trend.BrokenBefore, trend.BrokenAfter, trend.UnknownBefore, trend.UnknownAfter }.Any(c => c is { Least: > 0 }) ? trend : null;
    }

    // An assessment that lists persons counts them exactly; a comparison is passed on.
    private static ShownCount? Masked(ShownCount? count) => count is { IsExact: true, Least: var rows } ? ShownCount.OfPersons(rows) : count;

    private bool IsPersonal(string rule) => _before.Rule(rule) is { IsPersonal: true } || _after.Rule(rule) is { IsPersonal: true };

    // Assessments of former versions name rules by their ids alone.
    private RecordedRule RuleOf(string id)
    {
        (RecordedRule? old, RecordedRule? now) = (_before.Rule(id), _after.Rule(id));
        return (now?.Area is null ? old?.Area is null ? now ?? old : old : now) ?? new RecordedRule(id, ShownCounts.None);
    }
}
