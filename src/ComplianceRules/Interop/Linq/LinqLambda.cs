namespace ComplianceRules.Interop;

/// <summary>A condition or value of each row of a list.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Variable">The name of the row.</param>
/// <param name="Body">What is asked of it.</param>
internal sealed record LinqLambda(LinqPlace Place, string Variable, LinqSyntax Body) : LinqSyntax(Place);
