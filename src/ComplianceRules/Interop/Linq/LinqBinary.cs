namespace ComplianceRules.Interop;

/// <summary>Two parts joined by a sign or word.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operator">The sign.</param>
/// <param name="Left">The left part.</param>
/// <param name="Right">The right part.</param>
internal sealed record LinqBinary(LinqPlace Place, LinqOperator Operator, LinqSyntax Left, LinqSyntax Right) : LinqSyntax(Place);
