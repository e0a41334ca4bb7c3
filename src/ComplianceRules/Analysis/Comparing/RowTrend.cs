using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>How many rows of a table were in the data of two assessments.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Table">The table.</param>
/// <param name="Before">How many before; null where the earlier assessment does not know the table.</param>
/// <param name="After">How many now; null where the later assessment does not know the table.</param>
public sealed record RowTrend(string Table, ShownCount? Before, ShownCount? After);
