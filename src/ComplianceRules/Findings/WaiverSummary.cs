using System.Collections.Immutable;

namespace ComplianceRules.Findings;

/// <summary>What became of a waiver in a run.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Waiver">The waiver; of a person who may not be named, without subject and reason.</param>
/// <param name="Issues">What somebody should look at, in the order of the enum; empty where nothing is.</param>
public sealed record WaiverSummary(FindingWaiver Waiver, ImmutableArray<WaiverIssue> Issues)
{
    /// <summary>How many breaches it excuses, each row and rule counted; null where it does not hold on the day, and where the count would speak of persons who may not be shown.</summary>
    /// <remarks>A breach that two waivers excuse counts for both.</remarks>
    public long? Breaches { get; init; }

    /// <summary>Waivers that reach the same row for the same rule, by pack and place; empty where there are none.</summary>
    public ImmutableArray<FindingWaiver> Overlaps { get; init; } = [];
}
