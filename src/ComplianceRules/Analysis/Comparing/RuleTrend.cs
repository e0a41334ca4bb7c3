namespace ComplianceRules.Analysis;

/// <summary>What became of the findings of one rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule, as the later assessment tells it where it has it.</param>
/// <param name="Counts">How many findings have which trend.</param>
public sealed record RuleTrend(RecordedRule Rule, TrendCounts Counts);
