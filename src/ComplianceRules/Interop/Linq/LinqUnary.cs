namespace ComplianceRules.Interop;

/// <summary>A minus or a not before something.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operator">The sign.</param>
/// <param name="Operand">What it stands before.</param>
internal sealed record LinqUnary(LinqPlace Place, LinqOperator Operator, LinqSyntax Operand) : LinqSyntax(Place);
