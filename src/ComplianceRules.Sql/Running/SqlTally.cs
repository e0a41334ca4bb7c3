using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql.Running;

/// <summary>Adds up counts of several statements and of what was judged in process.</summary>
/// <param name="codes">The codes of places that have been merged into others.</param>
internal sealed class SqlTally(FormerCodes codes)
{
    private readonly Dictionary<(string Rule, string Region), VerdictCounts> _counts = [];

    /// <summary>Adds rows of a region.</summary>
    /// <param name="rule">The rule's full id.</param>
    /// <param name="region">The region as the school writes it.</param>
    /// <param name="counts">How many rows.</param>
    public void Add(string rule, string region, VerdictCounts counts)
    {
        (string, string) key = (rule, RegionCode.TryParse(region, out RegionCode code) ? codes.Current(code).Text : string.Empty);
        _counts[key] = _counts.GetValueOrDefault(key, VerdictCounts.None).Plus(counts);
    }

    /// <summary>Adds what was judged in process.</summary>
    /// <param name="judgement">What rules say.</param>
    /// <param name="snapshot">Of which rows.</param>
    /// <param name="subjects">The table that each rule judges, by full id.</param>
    public void Add(Judgement judgement, Snapshot snapshot, IReadOnlyDictionary<string, string> subjects)
    {
        for (int rule = 0; rule < judgement.Rules.Length; rule++)
        {
            FactTable table = snapshot.Table(subjects[judgement.Rules[rule]]);
            string[] regions = [.. Enumerable.Range(0, table.Count).Select(r => RegionOf(snapshot, table, r))];
            int number = rule;
            foreach (IGrouping<string, Verdict> region in Enumerable.Range(0, table.Count).Where(r => judgement.VerdictOf(number, r) is not null).GroupBy(r => regions[r], r => judgement.VerdictOf(number, r)!.Value, StringComparer.Ordinal))
                Add(judgement.Rules[rule], region.Key, Counted(region));
        }
    }

    /// <summary>The counts in ordinal order of the rules, then of the regions.</summary>
    public ImmutableArray<SqlCount> Counts() =>
    [
        .. _counts.Where(c => c.Value.Total > 0).OrderBy(c => c.Key.Rule, StringComparer.Ordinal).ThenBy(c => c.Key.Region, StringComparer.Ordinal)
            .Select(c => new SqlCount(c.Key.Rule, RegionCode.TryParse(c.Key.Region, out RegionCode code) ? code : null, c.Value)),
    ];

    private static VerdictCounts Counted(IEnumerable<Verdict> verdicts)
    {
        Dictionary<Verdict, long> of = verdicts.CountBy(v => v).ToDictionary(v => v.Key, v => (long)v.Value);
        return new VerdictCounts(
            of.GetValueOrDefault(Verdict.Compliant), of.GetValueOrDefault(Verdict.NonCompliant), of.GetValueOrDefault(Verdict.Undetermined), of.GetValueOrDefault(Verdict.NotApplicable), of.GetValueOrDefault(Verdict.Waived));
    }

    private static string RegionOf(Snapshot snapshot, FactTable table, int row)
    {
        while (row >= 0 && table.Schema.Name != BaseTables.Region)
        {
            row = table.Parent(row);
            table = snapshot.Table(table.Schema.Parent!);
        }

        return row < 0 ? string.Empty : table.Id(row);
    }
}
