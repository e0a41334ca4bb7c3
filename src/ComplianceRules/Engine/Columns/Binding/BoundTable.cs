using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows that the conditions of a table are asked of in one snapshot, and which stack judges them.</summary>
/// <remarks>Shared between threads: what is found later depends only on the snapshot and the plan.</remarks>
internal sealed class BoundTable
{
    private readonly FactColumn?[] _columns;
    private readonly LimitSet?[] _limits;

    /// <summary>Finds the columns.</summary>
    /// <param name="program">The conditions.</param>
    /// <param name="binding">What the run judges.</param>
    public BoundTable(TableProgram program, SnapshotBinding binding)
    {
        Binding = binding;
        Table = binding.Snapshot.Table(program.Schema.Name);
        Runs = binding.RunsOf(Table);
        _columns = [.. program.Fields.Select(Table.Column)];
        _limits = new LimitSet?[program.Count];
    }

    /// <summary>What the run judges.</summary>
    public SnapshotBinding Binding { get; }

    /// <summary>The rows.</summary>
    public FactTable Table { get; }

    /// <summary>The rows that a stack judges, in runs of neighbours, in the order of the rows.</summary>
    public BoundRun[] Runs { get; }

    /// <summary>A column by its number in the program; null where no row has the field.</summary>
    /// <param name="number">The number.</param>
    public FactColumn? Column(int number) => _columns[number];

    /// <summary>The limits of a comparison of this table.</summary>
    /// <param name="node">The comparison.</param>
    /// <param name="column">The column that is compared.</param>
    public LimitSet LimitsOf(LimitNode node, FactColumn column) => _limits[node.Slot] ??= Binding.LimitsOf(node.Form, node.Constant, column);

    /// <summary>The number of the first run that ends after a row.</summary>
    /// <param name="row">The row.</param>
    public int RunAt(int row)
    {
        (int low, int high) = (0, Runs.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Runs[middle].End > row) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
