using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Layout;

/// <summary>Which column is a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column.</param>
/// <param name="Cells">Reads the column's cells in process; SQL has to read them the same way.</param>
internal sealed record SqlField(FieldSchema Field, SqlColumn Column, CellReader Cells);
