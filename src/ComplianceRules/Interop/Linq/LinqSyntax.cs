namespace ComplianceRules.Interop;

/// <summary>A part of an expression of Dynamic LINQ, as it is written.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record LinqSyntax(LinqPlace Place);
