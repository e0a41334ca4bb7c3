namespace ComplianceRules.Expressions;

/// <summary>A bare name.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Name">The name.</param>
internal sealed record NameSyntax(int Offset, int Length, string Name) : Syntax(Offset, Length);
