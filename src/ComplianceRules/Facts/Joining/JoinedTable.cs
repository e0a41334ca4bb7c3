namespace ComplianceRules.Facts;

/// <summary>The rows of one table of a joined snapshot: which row of which part each is, and the row above.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class JoinedTable
{
    private readonly int[][] _numbers;

    /// <summary>Numbers the rows.</summary>
    /// <param name="schema">What the rows are.</param>
    /// <param name="rows">For each row where it comes from.</param>
    /// <param name="parents">For each row the row above; -1 where there is none.</param>
    /// <param name="tables">The table in each part.</param>
    public JoinedTable(TableSchema schema, (int Part, int Row)[] rows, int[] parents, FactTable[] tables)
    {
        (Schema, Rows, Parents, Tables) = (schema, rows, parents, tables);
        _numbers = [.. tables.Select(t => new int[t.Count])];
        foreach (int[] numbers in _numbers) numbers.AsSpan().Fill(-1);
        for (int row = 0; row < rows.Length; row++) _numbers[rows[row].Part][rows[row].Row] = row;
    }

    /// <summary>What the rows are.</summary>
    public TableSchema Schema { get; }

    /// <summary>For each row where it comes from.</summary>
    public (int Part, int Row)[] Rows { get; }

    /// <summary>For each row the row above; -1 where there is none.</summary>
    public int[] Parents { get; }

    /// <summary>The table in each part.</summary>
    public FactTable[] Tables { get; }

    /// <summary>For each row of a part its row here; -1 where it was left out.</summary>
    /// <param name="part">The part.</param>
    public int[] NumbersOf(int part) => _numbers[part];

    /// <summary>The columns with the values of all parts.</summary>
    /// <param name="wanted">Which fields are wanted; null for all.</param>
    public IEnumerable<FactColumn> Columns(FactSelection? wanted)
    {
        foreach (FieldSchema field in Tables.SelectMany(t => t.Columns).Select(c => c.Field).DistinctBy(f => f.Name))
        {
            if (wanted?.HasField(Schema.Name, field.Name) != false) yield return new JoinedColumn(field, Rows, [.. Tables.Select(t => t.Column(field.Name))]).Make();
        }
    }

    /// <summary>The ids.</summary>
    public RowIds Ids()
    {
        int[] starts = new int[Rows.Length + 1];
        for (int row = 0; row < Rows.Length; row++) starts[row + 1] = checked(starts[row] + BytesOf(row).Length);
        byte[] utf8 = new byte[starts[^1]];
        for (int row = 0; row < Rows.Length; row++) BytesOf(row).CopyTo(utf8.AsSpan(starts[row]));
        return new RowIds(utf8, starts);
    }

    /// <summary>For each row the row above it in a table further up; -1 where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tables">All tables.</param>
    public int[] RowsAbove(string table, IReadOnlyDictionary<string, JoinedTable> tables)
    {
        int[] above = [.. Parents];
        for (JoinedTable at = tables[Schema.Parent!]; at.Schema.Name != table; at = tables[at.Schema.Parent!])
        {
            for (int row = 0; row < above.Length; row++) above[row] = above[row] < 0 ? -1 : at.Parents[above[row]];
        }

        return above;
    }

    private ReadOnlySpan<byte> BytesOf(int row) => Tables[Rows[row].Part].Ids.Bytes(Rows[row].Row);
}
