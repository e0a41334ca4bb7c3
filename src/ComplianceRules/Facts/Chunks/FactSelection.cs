namespace ComplianceRules.Facts;

/// <summary>Tables whose rows are wanted, and fields whose values are.</summary>
/// <remarks>Filled, then only read. Regions and schools are always wanted: they say which packs judge a row.</remarks>
internal sealed class FactSelection
{
    private readonly FactSchema _schema;
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<(string Table, string Field)> _fields = [];

    /// <summary>Begins with regions and schools.</summary>
    /// <param name="schema">The tables and fields that facts can have.</param>
    public FactSelection(FactSchema schema)
    {
        _schema = schema;
        AddTable(BaseTables.School);
    }

    public bool HasTable(string table) => _tables.Contains(table);

    public bool HasField(string table, string field) => _fields.Contains((table, field));

    /// <summary>Whether year groups are wanted for themselves, those among them that are made of classes.</summary>
    public bool HasYearGroups { get; private set; }

    /// <summary>Wants the rows of a table and of those above it.</summary>
    public void AddTable(string table)
    {
        foreach (TableSchema at in _schema.SelfAndAncestors(table))
        {
            HasYearGroups |= at.Name == BaseTables.YearGroup;
            AddRows(at.Name);
        }
    }

    /// <summary>Wants a field, where the table has it, and the rows of its table.</summary>
    public void AddField(string table, string field)
    {
        AddTable(table);
        _fields.Add((table, field));
    }

    // Classes are sorted by grade, year groups are made of classes, and lists of classes are whole where those of all year groups are.
    private void AddRows(string table)
    {
        if (!_tables.Add(table) || table is not (BaseTables.Class or BaseTables.YearGroup)) return;
        _fields.Add((table, StageFacts.Grade));
        _fields.Add((table, StageFacts.Stage));
        _fields.Add((BaseTables.School, StageFacts.SchoolingSystem));
        AddRows(table == BaseTables.Class ? BaseTables.YearGroup : BaseTables.Class);
    }
}
