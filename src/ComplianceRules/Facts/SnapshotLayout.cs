namespace ComplianceRules.Facts;

/// <summary>All tables in the order of the snapshot, and the runs of rows below each row.</summary>
internal sealed class SnapshotLayout
{
    private readonly Dictionary<string, TableLayout> _tables = new(StringComparer.Ordinal);
    private readonly int[] _regionEnds;

    public SnapshotLayout(SnapshotBuilder builder)
    {
        Schema = builder.Schema;
        foreach (TableBuilder table in builder.TablesDownward())
        {
            TableLayout? above = table.Schema.Parent is { } parent ? _tables.GetValueOrDefault(parent) : null;
            _tables.Add(table.Schema.Name, table.Schema.Name == BaseTables.Region ? TableLayout.OfRegions(table, builder.Watch) : RowSorting.Sort(table, above, builder.Watch));
        }

        _regionEnds = RegionEnds(Of(BaseTables.Region));
    }

    public FactSchema Schema { get; }

    /// <summary>The tables, each after the one above it.</summary>
    public IEnumerable<TableLayout> Tables => _tables.Values;

    public TableLayout Of(string table) => _tables[table];

    /// <summary>The tables from the one just below a table down to another; a region's own regions are one step.</summary>
    public List<TableLayout> Path(string from, TableSchema to)
    {
        List<TableLayout> path = [];
        for (TableSchema at = to; at.Name != from; at = Schema.Table(at.Parent!)!) path.Insert(0, Of(at.Name));
        return path.Count == 0 ? [Of(to.Name)] : path;
    }

    /// <summary>Where the rows of each list begin and end, one step of the path after another.</summary>
    public (int[] Starts, int[] Ends) Rows(TableLayout table, IEnumerable<TableLayout> path)
    {
        int[] starts = new int[table.Count];
        int[] ends = new int[table.Count];
        for (int row = 0; row < starts.Length; row++) (starts[row], ends[row]) = (row, row + 1);
        if (table.Schema.Name == BaseTables.Region) _regionEnds.CopyTo(ends, 0);
        foreach (TableLayout step in path)
        {
            for (int row = 0; row < starts.Length; row++)
            {
                starts[row] = step == table ? row + 1 : step.StartBelow(starts[row]);
                if (step != table) ends[row] = step.StartBelow(ends[row]);
            }
        }

        return (starts, ends);
    }

    private static int[] RegionEnds(TableLayout regions)
    {
        int[] ends = [.. Enumerable.Range(1, regions.Count)];
        for (int row = ends.Length - 1; row >= 0; row--)
        {
            if (regions.Parent(row) is >= 0 and int parent) ends[parent] = Math.Max(ends[parent], ends[row]);
        }

        return ends;
    }
}
