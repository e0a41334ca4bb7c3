using System.Data.Common;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Reducing;

/// <summary>Reads what the database works out for rules of regions, as a snapshot.</summary>
/// <param name="reduction">The rules.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class SqlReducedFacts(SqlReduction reduction, DateOnly asOf)
{
    private readonly Dictionary<long, string> _numbers = [];

    /// <summary>Reads.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="others">The tables that are no school's.</param>
    /// <param name="sure">The schools of which SQL reads all that the engine does.</param>
    /// <param name="doubtful">The facts of the other schools; null where there are none.</param>
    /// <returns>The snapshot; where the rows cannot be used, the problems.</returns>
    public async Task<Checked<Snapshot>> ReadAsync(SqlNodes nodes, IEnumerable<DataReaderTable> others, SqlSchools sure, Snapshot? doubtful)
    {
        List<RecordSet> sets = [.. others.Select(t => new DataRecordSet(t, $"database/{t.Name}"))];
        foreach (SqlReducedTable table in reduction.Tables)
        {
            List<SqlReducedRow> rows = [];
            await nodes.ReadAsync(table.Rows(sure), row => rows.Add(Of(table, row))).ConfigureAwait(false);
            if (doubtful is not null) rows.AddRange(OfFacts(table, doubtful));
            sets.Add(new SqlReducedSet(table, rows));
        }

        SnapshotBuilder builder = new(reduction.Catalogue.Schema, new SnapshotOptions()) { Cancellation = nodes.Cancellation };
        DatabaseRecords.Load(sets, "database", builder, null, nodes.Cancellation);
        return builder.Build();
    }

    private SqlReducedRow Of(SqlReducedTable table, DbDataReader row)
    {
        int cells = table.Names.Length;
        return new SqlReducedRow([.. Enumerable.Range(0, cells).Select(c => Text(row.GetValue(c)))], table.IsOfSchools ? 1 : row.GetInt64(cells));
    }

    private IEnumerable<SqlReducedRow> OfFacts(SqlReducedTable table, Snapshot facts)
    {
        ReferenceInterpreter interpreter = new(facts, asOf, new NoVerdicts());
        (FactTable schools, FactTable regions, FactTable rows) = (facts.Table(BaseTables.School), facts.Table(BaseTables.Region), facts.Table(table.Schema.Name));
        for (int i = 0; i < rows.Count; i++)
        {
            int row = i;
            IEnumerable<string?> head = table.IsOfSchools
                ? [rows.Id(row), rows.Parent(row) >= 0 ? regions.Id(rows.Parent(row)) : null, .. table.Lists.Select(l => rows.List(l)?.IsReported(row) == true ? "1" : "0")]
                : [schools.Id(rows.Parent(row))];
            yield return new SqlReducedRow([.. head, .. table.Columns.Select(c => c.Cell(interpreter.Evaluate(c.Asked, FramesOf(c, row))))], 1);
        }

        RowFrames FramesOf(SqlReducedColumn column, int row) =>
            column.IsSubject ? new RowFrames(rows, row, column.Parameters) : new RowFrames(regions, 0, column.Parameters).Enter(ListItem.Of(rows, row), new ListWork(1, 1));
    }

    // Most numbers occur again and again.
    private string? Text(object cell)
    {
        if (cell is DBNull) return null;
        if (cell is long or int or short or byte or sbyte or ushort or uint)
        {
            long whole = Convert.ToInt64(cell, CultureInfo.InvariantCulture);
            return _numbers.TryGetValue(whole, out string? known) ? known : _numbers[whole] = whole.ToString(CultureInfo.InvariantCulture);
        }

        return cell is double number ? number.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture);
    }
}
