using ComplianceRules.Diagnostics;

namespace ComplianceRules.Findings;

/// <summary>The law that allows a pack to bind less than packs further out.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Authority">Who allowed it.</param>
/// <param name="Source">The pack that makes use of it, the instrument, its clause, and the first day of the rule or value.</param>
public sealed record FindingRelaxation(LocalText Authority, FindingSource Source);
