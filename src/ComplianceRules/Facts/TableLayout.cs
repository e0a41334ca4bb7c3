using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>The rows of one table in the order of the snapshot.</summary>
internal sealed class TableLayout
{
    private readonly int[]? _order;
    private readonly Memory<int> _parents;
    private readonly int[] _starts;
    private int[]? _numbers;

    private TableLayout(TableBuilder builder, int[]? order, Memory<int> parents, int[] starts, CancellationWatch watch)
    {
        Builder = builder;
        _order = order;
        _parents = parents;
        _starts = starts;
        Watch = watch;
        Reordering = order is null ? null : new RowReordering(order, watch);
    }

    public TableBuilder Builder { get; }

    /// <summary>Looks while columns are brought into the order whether that is to stop.</summary>
    public CancellationWatch Watch { get; }

    public TableSchema Schema => Builder.Schema;

    public int Count => _parents.Length;

    /// <summary>Brings columns into the order of the snapshot; null where they are in it.</summary>
    public RowReordering? Reordering { get; }

    /// <summary>For each row, the row above; -1 where it is not known.</summary>
    public ReadOnlyMemory<int> Parents => _parents;

    /// <summary>The row above a row; -1 where it is not known.</summary>
    public int Parent(int row) => _parents.Span[row];

    /// <summary>The first row below a row of the table above; below the row after the last, the first row without a parent.</summary>
    public int StartBelow(int parent) => _starts[parent];

    /// <summary>The row in the builder.</summary>
    public int Source(int row) => _order is null ? row : _order[row];

    /// <summary>The row of a row of the builder; -1 where it was left out.</summary>
    public int Number(int builderRow) => _order is null ? builderRow : (_numbers ??= Numbers(_order))[builderRow];

    /// <summary>Rows in an order that was found for them.</summary>
    /// <param name="builder">The rows.</param>
    /// <param name="order">For each row, the row in the builder; null where they are the same.</param>
    /// <param name="parents">For each row of the builder, the row above; -1 where it is not known.</param>
    /// <param name="starts">See <see cref="StartBelow"/>.</param>
    /// <param name="watch">Looks whether the work is to stop.</param>
    public static TableLayout Of(TableBuilder builder, int[]? order, Memory<int> parents, int[] starts, CancellationWatch watch)
    {
        TableLayout layout = new(builder, order, parents[..builder.Rows.Count], starts, watch);
        layout.Reordering?.Sort(MemoryMarshal.AsBytes(parents.Span), CellKind.Int32);
        return layout;
    }

    /// <summary>Regions: each before all that lie below it, siblings in the ordinal order of their ids.</summary>
    public static TableLayout OfRegions(TableBuilder regions, CancellationWatch watch)
    {
        ILookup<int, int> below = Enumerable.Range(0, regions.Rows.Length).Where(row => !regions.Rows.IsRemoved(row)).ToLookup(regions.Rows.Parent);
        Stack<int> open = new();
        List<int> order = [];
        Open(-1);
        while (open.TryPop(out int row))
        {
            order.Add(row);
            Open(row);
        }

        TableLayout layout = new(regions, [.. order], new int[order.Count], [], watch);
        for (int row = 0; row < order.Count; row++)
        {
            int parent = regions.Rows.Parent(order[row]);
            layout._parents.Span[row] = parent < 0 ? -1 : layout.Number(parent);
        }

        return layout;

        void Open(int parent)
        {
            foreach (int row in below[parent].OrderByDescending(regions.Rows.Id, StringComparer.Ordinal)) open.Push(row);
        }
    }

    private int[] Numbers(int[] order)
    {
        int[] numbers = new int[Builder.Rows.Length];
        numbers.AsSpan().Fill(-1);
        for (int row = 0; row < order.Length; row++)
        {
            Watch.LookAt(row);
            numbers[order[row]] = row;
        }

        return numbers;
    }
}
