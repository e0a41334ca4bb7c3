namespace ComplianceRules.Benchmarks;

/// <summary>One way to do a task.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Act">Does the whole task once.</param>
internal sealed record Contender(string Name, Action Act);
