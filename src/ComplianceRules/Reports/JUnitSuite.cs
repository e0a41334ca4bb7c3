using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What one rule becomes in a JUnit report.</summary>
/// <remarks>Immutable. Where packs replace a rule, all of them together.</remarks>
/// <param name="Rules">The rule, or those that take its place; at least one.</param>
/// <param name="Shown">How many rows have which verdict, as a report may show it.</param>
/// <param name="Counts">How its cases ended.</param>
internal sealed record JUnitSuite(ImmutableArray<RuleSummary> Rules, ShownCounts Shown, JUnitCounts Counts)
{
    /// <summary>The full id.</summary>
    public string Rule => Rules[0].Rule;

    /// <summary>The places of the findings that are cases, in the order of the assessment.</summary>
    public required IReadOnlyList<int> Findings { get; init; }

    /// <summary>The counts of persons that are cases.</summary>
    public required IEnumerable<PersonalCount> Persons { get; init; }

    /// <summary>How many compliant rows are not listed; null where they are, and where there are none.</summary>
    public required ShownCount? Unlisted { get; init; }
}
