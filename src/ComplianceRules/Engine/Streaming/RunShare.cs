namespace ComplianceRules.Engine;

/// <summary>Which share of a run a part of it is, in rows of rules.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Before">How many come before the part.</param>
/// <param name="Own">How many the part has.</param>
/// <param name="All">How many the run has.</param>
internal readonly record struct RunShare(long Before, long Own, long All)
{
    /// <summary>How many there are up to the end of the part.</summary>
    public long End => Before + Own;
}
