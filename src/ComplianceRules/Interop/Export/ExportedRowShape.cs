using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>What is read of a row while rules are written: grows with them.</summary>
/// <param name="table">The table of the row.</param>
internal sealed class ExportedRowShape(string table)
{
    private readonly SortedDictionary<string, FieldSchema> _fields = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ExportedRowShape> _lists = new(StringComparer.Ordinal);
    private ExportedRowShape? _above;

    /// <summary>The table of the row.</summary>
    public string Table => table;

    /// <summary>Reads a fact.</summary>
    /// <param name="field">The fact.</param>
    public void Read(FieldSchema field) => _fields.TryAdd(field.Name, field);

    /// <summary>The row above.</summary>
    /// <param name="parent">Its table.</param>
    public ExportedRowShape Above(string parent) => _above ??= new ExportedRowShape(parent);

    /// <summary>A row of a list.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="of">The table of its rows.</param>
    public ExportedRowShape List(string list, string of)
    {
        if (!_lists.TryGetValue(list, out ExportedRowShape? row)) _lists.Add(list, row = new ExportedRowShape(of));
        return row;
    }

    /// <summary>Takes over all that another reads.</summary>
    /// <param name="other">The other, of the same table.</param>
    public void Add(ExportedRowShape other)
    {
        foreach (FieldSchema field in other._fields.Values) Read(field);
        if (other._above is { } above) Above(above.Table).Add(above);
        foreach ((string list, ExportedRowShape row) in other._lists) List(list, row.Table).Add(row);
    }

    /// <summary>The shape as it stands.</summary>
    public ExportedRow Done() => new(table, [.. _fields.Values], _above?.Done(), [.. _lists.Select(l => new ExportedList(l.Key, l.Value.Done()))]);
}
