namespace ComplianceRules.Expressions;

/// <summary>One of two values by a condition.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Condition">The condition.</param>
/// <param name="WhenTrue">The value where it holds.</param>
/// <param name="WhenFalse">The value where it does not.</param>
internal sealed record ConditionalSyntax(int Offset, int Length, Syntax Condition, Syntax WhenTrue, Syntax WhenFalse) : Syntax(Offset, Length);
