using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Reads the cell of one fact of a row, or of a row above it, as it lies in memory.</summary>
/// <remarks>Goes the same way as <see cref="RowReader.Find"/>.</remarks>
internal sealed class RowCell
{
    private readonly FactTable[] _climbed;
    private readonly bool _isReachable;
    private readonly FactColumn? _column;

    /// <summary>Finds the way to a fact.</summary>
    /// <param name="fact">A fact of the subject or of a row above it, not of the earlier snapshot.</param>
    /// <param name="snapshot">The facts.</param>
    /// <param name="subject">The subject's table.</param>
    public RowCell(FieldExpression fact, Snapshot snapshot, FactTable subject)
    {
        List<FactTable> climbed = [];
        FactTable? table = subject;
        bool climbs = fact.Row.Above;
        while (table is not null && (climbs || table.Schema.Name != fact.Row.Table))
        {
            climbs = false;
            climbed.Add(table);
            table = Above(table, fact.Row.Table, snapshot);
        }

        _climbed = [.. climbed];
        _isReachable = table is not null;
        _column = table?.Column(fact.Field.Name);
    }

    /// <summary>Why the fact is not known; null where it is.</summary>
    /// <param name="row">The subject's row.</param>
    /// <param name="cell">The cell where it is known; equal cells are equal values.</param>
    public UnknownReason? Read(int row, out long cell)
    {
        cell = 0;
        if (!_isReachable) return UnknownReason.NoParent;
        foreach (FactTable table in _climbed)
        {
            row = table.Parent(row);
            if (row < 0) return UnknownReason.NoParent;
        }

        if (_column is null) return UnknownReason.Absent;
        if (!_column.IsKnown(row)) return _column.ReasonAt(row);
        cell = CellOf(_column.Cells, row);
        return null;
    }

    private static FactTable? Above(FactTable table, string wanted, Snapshot snapshot)
    {
        TableSchema schema = table.Schema;
        bool ends = schema.Parent is null || (schema.Parent == schema.Name && schema.Name != wanted) || snapshot.Schema.Table(schema.Parent) is null;
        return ends ? null : snapshot.Table(schema.Parent!);
    }

    private static long CellOf(CellStore cells, int row) => cells.Kind switch
    {
        CellKind.Bit => ValidityBits.Get(cells.Cells<ulong>(), row) ? 1 : 0,
        CellKind.Double => BitConverter.DoubleToInt64Bits(cells.Cells<double>()[row]),
        CellKind.UInt64 => (long)cells.Cells<ulong>()[row],
        _ => cells.Whole(row),
    };
}
