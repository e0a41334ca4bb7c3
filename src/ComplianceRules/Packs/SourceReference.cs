using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Where in an instrument a rule or a value stands.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Instrument">The instrument's name in the pack or in one further out.</param>
/// <param name="Clause">The clause as written; null where the source gives none.</param>
/// <param name="Place">Where the reference stands in the pack.</param>
public sealed record SourceReference(string Instrument, string? Clause, SourceSpan Place);
