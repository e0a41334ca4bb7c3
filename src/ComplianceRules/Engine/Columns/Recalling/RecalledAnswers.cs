using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What is recalled of one condition in one snapshot: a table for each set of parameter values that stacks have.</summary>
/// <remarks>Shared between threads.</remarks>
internal sealed class RecalledAnswers : StackValues
{
    // A table stays in the second-level cache.
    private const long MostPlaces = 1 << 18;
    private const long MostRoom = 1 << 23;

    private readonly int[] _groups;
    private readonly (ParameterTable? Parameters, RecalledTable? Answers)[] _byGroup;
    private readonly FactColumn?[] _columns;
    private readonly SchoolCalendar? _calendar;

    /// <summary>Makes room for answers.</summary>
    /// <param name="question">The condition.</param>
    /// <param name="columns">The columns of the facts that it reads; null for one that no row has.</param>
    /// <param name="binding">What is judged.</param>
    public RecalledAnswers(RecalledQuestion question, FactColumn?[] columns, SnapshotBinding binding)
    {
        (_columns, _calendar) = (columns, binding.Snapshot.Calendar);
        List<ParameterTable?> groups = [];
        _groups = question switch
        {
            { Pack: null } => [GroupOf(groups, question, null)],
            { IsAgreed: true, Pack: var pack } => [GroupOf(groups, question, binding.FirstWith(pack))],
            _ => [.. Enumerable.Range(0, Math.Max(1, binding.Stacks)).Select(s => GroupOf(groups, question, s < binding.Stacks ? binding.Stack(s) : null))],
        };
        Spans = [.. columns.Select(CellSpan.Of)];
        bool isKey = columns is [{ Cells.Kind: CellKind.Byte }] && Spans[0].Most < KeyedComparison.MostKeys;
        if (isKey) (ByKey, Keys) = (columns[0], ulong.MaxValue >> (63 - (int)Spans[0].Most));
        long places = 1;
        foreach (CellSpan span in Spans) places = places > MostPlaces || span.Places > MostPlaces ? long.MaxValue : places * span.Places;
        IsTooWide = places > MostPlaces || places * groups.Count > MostRoom;
        _byGroup = [.. groups.Select(p => (p, p is null || IsTooWide ? null : new RecalledTable((int)places)))];
    }

    /// <summary>Whether there are too many combinations, so that each row is asked about.</summary>
    public bool IsTooWide { get; }

    /// <summary>Whether all stacks have the same values.</summary>
    public bool IsUniform => _byGroup.Length == 1;

    /// <summary>The columns of the facts; null for one that no row has.</summary>
    public ReadOnlySpan<FactColumn?> Columns => _columns;

    /// <summary>The only column, where all rows can be looked up at once by its cells; else null.</summary>
    public FactColumn? ByKey { get; }

    /// <summary>The cells that such a column has, one bit each.</summary>
    public ulong Keys { get; }

    /// <summary>Which cells each column has.</summary>
    public CellSpan[] Spans { get; }

    /// <summary>The values of the parameters in a stack, null where the condition is unknown to it, and what is recalled.</summary>
    /// <param name="stack">The number of the stack.</param>
    public (ParameterTable? Parameters, RecalledTable? Answers) this[int stack] => _byGroup[IsUniform ? 0 : _groups[stack]];

    public override bool AreSame(int stack, int other) => IsUniform || _groups[stack] == _groups[other];

    /// <summary>Whether these are answers for the facts of a table as they are now.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The numbers of the columns that the condition reads.</param>
    public bool AreOf(BoundTable table, IReadOnlyList<int> columns)
    {
        for (int at = 0; at < columns.Count; at++)
        {
            if (!ReferenceEquals(table.Column(columns[at]), _columns[at])) return false;
        }

        return ReferenceEquals(table.Binding.Snapshot.Calendar, _calendar);
    }

    private static int GroupOf(List<ParameterTable?> groups, RecalledQuestion question, PackStack? stack)
    {
        ParameterTable? own = question.ParametersOf(stack);
        int known = groups.FindIndex(g => g is null ? own is null : own is not null && g.HasSame(own, question.Reads));
        if (known >= 0) return known;
        groups.Add(own);
        return groups.Count - 1;
    }
}
