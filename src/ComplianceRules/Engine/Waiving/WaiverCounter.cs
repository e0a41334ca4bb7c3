using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Counts what each waiver excuses while the rules of a run are gone through.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="waivers">The waivers.</param>
internal sealed class WaiverCounter(RunWaivers waivers)
{
    private readonly long[] _reached = new long[waivers.Day.All.Length];
    private readonly long[] _broken = new long[waivers.Day.All.Length];
    private readonly long[] _open = new long[waivers.Day.All.Length];
    private readonly SortedSet<(int One, int Other)> _overlaps = [];

    /// <summary>Takes what a rule says.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="table">Its table.</param>
    /// <param name="bits">What it says of every row.</param>
    public void Add(CheckedRule rule, FactTable table, RuleBits bits)
    {
        foreach (int waiver in waivers.Day.InForce(rule))
        {
            foreach (RowWindow rows in waivers.Reach.Of(waiver, table))
            {
                (int from, int to) = (Math.Max(rows.From, bits.First) - bits.First, Math.Min(rows.To, bits.Rows.End) - bits.First);
                if (from >= to) continue;
                _reached[waiver] += Bitmaps.Count(bits.Rows.InStack, from, to);
                _broken[waiver] += Bitmaps.Count(bits.Broken, from, to);
                _open[waiver] += Bitmaps.Count(bits.Open, from, to);
            }
        }

        _overlaps.UnionWith(waivers.Overlaps(rule));
    }

    /// <summary>What was found.</summary>
    public WaiverTally Tally() => new(
        [.. Enumerable.Range(0, _reached.Length).Select(w => new WaiverCount(_reached[w], _broken[w], _open[w], waivers.Reach.IsNamed(w), waivers.Reach.IsMet(w), waivers.Reach.IsPackMet(w)))],
        [.. _overlaps]);
}
