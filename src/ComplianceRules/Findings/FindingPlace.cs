using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Where the row of a finding lies.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="School">The school that it is or belongs to; null for rows above schools.</param>
/// <param name="Region">The innermost region that it is or lies in; null where the data does not say, or gives no sound code.</param>
/// <param name="RegionName">The region's name; null where the data gives none.</param>
public sealed record FindingPlace(Subject? School, RegionCode? Region, string? RegionName);
