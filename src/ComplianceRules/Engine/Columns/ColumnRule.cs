namespace ComplianceRules.Engine;

/// <summary>A rule as columns judge it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Applies">Whether it applies to a row.</param>
/// <param name="Holds">Whether it holds for a row.</param>
internal sealed record ColumnRule(CheckedRule Rule, TruthNode Applies, TruthNode Holds);
