using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>All conditions that rules ask of the rows of one table, each distinct one once.</summary>
/// <remarks>Filled while a plan is made ready, then only read; may be shared between threads then.</remarks>
/// <param name="index">The number of the table among those of the plan.</param>
/// <param name="schema">The table.</param>
internal sealed class TableProgram(int index, TableSchema schema)
{
    private readonly List<TruthNode> _nodes = [];
    private readonly Dictionary<string, TruthNode> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberNode> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _fields = [];

    /// <summary>The number of the table among those of the plan.</summary>
    public int Index => index;

    /// <summary>The table.</summary>
    public TableSchema Schema => schema;

    /// <summary>How many distinct conditions there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>How many distinct numbers there are.</summary>
    public int Numbers => _numbers.Count;

    /// <summary>The fields whose columns the conditions read.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The number of a field's column.</summary>
    /// <param name="field">The field's name.</param>
    public int Column(string field)
    {
        int known = _fields.IndexOf(field);
        if (known >= 0) return known;
        _fields.Add(field);
        return _fields.Count - 1;
    }

    /// <summary>The condition of a text, made where there is none yet.</summary>
    /// <param name="text">What tells the condition from all others of the table; null for one that is not shared.</param>
    /// <param name="make">Makes the condition with its number.</param>
    public TruthNode Node(string? text, Func<int, TruthNode> make)
    {
        if (text is not null && _byText.TryGetValue(text, out TruthNode? known)) return known;
        TruthNode node = make(_nodes.Count);
        _nodes.Add(node);
        if (text is not null) _byText.Add(text, node);
        return node;
    }

    /// <summary>The number of a text, made where there is none yet.</summary>
    /// <param name="text">What tells the number from all others of the table.</param>
    /// <param name="make">Makes it.</param>
    public NumberNode Number(string text, Func<int, NumberNode> make)
    {
        if (_numbers.TryGetValue(text, out NumberNode? known)) return known;
        NumberNode node = make(_numbers.Count);
        _numbers.Add(text, node);
        return node;
    }
}
