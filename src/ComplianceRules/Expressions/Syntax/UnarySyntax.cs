namespace ComplianceRules.Expressions;

/// <summary>A sign before a value.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Operator">The sign.</param>
/// <param name="Operand">The value.</param>
internal sealed record UnarySyntax(int Offset, int Length, string Operator, Syntax Operand) : Syntax(Offset, Length);
