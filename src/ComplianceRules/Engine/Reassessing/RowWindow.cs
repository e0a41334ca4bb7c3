namespace ComplianceRules.Engine;

/// <summary>Neighbouring rows of one table that are judged anew.</summary>
/// <param name="From">The first row.</param>
/// <param name="To">The row after the last.</param>
internal readonly record struct RowWindow(int From, int To);
