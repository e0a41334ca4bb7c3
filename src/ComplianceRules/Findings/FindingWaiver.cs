using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>What excuses a breach: who, why, until when, and where that stands.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Waiver">What was written.</param>
/// <param name="Instrument">The instrument that allows it; null where none was named.</param>
/// <param name="Pack">The pack that it stands in; null where it stands in a file apart.</param>
/// <param name="Place">The file, line and column, such as <c>pack.json(12,5)</c>: the file without its folder, so that it does not depend on where packs lie.</param>
public sealed record FindingWaiver(Waiver Waiver, Instrument? Instrument, string? Pack, string Place);
