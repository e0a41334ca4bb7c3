using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Streaming;

/// <summary>Keeps what a streamed run hands over.</summary>
internal sealed class KeptFindings : IFindingSink
{
    private readonly List<Finding> _findings = [];

    /// <summary>How often something was handed over.</summary>
    public int Times { get; private set; }

    /// <summary>The findings in the order of a run that has everything at once.</summary>
    public FindingList InOrder => FindingList.Of(_findings.OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Subject is not null).ThenBy(f => f.Subject?.Id, StringComparer.Ordinal));

    /// <summary>The tables that findings are of.</summary>
    public IEnumerable<string> Subjects => _findings.Select(f => f.Subject?.Table).OfType<string>();

    public void Take(FindingList findings)
    {
        Times++;
        _findings.AddRange(findings);
    }
}
