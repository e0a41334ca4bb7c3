namespace ComplianceRules.Facts;

/// <summary>A fact that all rows of a table share.</summary>
/// <param name="Table">The table.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value.</param>
internal sealed record MappedConstant(TableSchema Table, FieldSchema Field, CellValue Value);
