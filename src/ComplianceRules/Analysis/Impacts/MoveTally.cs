using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Counts moves from one verdict to another.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class MoveTally
{
    private readonly Dictionary<(Verdict? From, Verdict? To), long> _moves = [];
    private readonly SortedDictionary<string, (RegionCode? Region, Dictionary<(Verdict? From, Verdict? To), long> Moves)> _regions = new(StringComparer.Ordinal);

    /// <summary>How many rows moved.</summary>
    public long Rows { get; private set; }

    /// <summary>The moves by the old verdict and then the new one.</summary>
    public ImmutableArray<VerdictMove> Moves => Of(_moves);

    /// <summary>The moves of each region.</summary>
    public ImmutableArray<RegionImpact> Regions => [.. _regions.Select(r => new RegionImpact(r.Value.Region, Of(r.Value.Moves)))];

    /// <summary>Counts a row.</summary>
    /// <param name="region">The code of its region; null where it is not known.</param>
    /// <param name="from">The old verdict.</param>
    /// <param name="to">The new verdict.</param>
    public void Add(RegionCode? region, Verdict? from, Verdict? to)
    {
        Rows++;
        string code = region?.Text ?? string.Empty;
        if (!_regions.TryGetValue(code, out (RegionCode? Region, Dictionary<(Verdict? From, Verdict? To), long> Moves) known)) _regions.Add(code, known = (region, []));
        known.Moves[(from, to)] = known.Moves.GetValueOrDefault((from, to)) + 1;
        _moves[(from, to)] = _moves.GetValueOrDefault((from, to)) + 1;
    }

    private static ImmutableArray<VerdictMove> Of(Dictionary<(Verdict? From, Verdict? To), long> moves) =>
        [.. moves.OrderBy(m => m.Key.From).ThenBy(m => m.Key.To).Select(m => new VerdictMove(m.Key.From, m.Key.To, m.Value))];
}
