namespace ComplianceRules.Analysis;

/// <summary>What became of the findings of one area of policy.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Area">The area as rules name it; null where the assessments do not tell.</param>
/// <param name="Counts">How many findings have which trend.</param>
public sealed record AreaTrend(string? Area, TrendCounts Counts);
