namespace ComplianceRules.Interop;

/// <summary>A value that is missing.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record LinqNull(LinqPlace Place) : LinqSyntax(Place);
