using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What one thread works with while it judges.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="plan">The conditions.</param>
/// <param name="binding">What is judged.</param>
/// <param name="answers">What rules said that others ask for.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class ColumnWorker(ColumnPlan plan, SnapshotBinding binding, RuleAnswers answers, CancellationToken cancellation)
{
    private readonly ColumnScope?[] _subjects = new ColumnScope?[plan.Programs.Length];

    private readonly Stack<ListItemBits> _items = new();

    /// <summary>Evaluates single rows, exactly.</summary>
    public ReferenceInterpreter Interpreter { get; } = new(binding.Snapshot, binding.Facts.AsOf, answers, binding.Facts.Previous);

    /// <summary>What rules said that others ask for.</summary>
    public RuleAnswers Answers => answers;

    /// <summary>What is judged.</summary>
    public SnapshotBinding Binding => binding;

    /// <summary>The rows of a table whose rules are judged.</summary>
    /// <param name="program">The number of the table's program.</param>
    public ColumnScope Subject(int program) => _subjects[program] ??= Open(program);

    /// <summary>The rows of a table, none at hand yet.</summary>
    /// <param name="program">The number of the table's program.</param>
    public ColumnScope Open(int program) => new(this, binding.Table(plan.Programs[program]), plan.Programs[program]);

    /// <summary>Room for the items of lists.</summary>
    public ListItemLease LeaseItems() => new(this, _items.TryPop(out ListItemBits? free) ? free : new ListItemBits());

    /// <summary>Takes room back.</summary>
    public void GiveBack(ListItemBits items) => _items.Push(items);

    /// <summary>Stops where the caller wants that.</summary>
    public void Check() => cancellation.ThrowIfCancellationRequested();
}
