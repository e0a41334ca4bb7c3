namespace ComplianceRules.Interop;

/// <summary>True or false.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Truth">Which of the two.</param>
internal sealed record LinqTruth(LinqPlace Place, bool Truth) : LinqSyntax(Place);
