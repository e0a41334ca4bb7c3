namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>Where in a rule an expression is made.</summary>
/// <param name="HasClass">Whether the rule may read <c>input1</c>, a class.</param>
/// <param name="Item">What stands before a fact of the list's row around, dot included; null where there is none.</param>
internal sealed record MadePlace(bool HasClass, string? Item);
