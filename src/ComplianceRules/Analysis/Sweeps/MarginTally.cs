using ComplianceRules.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>The rows of one rule: those whose verdict is the same for every value, and the measures of the others.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class MarginTally
{
    private readonly MeasureCounts _plain = new();

    // Rows whose breach a waiver excuses.
    private readonly MeasureCounts _excused = new();
    private VerdictCounts _settled = VerdictCounts.None;

    /// <summary>Counts a row whose verdict is the same for every value.</summary>
    /// <param name="verdict">Its verdict.</param>
    public void Settle(Verdict verdict) => _settled = verdict switch
    {
        Verdict.Compliant => _settled with { Compliant = _settled.Compliant + 1 },
        Verdict.NonCompliant => _settled with { NonCompliant = _settled.NonCompliant + 1 },
        Verdict.NotApplicable => _settled with { NotApplicable = _settled.NotApplicable + 1 },
        Verdict.Waived => _settled with { Waived = _settled.Waived + 1 },
        _ => _settled with { Undetermined = _settled.Undetermined + 1 },
    };

    /// <summary>Counts a row whose verdict follows from its measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="isExcused">Whether a breach would be excused.</param>
    public void Add(Rational measure, bool isExcused) => (isExcused ? _excused : _plain).Add(measure);

    /// <summary>Sorts the measures: from here on it can be asked.</summary>
    public void Sort()
    {
        _plain.Sort();
        _excused.Sort();
    }

    /// <summary>How many rows have which verdict where the limit has a value.</summary>
    /// <param name="comparison">How a measure is compared with the limit.</param>
    /// <param name="limit">The value.</param>
    public VerdictCounts At(ComparisonOperator comparison, Rational limit)
    {
        (long plain, long excused) = (_plain.Keeping(comparison, limit), _excused.Keeping(comparison, limit));
        return _settled with
        {
            Compliant = _settled.Compliant + plain + excused,
            NonCompliant = _settled.NonCompliant + _plain.Rows - plain,
            Waived = _settled.Waived + _excused.Rows - excused,
        };
    }
}
