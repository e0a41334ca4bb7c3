using ComplianceRules.Expressions;

namespace ComplianceRules.Analysis;

/// <summary>How many rows have which measure.</summary>
/// <remarks>For one thread. Measures are kept once each, for rows share few of them.</remarks>
internal sealed class MeasureCounts
{
    private readonly Dictionary<Rational, long> _measures = [];
    private Rational[] _sorted = [];
    private long[] _below = [0];

    /// <summary>How many rows there are; to be asked once they are sorted.</summary>
    public long Rows => _below[^1];

    /// <summary>Counts a row.</summary>
    /// <param name="measure">Its measure.</param>
    public void Add(Rational measure) => _measures[measure] = _measures.GetValueOrDefault(measure) + 1;

    /// <summary>Sorts the measures: from here on it can be asked.</summary>
    public void Sort()
    {
        _sorted = [.. _measures.Keys.Order()];
        _below = new long[_sorted.Length + 1];
        for (int i = 0; i < _sorted.Length; i++) _below[i + 1] = _below[i] + _measures[_sorted[i]];
    }

    /// <summary>How many rows have a measure that keeps a limit.</summary>
    /// <param name="comparison">How a measure is compared with the limit.</param>
    /// <param name="limit">The limit.</param>
    public long Keeping(ComparisonOperator comparison, Rational limit)
    {
        int found = Array.BinarySearch(_sorted, limit);
        int first = found < 0 ? ~found : found;
        (long smaller, long same) = (_below[first], found < 0 ? 0 : _below[first + 1] - _below[first]);
        long larger = Rows - smaller - same;
        return (ExactComparison.Holds(comparison, -1) ? smaller : 0) + (ExactComparison.Holds(comparison, 0) ? same : 0) + (ExactComparison.Holds(comparison, 1) ? larger : 0);
    }
}
