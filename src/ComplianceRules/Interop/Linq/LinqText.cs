namespace ComplianceRules.Interop;

/// <summary>A text in quotes.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Content">The text, escapes resolved.</param>
internal sealed record LinqText(LinqPlace Place, string Content) : LinqSyntax(Place);
