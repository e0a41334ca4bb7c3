using ComplianceRules.Diagnostics;

namespace ComplianceRules.Findings;

/// <summary>The band that a measure falls into.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The band's id in its rule.</param>
/// <param name="Title">What people read.</param>
public sealed record FindingBand(string Id, LocalText Title);
