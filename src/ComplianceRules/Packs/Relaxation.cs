using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>The law that allows a pack to bind less than packs further out.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Authority">Who allowed it.</param>
/// <param name="Source">The instrument that allows it, and the clause.</param>
public sealed record Relaxation(LocalText Authority, SourceReference Source);
