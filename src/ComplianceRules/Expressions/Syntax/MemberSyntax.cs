namespace ComplianceRules.Expressions;

/// <summary>A name behind a dot.</summary>
/// <param name="Offset">Where its token starts in the expression.</param>
/// <param name="Length">How long its token is.</param>
/// <param name="Target">What stands before the dot.</param>
/// <param name="Name">The name behind it.</param>
internal sealed record MemberSyntax(int Offset, int Length, Syntax Target, string Name) : Syntax(Offset, Length);
