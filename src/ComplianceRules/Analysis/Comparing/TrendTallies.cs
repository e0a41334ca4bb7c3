using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Counts trends as a whole, by rule, area, region and school.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="ruleOf">The rule of a full id.</param>
internal sealed class TrendTallies(Func<string, RecordedRule> ruleOf)
{
    private readonly TrendTally<bool> _all = new();
    private readonly TrendTally<string> _rules = new();
    private readonly TrendTally<string> _areas = new();
    private readonly TrendTally<RegionCode> _regions = new();
    private readonly TrendTally<string> _schools = new();
    private readonly Dictionary<RegionCode, string> _names = [];
    private readonly Dictionary<string, (Subject School, RegionCode? Region)> _places = new(StringComparer.Ordinal);

    public TrendCounts All => _all.Of(true);

    public ImmutableArray<RuleTrend> Rules => [.. _rules.Keys.Order(StringComparer.Ordinal).Select(r => new RuleTrend(ruleOf(r), _rules.Of(r)))];

    public ImmutableArray<AreaTrend> Areas => [.. _areas.Keys.Order(StringComparer.Ordinal).Select(a => new AreaTrend(a.Length == 0 ? null : a, _areas.Of(a)))];

    public ImmutableArray<RegionTrend> Regions =>
        [.. _regions.Keys.OrderBy(r => r.Text, StringComparer.Ordinal).Select(r => new RegionTrend(r == default ? null : r, _names.GetValueOrDefault(r), _regions.Of(r)))];

    public ImmutableArray<SchoolTrend> Schools =>
        [.. _schools.Keys.Order(StringComparer.Ordinal).Select(s => new SchoolTrend(_places[s].School, _places[s].Region, _schools.Of(s)))];

    public void Add(ComparedFinding finding)
    {
        FindingTrend trend = finding.Trend;
        _all.Add(true, trend);
        _rules.Add(finding.Rule, trend);
        _areas.Add(ruleOf(finding.Rule).Area ?? string.Empty, trend);
        if (finding.Subject is not { } row) return;
        RegionCode innermost = finding.Place?.Region ?? default;
        if (finding.Place?.RegionName is { } name) _names[innermost] = name;
        foreach (RegionCode region in innermost == default ? [innermost] : innermost.SelfAndAncestors()) _regions.Add(region, trend);
        if ((finding.Place?.School ?? (row.Table == BaseTables.School ? row : null)) is not { } school) return;
        _schools.Add(school.Id, trend);
        _places[school.Id] = (school, finding.Place?.Region);
    }
}
