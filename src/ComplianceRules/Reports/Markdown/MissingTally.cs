using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>How much a missing fact leaves open.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class MissingTally
{
    /// <summary>How many rows are not decided for want of it, each rule counted.</summary>
    public ShownCount Rows { get; private set; }

    /// <summary>The rules that it would decide, in ordinal order.</summary>
    public SortedSet<string> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a finding that misses it.</summary>
    public void Add(Finding finding)
    {
        Rows = Rows.Plus(finding.ShownRows);
        Rules.Add(finding.Rule);
    }
}
