using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Compares the verdicts of two sides, rule by rule and row by row.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="before">The old side.</param>
/// <param name="after">The new side.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class ImpactFinder(JudgedSide before, JudgedSide after, CancellationToken cancellation)
{
    private readonly Dictionary<(string? Before, string? After), RowMatch> _matches = [];
    private readonly SortedDictionary<int, List<ImpactedRow>> _schools = [];
    private readonly ImmutableArray<ImpactedRow>.Builder _others = ImmutableArray.CreateBuilder<ImpactedRow>();

    private readonly Lazy<Dictionary<string, int>> _schoolsNow = new(() => NumbersOf(after.Snapshot.Table(BaseTables.School)));

    /// <summary>Compares them.</summary>
    /// <param name="asOf">The day of assessment.</param>
    public PackImpact Find(DateOnly asOf)
    {
        ImmutableArray<RuleImpact> rules = [.. before.Rules.Union(after.Rules, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Compare).OfType<RuleImpact>()];
        FactTable schools = after.Snapshot.Table(BaseTables.School);
        RowSubjects subjects = new(after.Snapshot);
        RowHomes homes = new(after.Snapshot);
        ImmutableArray<ImpactedSchool> impacted = [.. _schools.Select(s => new ImpactedSchool(schools.Id(s.Key), subjects.Of(schools, s.Key).Name, homes.RegionOf(schools, s.Key), [.. s.Value]))];
        return new PackImpact(asOf, rules, impacted, _others.ToImmutable());
    }

    private RuleImpact? Compare(string id)
    {
        (FactTable? old, FactTable? now) = (before.Table(id), after.Table(id));
        bool isOfPersons = IsOfPersons(before.Snapshot, old) || IsOfPersons(after.Snapshot, now);
        MoveTally tally = new();
        if (old is null || now is null || old.Schema.Name == now.Schema.Name)
        {
            CompareRows(id, old, now, isOfPersons, tally);
        }
        else
        {
            // Rows of two tables are never the same row.
            CompareRows(id, old, null, isOfPersons, tally);
            CompareRows(id, null, now, isOfPersons, tally);
        }

        if (tally.Rows == 0) return null;
        CheckedRule rule = (after.Rule(id) ?? before.Rule(id))!;
        return isOfPersons
            ? new RuleImpact(id, rule.Rule.Title, rule.Rule.Subject, [], []) { Persons = ShownCount.OfPersons(tally.Rows) }
            : new RuleImpact(id, rule.Rule.Title, rule.Rule.Subject, tally.Moves, tally.Regions);
    }

    // The rows are those of a table that both sides have, even where only one of them has the rule.
    private void CompareRows(string id, FactTable? old, FactTable? now, bool isOfPersons, MoveTally tally)
    {
        FactTable? oldRows = old ?? Same(before.Snapshot, now);
        FactTable? newRows = now ?? Same(after.Snapshot, old);
        RowMatch match = MatchOf(oldRows, newRows);
        RowHomes homes = new(after.Snapshot);
        RowSubjects subjects = new(after.Snapshot);
        for (int row = 0; row < (newRows?.Count ?? 0); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            (Verdict? from, Verdict? to) = (old is null ? null : before.VerdictOf(id, match.Before(row)), now is null ? null : after.VerdictOf(id, row));
            if (!IsMove(from, to)) continue;
            tally.Add(homes.RegionOf(newRows!, row), from, to);
            if (!isOfPersons) Put(homes.SchoolOf(newRows!, row), new ImpactedRow(id, subjects.Of(newRows!, row), from, to));
        }

        if (old is not null) CompareGone(id, (old, match), isOfPersons, tally);
    }

    // Rows that the new packs do not know any more, because they have no such table.
    private void CompareGone(string id, (FactTable Table, RowMatch Match) old, bool isOfPersons, MoveTally tally)
    {
        RowHomes homes = new(before.Snapshot);
        RowSubjects subjects = new(before.Snapshot);
        foreach (int row in old.Match.Gone)
        {
            Verdict? from = before.VerdictOf(id, row);
            if (!IsMove(from, null)) continue;
            tally.Add(homes.RegionOf(old.Table, row), from, null);
            if (!isOfPersons) Put(SchoolNow(homes.SchoolOf(old.Table, row)), new ImpactedRow(id, subjects.Of(old.Table, row), from, null));
        }
    }

    private int SchoolNow(int school) => school < 0 ? school : _schoolsNow.Value.GetValueOrDefault(before.Snapshot.Table(BaseTables.School).Id(school), -1);

    private void Put(int school, ImpactedRow row)
    {
        if (school < 0)
        {
            _others.Add(row);
            return;
        }

        if (!_schools.TryGetValue(school, out List<ImpactedRow>? rows)) _schools.Add(school, rows = []);
        rows.Add(row);
    }

    private RowMatch MatchOf(FactTable? old, FactTable? now)
    {
        (string?, string?) key = (old?.Schema.Name, now?.Schema.Name);
        return _matches.TryGetValue(key, out RowMatch? known) ? known : _matches[key] = RowMatch.Of(old, now);
    }

    private static Dictionary<string, int> NumbersOf(FactTable schools) => Enumerable.Range(0, schools.Count).ToDictionary(schools.Id, StringComparer.Ordinal);

    private static FactTable? Same(Snapshot snapshot, FactTable? table) => table is not null && snapshot.Schema.Table(table.Schema.Name) is not null ? snapshot.Table(table.Schema.Name) : null;

    private static bool IsOfPersons(Snapshot snapshot, FactTable? table) => table is not null && snapshot.Schema.IsPersonal(table.Schema.Name);

    // A rule that does not judge a row says as much as one that does not apply to it.
    private static bool IsMove(Verdict? from, Verdict? to) => (from ?? Verdict.NotApplicable) != (to ?? Verdict.NotApplicable);
}
