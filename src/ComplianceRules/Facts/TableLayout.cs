namespace ComplianceRules.Facts;

/// <summary>The rows of one table in the order of the snapshot.</summary>
internal sealed class TableLayout
{
    private readonly int[] _order;
    private readonly int[] _numbers;
    private readonly int[] _parents;
    private readonly int[] _starts;

    private TableLayout(TableBuilder builder, int[] order, int[] parents, int[] starts)
    {
        Builder = builder;
        _order = order;
        _parents = parents;
        _starts = starts;
        _numbers = new int[builder.Rows.Length];
        Array.Fill(_numbers, -1);
        for (int row = 0; row < order.Length; row++) _numbers[order[row]] = row;
    }

    public TableBuilder Builder { get; }

    public TableSchema Schema => Builder.Schema;

    public int Count => _order.Length;

    /// <summary>For each row, the row in the builder.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>For each row, the row above; -1 where it is not known.</summary>
    public int[] Parents => _parents;

    /// <summary>The first row below a row of the table above; below the row after the last, the first row without a parent.</summary>
    public int StartBelow(int parent) => _starts[parent];

    /// <summary>The row of a row of the builder; -1 where it was left out.</summary>
    public int Number(int builderRow) => _numbers[builderRow];

    /// <summary>Regions: each before all that lie below it, siblings in the ordinal order of their ids.</summary>
    public static TableLayout OfRegions(TableBuilder regions)
    {
        ILookup<int, int> below = Live(regions.Rows).ToLookup(regions.Rows.Parent);
        Stack<int> open = new();
        List<int> order = [];
        Open(-1);
        while (open.TryPop(out int row))
        {
            order.Add(row);
            Open(row);
        }

        TableLayout layout = new(regions, [.. order], new int[order.Count], []);
        for (int row = 0; row < order.Count; row++)
        {
            int parent = regions.Rows.Parent(order[row]);
            layout._parents[row] = parent < 0 ? -1 : layout.Number(parent);
        }

        return layout;

        void Open(int parent)
        {
            foreach (int row in below[parent].OrderByDescending(regions.Rows.Id, StringComparer.Ordinal)) open.Push(row);
        }
    }

    /// <summary>Rows in groups below the rows above, those without a parent last; classes by grade within their school, those without a grade last.</summary>
    public static TableLayout Below(TableBuilder builder, TableLayout? above)
    {
        int[] order = [.. Live(builder.Rows)];
        if (builder.Schema.Name == BaseTables.Class) order = ByGrade(builder, order);
        int groups = above?.Count ?? 0;
        int[] parents = new int[builder.Rows.Length];
        foreach (int row in order)
            parents[row] = builder.Rows.Parent(row) is >= 0 and int parent && above is not null ? above.Number(parent) : -1;
        int[] sorted = StableOrder.By(order, row => parents[row] < 0 ? groups : parents[row], groups + 1, out int[] starts);
        return new TableLayout(builder, sorted, [.. sorted.Select(row => parents[row])], starts);
    }

    private static IEnumerable<int> Live(RowStore rows) => Enumerable.Range(0, rows.Length).Where(row => !rows.IsRemoved(row));

    private static int[] ByGrade(TableBuilder classes, int[] rows)
    {
        double[] grades = [.. rows.Select(row => classes.NumberAt(row, StageFacts.Grade)).OfType<double>().Distinct().Order()];
        return StableOrder.By(rows, Group, grades.Length + 1, out _);

        int Group(int row) => classes.NumberAt(row, StageFacts.Grade) is { } grade ? Array.BinarySearch(grades, grade) : grades.Length;
    }
}
