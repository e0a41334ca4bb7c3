using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Counts moves from one verdict to another.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class MoveTally
{
    private readonly Dictionary<(Verdict? From, Verdict? To), long> _moves = [];
    private readonly SortedDictionary<string, Dictionary<(Verdict? From, Verdict? To), long>> _regions = new(StringComparer.Ordinal);

    /// <summary>How many rows moved.</summary>
    public long Rows { get; private set; }

    /// <summary>The moves by the old verdict and then the new one.</summary>
    public ImmutableArray<VerdictMove> Moves => Of(_moves);

    /// <summary>The moves of each region.</summary>
    public ImmutableArray<RegionImpact> Regions => [.. _regions.Select(r => new RegionImpact(r.Key.Length == 0 ? null : r.Key, Of(r.Value)))];

    /// <summary>Counts a row.</summary>
    /// <param name="region">The code of its region; null where it is not known.</param>
    /// <param name="from">The old verdict.</param>
    /// <param name="to">The new verdict.</param>
    public void Add(string? region, Verdict? from, Verdict? to)
    {
        Rows++;
        string code = region ?? string.Empty;
        if (!_regions.TryGetValue(code, out Dictionary<(Verdict? From, Verdict? To), long>? moves)) _regions.Add(code, moves = []);
        moves[(from, to)] = moves.GetValueOrDefault((from, to)) + 1;
        _moves[(from, to)] = _moves.GetValueOrDefault((from, to)) + 1;
    }

    private static ImmutableArray<VerdictMove> Of(Dictionary<(Verdict? From, Verdict? To), long> moves) =>
        [.. moves.OrderBy(m => m.Key.From).ThenBy(m => m.Key.To).Select(m => new VerdictMove(m.Key.From, m.Key.To, m.Value))];
}
