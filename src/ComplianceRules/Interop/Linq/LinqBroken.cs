namespace ComplianceRules.Interop;

/// <summary>What could not be read, which has been reported.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record LinqBroken(LinqPlace Place) : LinqSyntax(Place);
