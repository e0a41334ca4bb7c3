namespace ComplianceRules.Engine;

/// <summary>Neighbouring rows of one table that one stack judges.</summary>
/// <param name="Start">The first row.</param>
/// <param name="End">The row after the last.</param>
/// <param name="Stack">The stack.</param>
internal readonly record struct StackRun(int Start, int End, PackStack Stack);
