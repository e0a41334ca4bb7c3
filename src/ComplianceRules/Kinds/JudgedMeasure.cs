using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>One thing that an item measures, and the limit that it is held to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Holds">Whether the limit is kept; true also where it does not count for the row.</param>
/// <param name="Measure">What people call that which is measured.</param>
/// <param name="Observed">What is measured.</param>
/// <param name="Bound">The limit.</param>
public sealed record JudgedMeasure(TypedExpression Holds, LocalText Measure, TypedExpression Observed, Bound Bound);
