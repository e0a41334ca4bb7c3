namespace ComplianceRules.Interop;

/// <summary>One of two values, by a condition.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Condition">What decides.</param>
/// <param name="Then">The value where it holds.</param>
/// <param name="Otherwise">The value where it does not.</param>
internal sealed record LinqConditional(LinqPlace Place, LinqSyntax Condition, LinqSyntax Then, LinqSyntax Otherwise) : LinqSyntax(Place);
