using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>All rules of a plan as columns judge them.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ColumnPlan
{
    private readonly FrozenDictionary<string, ColumnRule> _rules;
    private readonly FrozenSet<string> _counted;
    private readonly ConcurrentDictionary<PackStack, Value?[]> _values = new(ReferenceEqualityComparer.Instance);

    // No ConcurrentBag: it would hold desks by thread, and desks hold the plan, so that no plan would ever be let go.
    private readonly ConcurrentStack<ColumnDesk> _desks = new();
    private readonly Value?[] _shared;
    private readonly int _constants;
    private readonly DateOnly _asOf;

    /// <summary>Takes what has been gathered.</summary>
    /// <param name="programs">The conditions by table.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="constants">How many values are the same for all rows of a stack.</param>
    /// <param name="asOf">The day of assessment.</param>
    public ColumnPlan(ImmutableArray<TableProgram> programs, ImmutableArray<ColumnRule> rules, int constants, DateOnly asOf)
    {
        Programs = programs;
        _rules = rules.ToFrozenDictionary(r => r.Rule.FullId, StringComparer.Ordinal);
        _counted = Counted(rules.Select(r => r.Rule));
        _constants = constants;
        _shared = new Value?[constants];
        _asOf = asOf;
    }

    /// <summary>The conditions by table.</summary>
    public ImmutableArray<TableProgram> Programs { get; }

    /// <summary>The conditions on the rows of a table that rules judge.</summary>
    /// <param name="table">The table's name.</param>
    public TableProgram Program(string table) => Programs.First(p => p.Schema.Name == table);

    /// <summary>How many rows of a table are judged at once.</summary>
    /// <param name="program">The number of the table's program.</param>
    public int RowsOfBlock(int program)
    {
        TableProgram own = Programs[program];
        return own.Numbers > 0 || Programs.Any(p => p.Schema.Parent == own.Schema.Name) ? TablePass.FewRows : TablePass.ManyRows;
    }

    /// <summary>Something to work with, used before if possible.</summary>
    public ColumnDesk TakeDesk() => _desks.TryPop(out ColumnDesk? desk) ? desk : new ColumnDesk(this);

    /// <summary>Takes a desk back for the next run.</summary>
    public void GiveBack(ColumnDesk desk)
    {
        desk.Release();
        _desks.Push(desk);
    }

    /// <summary>Lets go what is known of stacks that judge nothing any more.</summary>
    /// <param name="stacks">The stacks.</param>
    public void Forget(IEnumerable<PackStack> stacks)
    {
        foreach (PackStack stack in stacks) _values.TryRemove(stack, out _);
    }

    /// <summary>Makes rules ready.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="asOf">The day of assessment.</param>
    public static ColumnPlan For(FactSchema schema, IEnumerable<CheckedRule> rules, DateOnly asOf)
    {
        ColumnPlanBuilder builder = new(schema);
        ConditionCompiler compiler = new(builder);
        List<ColumnRule> compiled = [];
        ImmutableArray<CheckedRule> all = [.. rules];
        FrozenSet<string> counted = Counted(all);
        foreach (CheckedRule rule in all)
        {
            RowContext rows = RowContext.Of(rule.Pack.Id, rule.Rule.Subject);
            TableProgram program = builder.Program(rule.Rule.Subject);
            (TruthNode applies, TruthNode holds) = (compiler.Condition(rule.Form.Applies, rows), compiler.Condition(rule.Form.Holds, rows));
            compiled.Add(new ColumnRule(rule, applies, counted.Contains(rule.Id) ? holds : Within(program, applies, holds))
            {
                Unexcused = rule.Form.HoldsUnexcused is { } unexcused ? compiler.Condition(unexcused, rows) : null,
            });
        }

        return builder.Build(compiled, asOf);
    }

    /// <summary>A rule as columns judge it.</summary>
    /// <param name="rule">A rule in force.</param>
    public ColumnRule Rule(CheckedRule rule) => _rules[rule.FullId];

    /// <summary>Whether another rule asks what a rule says.</summary>
    /// <param name="rule">The rule.</param>
    public bool IsCounted(CheckedRule rule) => _counted.Contains(rule.Id);

    /// <summary>The value of a constant.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="stack">The stack whose parameters it reads; null where it reads none.</param>
    /// <param name="snapshot">Any snapshot: its facts are not read.</param>
    public Value ValueOf(Constant constant, PackStack? stack, Snapshot snapshot)
    {
        Value?[] values = stack is null ? _shared : _values.GetOrAdd(stack, static (_, count) => new Value?[count], _constants);
        return values[constant.Number] ??= Evaluate(constant, stack, snapshot);
    }

    private static FrozenSet<string> Counted(IEnumerable<CheckedRule> rules) => rules.SelectMany(r => r.Form.CountedRules).ToFrozenSet(StringComparer.Ordinal);

    // A rule by key applies only where its parameter has an entry: which limits there are elsewhere need not be asked of every row.
    private static TruthNode Within(TableProgram program, TruthNode applies, TruthNode holds)
    {
        if (holds is not KeyedLimitNode limit) return holds;
        foreach (KeyedEntryNode entry in applies.Needed.OfType<KeyedEntryNode>())
        {
            if (limit.AskedWithin(entry) is { } make) return program.Node($"within {entry.Slot} {limit.Slot}", make);
        }

        return holds;
    }

    private Value Evaluate(Constant constant, PackStack? stack, Snapshot snapshot)
    {
        string? pack = constant.Pack ?? constant.Agreed;
        if (pack is not null && stack?.Packs.Contains(pack) != true) return new UnknownValue(UnknownReason.NoParameter);
        ParameterTable parameters = pack is null ? new ParameterTable([]) : stack!.ParametersOf(pack);
        ReferenceInterpreter interpreter = new(snapshot, _asOf, RuleAnswers.None);
        return interpreter.Evaluate(constant.Expression, new RowFrames(snapshot.Table(BaseTables.School), 0, parameters));
    }
}
