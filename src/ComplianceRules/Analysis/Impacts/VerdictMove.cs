using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>How many rows go from one verdict of a rule to another.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="From">The verdict by the old packs; null where the rule did not judge the row.</param>
/// <param name="To">The verdict by the new packs; null where the rule does not judge the row.</param>
/// <param name="Rows">How many rows.</param>
public sealed record VerdictMove(Verdict? From, Verdict? To, long Rows);
