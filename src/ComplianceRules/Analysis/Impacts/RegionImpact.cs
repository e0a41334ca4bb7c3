using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>What becomes of the rows of one region by one rule.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Region">The code of the region of the rows' school, or the region itself; null where it is not known.</param>
/// <param name="Moves">The moves, by the old verdict and then the new one.</param>
public sealed record RegionImpact(RegionCode? Region, ImmutableArray<VerdictMove> Moves);
