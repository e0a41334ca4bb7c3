namespace ComplianceRules.Expressions;

/// <summary>A place whose trouble has been reported; it troubles nothing around it.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
internal sealed record BrokenSyntax(int Offset, int Length) : Syntax(Offset, Length);
