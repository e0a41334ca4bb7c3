using System.Collections.Immutable;

namespace ComplianceRules.Findings;

/// <summary>What a run, or a part of one, found of each waiver, by the waiver's number.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Counts">For each waiver what was found.</param>
/// <param name="Overlaps">Waivers that reach the same row for the same rule.</param>
internal sealed record WaiverTally(ImmutableArray<WaiverCount> Counts, ImmutableArray<(int One, int Other)> Overlaps)
{
    /// <summary>What two parts of a run found together.</summary>
    /// <param name="other">The other part, of the same waivers.</param>
    public WaiverTally Plus(WaiverTally other) => new([.. Counts.Zip(other.Counts, (one, more) => one.Plus(more))], [.. Overlaps.Union(other.Overlaps).Order()]);

    /// <summary>What parts of a run found together; null where there are no waivers.</summary>
    /// <param name="parts">The parts.</param>
    public static WaiverTally? Sum(IEnumerable<WaiverTally?> parts) => parts.OfType<WaiverTally>().Aggregate((WaiverTally?)null, (sum, part) => sum?.Plus(part) ?? part);
}
