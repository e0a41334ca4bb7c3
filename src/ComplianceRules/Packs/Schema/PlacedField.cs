using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>A field and where a pack first declares it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Place">The place of its name; null for a field of the base tables.</param>
internal sealed record PlacedField(FieldSchema Field, SourceSpan? Place);
