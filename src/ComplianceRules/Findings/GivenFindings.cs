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

    /// <inheritdoc/>
    public override FindingSegment? Within(FindingScope scope)
    {
        ImmutableArray<Finding> wanted = [.. findings.Where(scope.Has)];
        return wanted.IsEmpty ? null : new GivenFindings(wanted);
    }

    /// <inheritdoc/>
    public override bool? Knows(FindingScope scope) => findings.Any(f => f.Subject is not null && (scope with { Rule = null, Area = null }).Has(f)) ? true : null;
}
