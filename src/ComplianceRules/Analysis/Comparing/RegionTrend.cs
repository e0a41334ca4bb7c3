using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>What became of the findings in one region and in all below it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Region">The code; null for the rows of which no assessment tells the region.</param>
/// <param name="Name">The name; null where no finding gives it.</param>
/// <param name="Counts">How many findings have which trend.</param>
public sealed record RegionTrend(RegionCode? Region, string? Name, TrendCounts Counts);
