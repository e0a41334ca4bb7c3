namespace ComplianceRules.Engine;

/// <summary>Neighbouring rows of one table that are one school or lie below it.</summary>
/// <param name="Start">The first row.</param>
/// <param name="End">The row after the last.</param>
/// <param name="School">The school's row.</param>
internal readonly record struct SchoolRun(int Start, int End, int School);
