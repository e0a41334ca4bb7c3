using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks.Peers;

/// <summary>Counts what other engines say of rows; they say which rules are broken, open or outside, and the rest is compliant.</summary>
public sealed class PeerCounts
{
    private Tally _tally = new();

    /// <summary>The verdicts that engines are asked for.</summary>
    internal static Verdict[] Asked { get; } = [Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable];

    /// <summary>Counts a row.</summary>
    /// <param name="rule">The rule's number.</param>
    /// <param name="verdict">The verdict's number.</param>
    public void Add(int rule, int verdict) => _tally[rule, (Verdict)verdict]++;

    /// <summary>Counts rows.</summary>
    /// <param name="rule">The rule's number.</param>
    /// <param name="verdict">The verdict's number.</param>
    /// <param name="rows">How many.</param>
    /// <returns>True, so that it can be a condition.</returns>
    public bool Put(int rule, int verdict, int rows)
    {
        _tally[rule, (Verdict)verdict] += rows;
        return true;
    }

    /// <summary>Gives the counts away and begins anew.</summary>
    /// <param name="facts">The facts that were judged.</param>
    internal Tally Take(LinqFacts facts)
    {
        Tally full = _tally.Complete(facts.Schools.Length, facts.Classes.Length);
        _tally = new Tally();
        return full;
    }
}
