namespace ComplianceRules.Expressions;

/// <summary>A value written out.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Value">The value.</param>
/// <param name="Type">Its type, as far as it can be seen.</param>
internal sealed record LiteralSyntax(int Offset, int Length, Value Value, ExpressionType Type) : Syntax(Offset, Length);
