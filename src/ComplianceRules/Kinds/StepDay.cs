using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A day on which a step begins or ends.</summary>
/// <param name="Day">The day.</param>
/// <param name="Measure">What people call it.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record StepDay(TypedExpression Day, LocalText Measure, SourceSpan Place);
