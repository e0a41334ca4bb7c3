using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>The rows of one rule: those whose verdict is the same for every value, and the measures of the others.</summary>
/// <remarks>For one thread. Measures are kept once each, for rows share few of them.</remarks>
internal sealed class MarginTally
{
    private readonly Dictionary<Rational, long> _measures = [];
    private VerdictCounts _settled = VerdictCounts.None;
    private Rational[] _sorted = [];
    private long[] _below = [];

    /// <summary>Counts a row whose verdict is the same for every value.</summary>
    /// <param name="verdict">Its verdict.</param>
    public void Settle(Verdict verdict) => _settled = verdict switch
    {
        Verdict.Compliant => _settled with { Compliant = _settled.Compliant + 1 },
        Verdict.NonCompliant => _settled with { NonCompliant = _settled.NonCompliant + 1 },
        Verdict.NotApplicable => _settled with { NotApplicable = _settled.NotApplicable + 1 },
        _ => _settled with { Undetermined = _settled.Undetermined + 1 },
    };

    /// <summary>Counts a row whose verdict follows from its measure.</summary>
    /// <param name="measure">The measure.</param>
    public void Add(Rational measure) => _measures[measure] = _measures.GetValueOrDefault(measure) + 1;

    /// <summary>Sorts the measures: from here on it can be asked.</summary>
    public void Sort()
    {
        _sorted = [.. _measures.Keys.Order()];
        _below = new long[_sorted.Length + 1];
        for (int i = 0; i < _sorted.Length; i++) _below[i + 1] = _below[i] + _measures[_sorted[i]];
    }

    /// <summary>How many rows have which verdict where the limit has a value.</summary>
    /// <param name="comparison">How a measure is compared with the limit.</param>
    /// <param name="limit">The value.</param>
    public VerdictCounts At(ComparisonOperator comparison, Rational limit)
    {
        int found = Array.BinarySearch(_sorted, limit);
        int first = found < 0 ? ~found : found;
        (long smaller, long same) = (_below[first], found < 0 ? 0 : _below[first + 1] - _below[first]);
        long larger = _below[^1] - smaller - same;
        long kept = (ExactComparison.Holds(comparison, -1) ? smaller : 0) + (ExactComparison.Holds(comparison, 0) ? same : 0) + (ExactComparison.Holds(comparison, 1) ? larger : 0);
        return _settled with { Compliant = _settled.Compliant + kept, NonCompliant = _settled.NonCompliant + _below[^1] - kept };
    }
}
