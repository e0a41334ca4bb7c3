using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What one thread works with while it judges.</summary>
/// <remarks>For one thread; used again for one run after the other.</remarks>
/// <param name="plan">The conditions.</param>
/// <param name="answers">What rules said that others ask for.</param>
internal sealed class ColumnWorker(ColumnPlan plan, RuleAnswers answers)
{
    private readonly ColumnScope?[] _subjects = new ColumnScope?[plan.Programs.Length];
    private readonly Stack<ListItemBits> _items = new();
    private readonly Stack<ulong[]> _words = new();
    private SnapshotBinding? _binding;
    private ReferenceInterpreter? _interpreter;
    private CancellationToken _cancellation;

    /// <summary>Evaluates single rows, exactly.</summary>
    public ReferenceInterpreter Interpreter => _interpreter ??= new(Binding.Snapshot, Binding.Facts.AsOf, answers, Binding.Facts.Previous);

    /// <summary>What rules said that others ask for.</summary>
    public RuleAnswers Answers => answers;

    /// <summary>What is judged.</summary>
    public SnapshotBinding Binding => _binding!;

    /// <summary>Begins a run.</summary>
    /// <param name="binding">What is judged.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Bind(SnapshotBinding binding, CancellationToken cancellation)
    {
        (_binding, _cancellation) = (binding, cancellation);
        foreach (ColumnScope? scope in _subjects) scope?.Bind();
    }

    /// <summary>Lets go of what was judged.</summary>
    public void Release()
    {
        (_binding, _interpreter, _cancellation) = (null, null, default);
        foreach (ColumnScope? scope in _subjects) scope?.Release();
    }

    /// <summary>The rows of a table whose rules are judged.</summary>
    /// <param name="program">The number of the table's program.</param>
    public ColumnScope Subject(int program) => _subjects[program] ??= Open(program);

    /// <summary>The rows of a table, none at hand yet.</summary>
    /// <param name="program">The number of the table's program.</param>
    public ColumnScope Open(int program) => new(this, plan.Programs[program]);

    /// <summary>Room for the items of lists.</summary>
    public ListItemLease LeaseItems() => new(this, _items.TryPop(out ListItemBits? free) ? free : new ListItemBits());

    /// <summary>Takes room back.</summary>
    public void GiveBack(ListItemBits items) => _items.Push(items);

    /// <summary>Room for a bitmap.</summary>
    /// <param name="words">How many words it has.</param>
    public WordLease LeaseWords(int words) => new(this, _words.TryPop(out ulong[]? free) && free.Length >= words ? free : new ulong[Math.Max(words, TablePass.FewRows / 64)], words);

    /// <summary>Takes room back.</summary>
    public void GiveBack(ulong[] words) => _words.Push(words);

    /// <summary>Stops where the caller wants that.</summary>
    public void Check() => _cancellation.ThrowIfCancellationRequested();
}
