using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Reducing;

/// <summary>What the database worked out of the rows of one table, as a table to be read: rows that are alike are told apart again by a number.</summary>
/// <param name="table">The table.</param>
/// <param name="rows">The rows.</param>
internal sealed class SqlReducedSet(SqlReducedTable table, IReadOnlyList<SqlReducedRow> rows) : RecordSet(table.Schema.Name, table.Schema.Name, SourceSpan.Whole($"database/{table.Schema.Name}"))
{
    /// <inheritdoc/>
    public override RecordReader Open(SheetShape? shape, SnapshotBuilder builder) => new SqlReducedReader(Span, table.Names, rows);
}
