using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What became of the findings of one school and of all rows below it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="School">The school.</param>
/// <param name="Region">The innermost region that it lies in; null where no assessment tells.</param>
/// <param name="Counts">How many findings have which trend.</param>
public sealed record SchoolTrend(Subject School, RegionCode? Region, TrendCounts Counts);
