namespace ComplianceRules.Analysis;

/// <summary>The difference of two margins.</summary>
internal static class MarginGain
{
    /// <summary>The difference; null where a decimal cannot hold it.</summary>
    public static decimal? Of(decimal before, decimal after)
    {
        try
        {
            return after - before;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
