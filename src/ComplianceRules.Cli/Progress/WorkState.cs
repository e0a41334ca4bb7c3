namespace ComplianceRules.Cli.Progress;

/// <summary>How far some work is.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="What">What is being done, as people read it.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Done">How much is done.</param>
/// <param name="Total">How much there is to do; 0 where nobody knows.</param>
/// <param name="Elapsed">How long it has taken so far.</param>
internal sealed record WorkState(string What, WorkUnit Unit, long Done, long Total, TimeSpan Elapsed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(4);

    /// <summary>The part that is done, from 0 to 1; null where nobody knows.</summary>
    public double? Share => Total > 0 ? Math.Clamp((double)Done / Total, 0, 1) : null;

    /// <summary>How much was done in a second; null before anything is.</summary>
    public double? Rate => Unit != WorkUnit.Unknown && Done > 0 && Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : null;

    /// <summary>How long the rest takes where it goes on as it went so far; null where nobody knows.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (Share is not { } share || Rate is null) return null;
            double seconds = Elapsed.TotalSeconds * (1 - share) / share;
            return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(Math.Ceiling(seconds)) : null;
        }
    }
}
