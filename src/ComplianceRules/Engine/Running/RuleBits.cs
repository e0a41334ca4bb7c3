using System.Numerics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What one rule says of the rows of a table, one bit a row and question.</summary>
/// <remarks>Filled while the rule is judged, then only read.</remarks>
/// <param name="first">The first row that has the rule in its stack.</param>
/// <param name="end">The row after the last that has.</param>
internal sealed class RuleBits(int first, int end)
{
    private readonly ulong[] _inStack = new ulong[ValidityBits.Words(end - first)];
    private readonly ulong[] _applies = new ulong[ValidityBits.Words(end - first)];
    private readonly ulong[] _appliesNot = new ulong[ValidityBits.Words(end - first)];
    private readonly ulong[] _holds = new ulong[ValidityBits.Words(end - first)];
    private readonly ulong[] _holdsNot = new ulong[ValidityBits.Words(end - first)];

    /// <summary>How many rows have which verdict.</summary>
    public VerdictCounts Counts
    {
        get
        {
            long all = 0, compliant = 0, broken = 0, outside = 0;
            for (int i = 0; i < _inStack.Length; i++)
            {
                all += BitOperations.PopCount(_inStack[i]);
                compliant += BitOperations.PopCount(_applies[i] & _holds[i]);
                broken += BitOperations.PopCount(_applies[i] & _holdsNot[i]);
                outside += BitOperations.PopCount(_appliesNot[i]);
            }

            return new VerdictCounts(compliant, broken, all - compliant - broken - outside, outside, 0);
        }
    }

    /// <summary>Takes over what a judge said of a block.</summary>
    /// <param name="start">The block's first row.</param>
    /// <param name="count">How many rows it has.</param>
    /// <param name="applies">The answers to whether the rule applies: true, then false.</param>
    /// <param name="holds">The answers to whether it holds: true, then false.</param>
    public void Take(int start, int count, (ulong[] True, ulong[] False) applies, (ulong[] True, ulong[] False) holds)
    {
        for (int i = 0; i < count; i++)
        {
            int row = start + i - first;
            ValidityBits.Set(_inStack, row);
            if (ValidityBits.Get(applies.True, i)) ValidityBits.Set(_applies, row);
            if (ValidityBits.Get(applies.False, i)) ValidityBits.Set(_appliesNot, row);
            if (ValidityBits.Get(holds.True, i)) ValidityBits.Set(_holds, row);
            if (ValidityBits.Get(holds.False, i)) ValidityBits.Set(_holdsNot, row);
        }
    }

    /// <summary>Whether the rule is in the row's stack.</summary>
    /// <param name="row">The row.</param>
    public bool InStack(int row) => Get(_inStack, row);

    /// <summary>Whether the rule is in the row's stack and applies; null where that is unknown.</summary>
    /// <param name="row">The row.</param>
    public bool? Applies(int row) => Get(_applies, row) ? true : !InStack(row) || Get(_appliesNot, row) ? false : null;

    /// <summary>Whether the rule holds; null where that is unknown.</summary>
    /// <param name="row">The row.</param>
    public bool? Holds(int row) => Get(_holds, row) ? true : Get(_holdsNot, row) ? false : null;

    /// <summary>What the rule says of a row that is in its stack.</summary>
    /// <param name="row">The row.</param>
    public Verdict Verdict(int row) => (Applies(row), Holds(row)) switch
    {
        (false, _) => Findings.Verdict.NotApplicable,
        (true, true) => Findings.Verdict.Compliant,
        (true, false) => Findings.Verdict.NonCompliant,
        _ => Findings.Verdict.Undetermined,
    };

    /// <summary>The verdicts as lists of rows take them.</summary>
    /// <param name="withClosed">Whether compliant and not applicable rows are listed too.</param>
    public VerdictWords Words(bool withClosed)
    {
        ulong[] broken = new ulong[_inStack.Length];
        ulong[] open = new ulong[_inStack.Length];
        ulong[] compliant = withClosed ? new ulong[_inStack.Length] : [];
        for (int i = 0; i < _inStack.Length; i++)
        {
            ulong kept = _applies[i] & _holds[i];
            broken[i] = _applies[i] & _holdsNot[i];
            open[i] = _inStack[i] & ~(kept | broken[i] | _appliesNot[i]);
            if (withClosed) compliant[i] = kept;
        }

        return new VerdictWords { First = first, NonCompliant = broken, Undetermined = open, Compliant = compliant, NotApplicable = withClosed ? _appliesNot : [] };
    }

    private bool Get(ulong[] bits, int row) => row >= first && row < end && ValidityBits.Get(bits, row - first);
}
