using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>A finding that a table counts, and perhaps shows.</summary>
/// <param name="Place">Its place among the findings of the assessment.</param>
/// <param name="Outline">What is known of it before it is made.</param>
internal sealed record ListedFinding(int Place, FindingOutline Outline);
