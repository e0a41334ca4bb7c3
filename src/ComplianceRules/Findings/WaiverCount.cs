namespace ComplianceRules.Findings;

/// <summary>What a run found of one waiver.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Reached">How many rows that it reaches were judged, each rule counted.</param>
/// <param name="Broken">How many of them break the rule.</param>
/// <param name="Open">How many of them are not decided.</param>
/// <param name="IsNamed">Whether the data has the row that it names, or rows of its region.</param>
/// <param name="IsMet">Whether its pack judges such rows.</param>
/// <param name="IsPackMet">Whether its pack judges any row at all.</param>
internal sealed record WaiverCount(long Reached, long Broken, long Open, bool IsNamed, bool IsMet, bool IsPackMet)
{
    /// <summary>What two parts of a run found together.</summary>
    /// <param name="other">The other part.</param>
    public WaiverCount Plus(WaiverCount other) => new(
        Reached + other.Reached, Broken + other.Broken, Open + other.Open, IsNamed || other.IsNamed, IsMet || other.IsMet, IsPackMet || other.IsPackMet);
}
