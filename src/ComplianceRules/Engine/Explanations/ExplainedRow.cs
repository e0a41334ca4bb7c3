using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>An item of a list that matters for what the list comes to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Subject">The row; null for a value that comes from no row.</param>
/// <param name="Node">What was asked of it, or its value.</param>
public sealed record ExplainedRow(Subject? Subject, ExplainedNode Node);
