namespace ComplianceRules.Interop;

/// <summary>Whether a value is among others.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Value">The value.</param>
/// <param name="List">Those others.</param>
/// <param name="IsNegated">Whether it shall not be.</param>
internal sealed record LinqIn(LinqPlace Place, LinqSyntax Value, LinqSyntax List, bool IsNegated) : LinqSyntax(Place);
