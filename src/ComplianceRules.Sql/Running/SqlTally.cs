using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql.Running;

/// <summary>Adds up counts of several statements and of what was judged in process.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class SqlTally(Catalogue catalogue, DateOnly asOf)
{
    private readonly Dictionary<(string Rule, string Region), VerdictCounts> _counts = [];

    /// <summary>Adds rows of a region.</summary>
    /// <param name="rule">The rule's full id.</param>
    /// <param name="region">The region as the school writes it.</param>
    /// <param name="counts">How many rows.</param>
    public void Add(string rule, string region, VerdictCounts counts)
    {
        (string, string) key = (rule, RegionCode.TryParse(region, out RegionCode code) ? catalogue.Schema.FormerCodes.Current(code).Text : string.Empty);
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
    public ImmutableArray<SqlCount> Counts()
    {
        Dictionary<string, CheckedRule> rules = catalogue.Rules.ToDictionary(r => r.FullId, StringComparer.Ordinal);
        return [.. _counts.Where(c => c.Value.Total > 0).OrderBy(c => c.Key.Rule, StringComparer.Ordinal).ThenBy(c => c.Key.Region, StringComparer.Ordinal).Select(c => Of(rules[c.Key.Rule], c.Key.Region, c.Value))];
    }

    private SqlCount Of(CheckedRule rule, string region, VerdictCounts counts) => new(rule.FullId, RegionCode.TryParse(region, out RegionCode code) ? code : null, counts)
    {
        Table = rule.Rule.Subject,
        Severity = RuleSeverity.Of(rule, asOf).Severity,
        Binding = rule.Rule.Binding,
    };

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
