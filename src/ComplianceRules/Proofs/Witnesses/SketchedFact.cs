using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>A fact of a row that is to be made.</summary>
/// <param name="Name">Its name as an expression writes it.</param>
/// <param name="Row">The row.</param>
/// <param name="Field">The fact.</param>
/// <param name="Value">Its value; null where it is to be missing.</param>
internal sealed record SketchedFact(string Name, RowPath Row, FieldSchema Field, Value? Value);
