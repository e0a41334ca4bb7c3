using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>How many days something must take.</summary>
/// <param name="Least">The fewest days, included.</param>
/// <param name="IsWorking">Whether only working days count.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record StepSpan(TypedExpression Least, bool IsWorking, SourceSpan Place);
