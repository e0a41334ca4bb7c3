namespace ComplianceRules.Findings;

/// <summary>What somebody should look at in a waiver.</summary>
/// <remarks>Nothing is said of what a run did not judge.</remarks>
public enum WaiverIssue
{
    /// <summary>Its last day is before the day of assessment; it excuses nothing any more.</summary>
    Expired = 0,

    /// <summary>It holds on the day of assessment and ends within the days asked for.</summary>
    EndsSoon = 1,

    /// <summary>It holds, and nothing that it reaches breaks a rule that it excuses, though all of it was judged and decided.</summary>
    Unused = 2,

    /// <summary>The data has no row that it names, or its pack does not judge that row.</summary>
    UnknownSubject = 3,

    /// <summary>Another waiver that holds on the day reaches the same row for the same rule.</summary>
    Overlapping = 4,
}
