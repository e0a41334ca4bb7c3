using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>A rule as another one names it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The rule's id within its pack, or its full id: pack, <c>/</c>, rule.</param>
/// <param name="Place">Where the name stands.</param>
public sealed record RuleReference(string Id, SourceSpan Place);
