using System.Collections.Immutable;

namespace ComplianceRules.Findings;

/// <summary>Findings that somebody has made.</summary>
/// <param name="findings">The findings.</param>
internal sealed class GivenFindings(ImmutableArray<Finding> findings) : FindingSegment
{
    /// <inheritdoc/>
    public override int Count => findings.Length;

    /// <inheritdoc/>
    public override Finding this[int index] => findings[index];

    /// <inheritdoc/>
    public override FindingOutline Outline(int index)
    {
        Finding finding = findings[index];
        return new FindingOutline(finding.Rule, finding.Verdict, finding.Severity, finding.Subject?.Table, finding.Rows, finding.ShownRows);
    }
}
