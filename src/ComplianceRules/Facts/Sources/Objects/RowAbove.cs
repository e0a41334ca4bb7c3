namespace ComplianceRules.Facts;

/// <summary>The row that nested objects lie below.</summary>
/// <param name="Row">The row; -1 where it was refused.</param>
internal readonly record struct RowAbove(int Row);
