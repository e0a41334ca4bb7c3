using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>A pack that only one of two assessments has, or of which they have different files.</summary>
/// <remarks>Immutable. Version and region may be the same and the digest not: then somebody changed the pack without giving it a new version.</remarks>
/// <param name="Id">The pack's id.</param>
/// <param name="Before">The pack of the earlier assessment; null where that does not have it.</param>
/// <param name="After">The pack of the later assessment; null where that does not have it.</param>
public sealed record PackTrend(string Id, PackIdentity? Before, PackIdentity? After);
