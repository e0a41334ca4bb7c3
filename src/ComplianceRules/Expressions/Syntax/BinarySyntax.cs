namespace ComplianceRules.Expressions;

/// <summary>A sign between two values.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Operator">The sign.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value.</param>
internal sealed record BinarySyntax(int Offset, int Length, string Operator, Syntax Left, Syntax Right) : Syntax(Offset, Length);
