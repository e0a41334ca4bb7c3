namespace ComplianceRules.Tests.Engine;

/// <summary>An item of a list.</summary>
/// <param name="Value">The row or value; null where the value is unknown.</param>
/// <param name="IsOpen">Whether it may turn out not to be in the list.</param>
internal sealed record MadeItem(object? Value, bool IsOpen);
