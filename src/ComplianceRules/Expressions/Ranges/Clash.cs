namespace ComplianceRules.Expressions;

/// <summary>Two comparisons of one <c>&amp;&amp;</c> that never hold together, or of one <c>||</c> of which one always holds.</summary>
/// <param name="First">The earlier one.</param>
/// <param name="Second">The later one.</param>
/// <param name="IsAnd">Whether they are joined by <c>&amp;&amp;</c>.</param>
/// <param name="At">Where they stand.</param>
internal sealed record Clash(TypedExpression First, TypedExpression Second, bool IsAnd, SeenNode At);
