using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>Counts findings and keeps none.</summary>
internal sealed class CountingSink : IFindingSink
{
    public long Count { get; private set; }

    public void Take(FindingList findings) => Count += findings.Count;
}
