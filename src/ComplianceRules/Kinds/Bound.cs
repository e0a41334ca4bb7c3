using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>One side that the observed value is held to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Kind">How it is held.</param>
/// <param name="Value">The limit, of the observed value's type and unit.</param>
/// <param name="Tolerance">The room on both sides of an exact value; null where there is none.</param>
public sealed record Bound(BoundKind Kind, TypedExpression Value, TypedExpression? Tolerance = null);
