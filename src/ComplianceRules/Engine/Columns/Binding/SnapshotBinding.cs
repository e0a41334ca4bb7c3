using System.Collections.Concurrent;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What one run judges: a snapshot, which stack judges each of its rows, and the limits that follow.</summary>
/// <remarks>Shared between threads: what is found later depends only on the snapshot, the options and the plan.</remarks>
internal sealed class SnapshotBinding
{
    private readonly ColumnPlan _plan;
    private readonly RowStacks _stacks;
    private readonly ConcurrentDictionary<int, BoundTable> _tables = new();
    private readonly Dictionary<string, BoundRun[]> _runs;
    private readonly ConcurrentDictionary<string, int[]> _ends;
    private readonly ConcurrentDictionary<(string Table, RuleReach Reach), PackRows> _rows;
    private readonly ConcurrentDictionary<int, ConstantValues> _values;
    private readonly ConcurrentDictionary<AgreedNode, bool> _agreements;
    private readonly EarlierRows _earlier;
    private readonly List<PackStack> _numbered;
    private readonly Dictionary<PackStack, int> _numbers;

    /// <summary>Gets ready to judge.</summary>
    /// <param name="facts">The facts and the day.</param>
    /// <param name="plan">The conditions.</param>
    /// <param name="stacks">The stack of each row.</param>
    public SnapshotBinding(JudgedFacts facts, ColumnPlan plan, RowStacks stacks)
    {
        Facts = facts;
        _earlier = new EarlierRows(facts.Snapshot, facts.Previous);
        _plan = plan;
        _stacks = stacks;
        (_runs, _ends, _rows, _values) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(), new());
        (_numbered, _numbers, _agreements) = ([], new(ReferenceEqualityComparer.Instance), new());

        // Numbers of stacks are given here, before threads read them.
        foreach (TableProgram program in plan.Programs) RunsOf(facts.Snapshot.Table(program.Schema.Name));
    }

    private SnapshotBinding(SnapshotBinding before, Snapshot snapshot)
    {
        _stacks = new RowStacks(before._stacks, snapshot);
        Facts = before.Facts with { Snapshot = snapshot, Waivers = before.Facts.Waivers?.With(snapshot, _stacks) };
        _earlier = new EarlierRows(snapshot, Facts.Previous);
        _plan = before._plan;
        (_runs, _ends, _rows, _values) = (before._runs, before._ends, before._rows, before._values);
        (_numbered, _numbers, _agreements) = (before._numbered, before._numbers, before._agreements);
        foreach ((int number, BoundTable table) in before._tables) _tables[number] = new BoundTable(_plan.Programs[number], this, table);
    }

    /// <summary>The stack of each row.</summary>
    public RowStacks StacksOfRows => _stacks;

    /// <summary>What a run judges that knows other facts of the same rows; what was found for those that stay the same is kept.</summary>
    /// <param name="snapshot">The facts.</param>
    public SnapshotBinding With(Snapshot snapshot) => new(this, snapshot);

    /// <summary>How many stacks judge rows.</summary>
    public int Stacks => _numbered.Count;

    /// <summary>The facts and the day.</summary>
    public JudgedFacts Facts { get; }

    /// <summary>The facts.</summary>
    public Snapshot Snapshot => Facts.Snapshot;

    /// <summary>The rows of a table as a program reads them.</summary>
    /// <param name="program">The program.</param>
    public BoundTable Table(TableProgram program) => _tables.GetOrAdd(program.Index, static (_, made) => new BoundTable(made.Program, made.Binding), (Program: program, Binding: this));

    /// <summary>A stack by its number.</summary>
    /// <param name="number">The number.</param>
    public PackStack Stack(int number) => _numbered[number];

    /// <summary>The rows of a table that a stack judges, in runs of neighbours.</summary>
    /// <param name="table">The table.</param>
    public BoundRun[] RunsOf(FactTable table)
    {
        if (!_runs.TryGetValue(table.Schema.Name, out BoundRun[]? runs))
            _runs.Add(table.Schema.Name, runs = [.. _stacks.AllRuns(table).Select(r => new BoundRun(r.Start, r.End, NumberOf(r.Stack)))]);
        return runs;
    }

    /// <summary>For each of those runs the row after its last.</summary>
    /// <param name="table">The table.</param>
    public int[] EndsOf(FactTable table) => _ends.GetOrAdd(table.Schema.Name, static (_, runs) => [.. runs.Select(r => r.End)], RunsOf(table));

    /// <summary>The rows of a table that rules of a reach judge.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="reach">The reach.</param>
    public PackRows RowsOf(string table, RuleReach reach) =>
        _rows.GetOrAdd((table, reach), static (of, binding) => new PackRows([.. binding._stacks.Runs(binding.Snapshot.Table(of.Table), of.Reach)]), this);

    /// <summary>The limits that a constant sets for a column.</summary>
    /// <param name="form">What is asked of a cell.</param>
    /// <param name="constant">The constant.</param>
    /// <param name="column">The column.</param>
    public LimitSet LimitsOf(LimitForm form, Constant constant, FactColumn column)
    {
        int stacks = constant.Pack is null ? 1 : _numbered.Count;
        CellLimit[] limits = new CellLimit[Math.Max(1, stacks)];
        for (int stack = 0; stack < stacks; stack++) limits[stack] = CellLimit.Of(form, ValueOf(constant, stack), column);
        return new LimitSet(limits, form, column.Cells.Kind);
    }

    /// <summary>The values of a constant by stack; one alone where it reads no parameters.</summary>
    /// <param name="constant">The constant.</param>
    public ConstantValues ValuesOf(Constant constant) => _values.GetOrAdd(constant.Number, static (_, of) =>
        new ConstantValues([.. Enumerable.Range(0, of.Constant.Pack is null ? 1 : of.Binding.Stacks).Select(s => of.Binding.ValueOf(of.Constant, s))]), (Constant: constant, Binding: this));

    /// <summary>The value of a constant.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="stack">The number of the stack that reads it.</param>
    public Value ValueOf(Constant constant, int stack)
    {
        if (constant.Agreed is { } pack) return FirstWith(pack) is { } first ? _plan.ValueOf(constant, first, Snapshot) : new UnknownValue(UnknownReason.NoParameter);
        return _plan.ValueOf(constant, constant.Pack is null ? null : _numbered[stack], Snapshot);
    }

    /// <summary>The same row in the earlier snapshot; null where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row.</param>
    public int? EarlierRow(FactTable table, int row) => _earlier.Find(table, row)?.Row;

    /// <summary>A stack that has a pack; null where none has.</summary>
    /// <param name="pack">The pack's id.</param>
    public PackStack? FirstWith(string pack) => _numbered.Find(s => s.Packs.Contains(pack));

    /// <summary>Whether all stacks that have a pack agree on the values of the parameters that a condition reads.</summary>
    /// <param name="node">The condition.</param>
    public bool Agree(AgreedNode node) => _agreements.GetOrAdd(node, static (of, binding) => binding.FindAgreement(of), this);

    private bool FindAgreement(AgreedNode node)
    {
        ParameterTable? first = FirstWith(node.Pack)?.ParametersOf(node.Pack);
        return first is null || _numbered.All(s => !s.Packs.Contains(node.Pack) || first.HasSame(s.ParametersOf(node.Pack), node.Names));
    }

    private int NumberOf(PackStack stack)
    {
        if (_numbers.TryGetValue(stack, out int known)) return known;
        _numbers.Add(stack, _numbered.Count);
        _numbered.Add(stack);
        return _numbered.Count - 1;
    }
}
