using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The rows that the conditions of a table are asked of in one snapshot, and which stack judges them.</summary>
/// <remarks>Shared between threads: what is found later depends only on the snapshot and the plan.</remarks>
internal sealed class BoundTable
{
    private readonly FactColumn?[] _columns;
    private readonly LimitSet?[] _limits;
    private readonly KeyedEntries?[] _entries;
    private readonly KeyedLimitSet?[] _keyed;
    private readonly ProductLimits?[] _products;
    private readonly int[] _ends;

    // Not taken over: they depend on columns of other tables.
    private readonly LimitSet?[] _ofItems;

    /// <summary>Finds the columns.</summary>
    /// <param name="program">The conditions.</param>
    /// <param name="binding">What the run judges.</param>
    public BoundTable(TableProgram program, SnapshotBinding binding)
    {
        Binding = binding;
        Table = binding.Snapshot.Table(program.Schema.Name);
        Runs = binding.RunsOf(Table);
        _ends = binding.EndsOf(Table);
        _columns = [.. program.Fields.Select(Table.Column)];
        (_limits, _products) = (new LimitSet?[program.Count], new ProductLimits?[program.Count]);
        _ofItems = new LimitSet?[program.Count];
        (_entries, _keyed) = (new KeyedEntries?[program.Count], new KeyedLimitSet?[program.Count]);
    }

    /// <summary>Takes over the limits found for the same rows with other facts.</summary>
    /// <param name="program">The conditions.</param>
    /// <param name="binding">What the run judges.</param>
    /// <param name="before">The rows with what was known of them before.</param>
    public BoundTable(TableProgram program, SnapshotBinding binding, BoundTable before)
        : this(program, binding)
    {
        if (!_columns.Zip(before._columns).All(c => HaveSameLimits(c.First, c.Second))) return;
        before._limits.CopyTo(_limits, 0);
        before._products.CopyTo(_products, 0);

        // Whether keys are few enough was asked of the cells themselves.
        if (!_columns.Zip(before._columns).All(c => c.First == c.Second || c.First!.Cells.Kind != CellKind.Byte || (c.First is TextColumn texts && texts.Dictionary.Length <= KeyedComparison.MostKeysOfDoubles))) return;
        before._entries.CopyTo(_entries, 0);
        before._keyed.CopyTo(_keyed, 0);
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

    /// <summary>The limits that the stacks of this table's rows set for a column of another.</summary>
    /// <param name="node">The comparison.</param>
    /// <param name="column">The column that is compared.</param>
    public LimitSet LimitsOf(RankComparison node, FactColumn column) => _ofItems[node.Slot] ??= Binding.LimitsOf(node.Form, node.Constant, column);

    /// <summary>The limits by key of a comparison of this table, by stack; there are none where the columns are too wide for that.</summary>
    /// <param name="node">The comparison.</param>
    /// <param name="cells">The column that is compared.</param>
    /// <param name="keys">The column of the keys.</param>
    public KeyedLimitSet KeyedLimitsOf(KeyedLimitNode node, FactColumn cells, FactColumn keys) => _keyed[node.Slot] ??= FindKeyed(node, cells, keys);

    /// <summary>The keys that the rows of a column can have, one bit each; a row without a key counts as the first.</summary>
    /// <param name="keys">The column of the keys.</param>
    public static ulong KeysOf(FactColumn keys) => keys is TextColumn texts ? ulong.MaxValue >> (64 - Math.Clamp(texts.Dictionary.Length, 1, 64)) : ulong.MaxValue;

    /// <summary>The keys that have an entry, by stack; there are none where the column is too wide for that.</summary>
    /// <param name="node">The question.</param>
    /// <param name="keys">The column of the keys.</param>
    public KeyedEntries EntriesOf(KeyedEntryNode node, FactColumn keys) => _entries[node.Slot] ??= FindEntries(node, keys);

    /// <summary>The limits of a quotient of this table.</summary>
    /// <param name="node">The comparison.</param>
    public ProductLimits ProductsOf(RatioComparison node) =>
        _products[node.Slot] ??= new ProductLimits([.. Enumerable.Range(0, Math.Max(1, Binding.Stacks)).Select(s => node.LimitOf(Binding, s))]);

    private static bool HaveSameLimits(FactColumn? one, FactColumn? other) => one == other || (one?.Cells.Kind == other?.Cells.Kind && (one, other) switch
    {
        (NumberColumn a, NumberColumn b) => a.Coding == b.Coding,
        (TextColumn a, TextColumn b) => a.Dictionary == b.Dictionary,
        _ => one is not null && other is not null,
    });

    private KeyedEntries FindEntries(KeyedEntryNode node, FactColumn keys)
    {
        if (!IsNarrow(keys, KeyedComparison.MostKeys)) return KeyedEntries.TooWide;
        ulong[] entries = new ulong[Math.Max(1, Binding.Stacks)];
        for (int stack = 0; stack < entries.Length; stack++)
        {
            if (node.EntriesOf(keys, Binding, stack) is not { } own) return KeyedEntries.TooWide;
            entries[stack] = own;
        }

        return new KeyedEntries(entries);
    }

    private static bool IsNarrow(FactColumn keys, int most) =>
        keys.Cells.Kind == CellKind.Byte && ((keys is TextColumn texts && texts.Dictionary.Length <= most) || keys.Cells.LargestByte < most);

    private KeyedLimitSet FindKeyed(KeyedLimitNode node, FactColumn cells, FactColumn keys)
    {
        int most = cells.Cells.Kind switch
        {
            CellKind.Byte or CellKind.UInt16 => KeyedComparison.MostKeys,
            CellKind.Double => KeyedComparison.MostKeysOfDoubles,
            _ => 0,
        };
        if (!IsNarrow(keys, most)) return KeyedLimitSet.TooWide;
        KeyedLimits[] limits = new KeyedLimits[Math.Max(1, Binding.Stacks)];
        for (int stack = 0; stack < limits.Length; stack++) limits[stack] = KeyedOf(node, cells, keys, stack);
        ulong all = KeysOf(keys);
        KeyedEntries asked = node.Within is { } within ? EntriesOf(within, keys) : KeyedEntries.TooWide;
        return new KeyedLimitSet(limits, stack => asked.IsTooWide ? all : asked[stack] & all);
    }

    private KeyedLimits KeyedOf(KeyedLimitNode node, FactColumn cells, FactColumn keys, int stack)
    {
        Span<CellLimit> limits = stackalloc CellLimit[KeyedComparison.Limits];
        foreach (KeyedConstant key in node.Keys)
        {
            if (KeyedLimits.CellOf(key.Key, keys) is >= 0 and < KeyedComparison.Limits and var cell) limits[(int)cell] = CellLimit.Of(node.Form, Binding.ValueOf(key.Limit, stack), cells);
        }

        return new KeyedLimits(node.Form == LimitForm.Same, limits, cells.Cells.Kind);
    }

    /// <summary>The number of the first run that ends after a row.</summary>
    /// <param name="row">The row.</param>
    public int RunAt(int row) => RunEnds.After(_ends, row);
}
