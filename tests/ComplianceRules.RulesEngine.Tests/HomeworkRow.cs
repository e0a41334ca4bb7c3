namespace ComplianceRules.RulesEngine.Tests;

/// <summary>An object of an application.</summary>
public sealed record HomeworkRow(string Name, int Minutes, string? Teacher);
