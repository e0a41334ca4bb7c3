namespace ComplianceRules.Engine;

/// <summary>Neighbouring rows of one table that one stack judges.</summary>
/// <param name="Start">The first row.</param>
/// <param name="End">The row after the last.</param>
/// <param name="Stack">The number of the stack among those of the run.</param>
internal readonly record struct BoundRun(int Start, int End, int Stack);
