using ComplianceRules.Facts;

namespace ComplianceRules.RulesEngine;

/// <summary>A row as an object.</summary>
/// <param name="Value">The object; null where there is none.</param>
/// <param name="Unsaid">The field of a fact, in it or in rows around it, that a decimal does not keep; null where there is none.</param>
internal sealed record RowObject(object? Value, FieldSchema? Unsaid);
