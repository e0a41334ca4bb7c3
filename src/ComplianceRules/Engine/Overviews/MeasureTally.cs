namespace ComplianceRules.Engine;

/// <summary>What was counted of the measure of a rule, over all rows or a share of them.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rows">How many rows the rule concerns.</param>
/// <param name="Counts">The known measures, ascending.</param>
/// <param name="Limits">How many rows are held to which limit; not whole where there are more than <see cref="LimitTally.MostDistinct"/>.</param>
internal sealed record MeasureTally(long Rows, List<MeasuredCount> Counts, Dictionary<HeldLimit, long> Limits)
{
    /// <summary>What was counted over these rows and others.</summary>
    /// <param name="other">The others.</param>
    public MeasureTally Plus(MeasureTally other)
    {
        Dictionary<HeldLimit, long> limits = new(Limits);
        foreach ((HeldLimit limit, long rows) in other.Limits) limits[limit] = limits.GetValueOrDefault(limit) + rows;
        return new MeasureTally(Rows + other.Rows, Merged(Counts, other.Counts), limits);
    }

    private static List<MeasuredCount> Merged(List<MeasuredCount> left, List<MeasuredCount> right)
    {
        List<MeasuredCount> merged = new(Math.Max(left.Count, right.Count));
        for (int l = 0, r = 0; l < left.Count || r < right.Count;)
        {
            if (r == right.Count || (l < left.Count && left[l].Value < right[r].Value)) merged.Add(left[l++]);
            else if (l == left.Count || right[r].Value < left[l].Value) merged.Add(right[r++]);
            else merged.Add(left[l++].Plus(right[r++]));
        }

        return merged;
    }
}
