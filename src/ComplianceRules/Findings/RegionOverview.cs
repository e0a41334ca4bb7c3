using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>A region.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; null where the data gives none.</param>
/// <param name="Parent">The region above it that is listed too; null at the top.</param>
public sealed record RegionOverview(RegionCode Code, string? Name, RegionCode? Parent);
