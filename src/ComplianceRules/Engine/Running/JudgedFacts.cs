using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What one run judges.</summary>
/// <param name="Snapshot">The facts.</param>
/// <param name="Previous">The earlier facts, read by the same schema; null where none are given.</param>
/// <param name="AsOf">The day of assessment.</param>
internal sealed record JudgedFacts(Snapshot Snapshot, Snapshot? Previous, DateOnly AsOf)
{
    /// <summary>What excuses breaches; null where nothing does.</summary>
    public RunWaivers? Waivers { get; init; }
}
