using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Puts measures into bins.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class BinMaker
{
    private readonly List<MeasuredCount> _counts;
    private readonly Rational? _step;
    private readonly ImmutableArray<(HeldLimit Limit, long Rows)> _limits;

    // The edges, ascending; whether what lies on one belongs to the bin below.
    private readonly double[] _edges = [];
    private readonly bool[] _isBelow = [];

    /// <summary>Chooses the bins.</summary>
    /// <param name="type">Number, time or date.</param>
    /// <param name="step">What every measure is a multiple of; null where measures lie anywhere.</param>
    /// <param name="counts">The measures, ascending.</param>
    /// <param name="limits">The limits, that of most rows first.</param>
    public BinMaker(FieldType type, Rational? step, List<MeasuredCount> counts, ImmutableArray<(HeldLimit Limit, long Rows)> limits)
    {
        (_counts, _step, _limits) = (counts, step, limits);
        if (counts.Count == 0) return;
        BinRange range = BinRange.Of(counts, limits.Select(l => l.Limit.Value), step?.ToDouble() ?? 0);
        ImmutableArray<(HeldLimit Limit, long Rows)> near = [.. limits.Where(l => l.Limit.Value >= range.Low && l.Limit.Value <= range.High)];
        BinGrid grid = BinGrid.Of(type, step, range, near);

        // Of two limits on one edge that of more rows says to whom it belongs.
        Dictionary<double, bool> isBelow = [];
        foreach ((HeldLimit limit, _) in near.Where(l => grid.IsEdge(l.Limit.EdgeBy(step)))) isBelow.TryAdd(limit.EdgeBy(step).ToDouble(), limit.IsEdgeBelow);
        BigInteger first = grid.EdgeUpTo(range.Low), last = grid.EdgeUpTo(range.High);
        if (grid[first] == range.Low && isBelow.GetValueOrDefault(range.Low)) first--;
        bool endsOnEdge = grid[last] == range.High && last > first && isBelow.GetValueOrDefault(range.High, true);
        if (!endsOnEdge) last++;

        // What lies far beyond a limit is not counted with what keeps it.
        if (isBelow.ContainsKey(grid[first]) && counts[0].Value < grid[first]) first--;
        if (isBelow.ContainsKey(grid[last]) && counts[^1].Value > grid[last]) last++;
        _edges = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => grid[first + i])];
        _isBelow = [.. _edges.Select(e => isBelow.GetValueOrDefault(e))];
    }

    /// <summary>The bins with the rows in them.</summary>
    public ImmutableArray<MeasureBin> Bins()
    {
        if (_edges.Length == 0) return [];
        int bins = _edges.Length - 1;
        long[] kept = new long[bins], broken = new long[bins], open = new long[bins];
        int bin = 0;
        foreach (MeasuredCount count in _counts)
        {
            while (bin < bins - 1 && IsBeyond(count.Value, bin + 1)) bin++;
            kept[bin] += count.Kept;
            broken[bin] += count.Broken;
            open[bin] += count.Open;
        }

        return [.. Enumerable.Range(0, bins).Select(i => new MeasureBin(_edges[i], _edges[i + 1], kept[i], broken[i], open[i]) { IncludesTo = i == bins - 1 || _isBelow[i + 1] })];
    }

    /// <summary>The limits, ascending.</summary>
    public ImmutableArray<MeasureLimit> Limits() =>
        [.. _limits.Select(l => Limit(l.Limit, l.Rows)).OrderBy(l => l.Value).ThenBy(l => l.IsUpper).ThenBy(l => l.IsIncluded)];

    private MeasureLimit Limit(HeldLimit limit, long rows)
    {
        double edge = limit.EdgeBy(_step).ToDouble();
        return new MeasureLimit(limit.Value, limit.IsUpper, rows) { IsIncluded = limit.IsIncluded, Edge = _edges.Contains(edge) ? edge : null };
    }

    private bool IsBeyond(double value, int edge) => value > _edges[edge] || (value == _edges[edge] && !_isBelow[edge]);
}
