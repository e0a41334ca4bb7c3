using System.Numerics;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>How many rows have which verdict, rule by rule: what all contenders must agree in.</summary>
internal sealed class Tally
{
    private const int Verdicts = 4;

    private readonly long[] _counts = new long[BenchRules.All.Length * Verdicts];

    public long this[int rule, Verdict verdict]
    {
        get => _counts[(rule * Verdicts) + (int)verdict];
        set => _counts[(rule * Verdicts) + (int)verdict] = value;
    }

    /// <summary>The counts of a rule.</summary>
    public VerdictCounts Of(int rule) =>
        new(this[rule, Verdict.Compliant], this[rule, Verdict.NonCompliant], this[rule, Verdict.Undetermined], this[rule, Verdict.NotApplicable], 0);

    public VerdictCounts Sum => Enumerable.Range(0, BenchRules.All.Length).Select(Of).Aggregate(VerdictCounts.None, (sum, of) => sum.Plus(of));

    /// <summary>Counts the rows that are neither broken nor open nor outside, when all others are counted.</summary>
    public Tally Complete(int schools, int classes)
    {
        for (int rule = 0; rule < BenchRules.All.Length; rule++)
        {
            int rows = rule < BenchRules.OfClasses.Length ? classes : schools;
            this[rule, Verdict.Compliant] = rows - this[rule, Verdict.NonCompliant] - this[rule, Verdict.Undetermined] - this[rule, Verdict.NotApplicable];
        }

        return this;
    }

    /// <summary>Counts the bits of masks that have a bit for each rule.</summary>
    /// <param name="first">The rule of the lowest bit.</param>
    /// <param name="masks">One for each row.</param>
    /// <param name="verdict">What a set bit means.</param>
    public void Add(int first, ReadOnlySpan<uint> masks, Verdict verdict)
    {
        foreach (uint mask in masks)
        {
            for (uint rest = mask; rest != 0; rest &= rest - 1) this[first + BitOperations.TrailingZeroCount(rest), verdict]++;
        }
    }

    /// <summary>The first difference from another tally, as a sentence; null where there is none.</summary>
    public string? DifferenceFrom(Tally other)
    {
        for (int rule = 0; rule < BenchRules.All.Length; rule++)
        {
            if (Of(rule) != other.Of(rule)) return $"{BenchRules.All[rule]}: {Of(rule)} against {other.Of(rule)}";
        }

        return null;
    }
}
