using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>A fact of a row, or a list of it, as a rule reaches it.</summary>
/// <param name="Name">Its name as an expression writes it.</param>
/// <param name="Row">The row.</param>
/// <param name="Field">The fact; null for a list.</param>
/// <param name="List">The list; null for a fact.</param>
internal sealed record FactPlace(string Name, RowPath Row, FieldSchema? Field, string? List);
