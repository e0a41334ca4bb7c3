namespace ComplianceRules.RulesEngine.Tests;

/// <summary>Another object of an application, with members of the same names.</summary>
public sealed record OtherRow(int Minutes, string Name);
