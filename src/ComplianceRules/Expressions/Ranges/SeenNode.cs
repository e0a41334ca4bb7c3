using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A node of an expression and the variables of the macros around it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Variables">The variables within reach, outermost first.</param>
internal readonly record struct SeenNode(TypedExpression Node, ImmutableArray<MacroVariable> Variables);
