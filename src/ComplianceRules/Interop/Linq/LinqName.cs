namespace ComplianceRules.Interop;

/// <summary>A name: an input, a parameter, a variable, or a member of the row at hand.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The name as it is written.</param>
internal sealed record LinqName(LinqPlace Place, string Name) : LinqSyntax(Place);
