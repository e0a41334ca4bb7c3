using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The fact of a name on the nearest row that has it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The fact; null where a derived field is in trouble, which is reported where that is declared.</param>
internal sealed record NearestFact(FieldSchema Field, TypedExpression? Value);
