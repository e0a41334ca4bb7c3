namespace ComplianceRules.Facts;

/// <summary>Makes a snapshot from another one by changing facts of rows that there are.</summary>
/// <remarks>
/// For one thread; used once. The snapshot that it begins with stays as it is; the two share every column that was not changed, so that a change costs a copy of its column.
/// Rows and lists cannot be added or taken away, and facts that others follow from (grades, stages, schooling systems) cannot be changed: such data is to be read anew.
/// What reading found (<see cref="Snapshot.Data"/>) is taken over.
/// </remarks>
public sealed class SnapshotEdit
{
    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, TableEdit> _tables = new(StringComparer.Ordinal);
    private Snapshot? _made;

    /// <summary>Begins with all facts of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public SnapshotEdit(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _snapshot = snapshot;
    }

    /// <summary>The rows of a table, to be changed.</summary>
    /// <param name="name">A table of the schema.</param>
    /// <exception cref="KeyNotFoundException">The schema has no such table.</exception>
    public TableEdit Table(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_tables.TryGetValue(name, out TableEdit? table)) _tables.Add(name, table = new TableEdit(this, _snapshot.Table(name)));
        return table;
    }

    /// <summary>Makes the snapshot; after that nothing more can be changed.</summary>
    public Snapshot Build() => _made ??= Make();

    /// <summary>Refuses changes of a snapshot that has been handed out.</summary>
    internal void CheckOpen()
    {
        if (_made is not null) throw new InvalidOperationException("the snapshot has been built: changes of it begin with an edit of its own");
    }

    private Snapshot Make()
    {
        if (_tables.Values.All(t => !t.IsTouched)) return _snapshot;
        Dictionary<string, FactTable> made = new(StringComparer.Ordinal);
        foreach (FactTable table in _snapshot.Tables.OrderBy(t => _snapshot.Schema.SelfAndAncestors(t.Schema.Name).Count()))
        {
            FactTable? above = table.Schema.Parent is { } parent && parent != table.Schema.Name ? made.GetValueOrDefault(parent) : null;
            made.Add(table.Schema.Name, _tables.TryGetValue(table.Schema.Name, out TableEdit? edit) && edit.IsTouched ? edit.Make(above) : table.With(above));
        }

        return _snapshot.With(made.Values);
    }
}
