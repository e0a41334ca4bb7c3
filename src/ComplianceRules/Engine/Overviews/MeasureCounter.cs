using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Counts rows by measures that may be any numbers.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class MeasureCounter
{
    private readonly List<double> _kept = [];
    private readonly List<double> _broken = [];
    private readonly List<double> _open = [];

    /// <summary>Takes a row.</summary>
    /// <param name="bits">What the rule says.</param>
    /// <param name="row">The row.</param>
    /// <param name="value">Its measure.</param>
    public void Add(RuleBits bits, int row, double value)
    {
        int bit = row - bits.First;
        List<double> of = ValidityBits.Get(bits.Broken, bit) ? _broken : ValidityBits.Get(bits.Open, bit) ? _open : _kept;

        // There is one zero.
        of.Add(value + 0.0);
    }

    /// <summary>The measures, ascending.</summary>
    public List<MeasuredCount> Counted()
    {
        foreach (List<double> values in (ReadOnlySpan<List<double>>)[_kept, _broken, _open]) values.Sort();
        List<MeasuredCount> found = [];
        (int kept, int broken, int open) = (0, 0, 0);
        while (kept < _kept.Count || broken < _broken.Count || open < _open.Count)
        {
            double next = Math.Min(At(_kept, kept), Math.Min(At(_broken, broken), At(_open, open)));
            found.Add(new MeasuredCount(next, Take(_kept, next, ref kept), Take(_broken, next, ref broken), Take(_open, next, ref open)));
        }

        return found;
    }

    private static double At(List<double> values, int place) => place < values.Count ? values[place] : double.PositiveInfinity;

    private static int Take(List<double> values, double value, ref int place)
    {
        int start = place;
        while (place < values.Count && values[place] == value) place++;
        return place - start;
    }
}
