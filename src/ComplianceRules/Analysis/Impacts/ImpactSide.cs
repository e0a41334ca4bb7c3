using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Some packs and the data as they read it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Catalogue">The checked packs.</param>
/// <param name="Snapshot">The facts, read by the schema of these packs.</param>
public sealed record ImpactSide(Catalogue Catalogue, Snapshot Snapshot)
{
    /// <summary>What to judge; an earlier snapshot is to be read by the schema of these packs too.</summary>
    public RunOptions Run { get; init; } = new();
}
