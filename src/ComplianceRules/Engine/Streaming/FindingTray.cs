using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Holds the findings of a part until they are taken out.</summary>
internal sealed class FindingTray : IFindingSink
{
    private readonly List<FindingSegment> _segments = [];

    /// <inheritdoc/>
    public void Take(FindingList findings) => _segments.AddRange(findings.Segments);

    /// <summary>Takes out what is there.</summary>
    public FindingList TakeOut()
    {
        FindingList held = new([.. _segments]);
        _segments.Clear();
        return held;
    }
}
