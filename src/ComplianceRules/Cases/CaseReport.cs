using System.Collections.Immutable;

namespace ComplianceRules.Cases;

/// <summary>What became of all cases.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Results">One result a case, in the order they ran.</param>
public sealed record CaseReport(ImmutableArray<CaseResult> Results)
{
    /// <summary>What the cases show of the rules.</summary>
    public CaseCoverage Coverage { get; internal init; } = CaseCoverage.None;

    /// <summary>How many cases came out as expected.</summary>
    public int Passed => Results.Count(r => r.Passed);

    /// <summary>How many did not.</summary>
    public int Failed => Results.Length - Passed;
}
