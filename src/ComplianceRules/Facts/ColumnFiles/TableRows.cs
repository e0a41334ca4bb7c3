using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Takes the sections of one table after the other.</summary>
internal sealed class TableRows
{
    private readonly SectionCursor _cursor;
    private readonly FactSchema _schema;
    private readonly ColumnReader _columns;
    private readonly DictionaryReader _texts;
    private readonly Dictionary<string, int> _counts;
    private readonly Dictionary<string, FactTable> _made = new(StringComparer.Ordinal);

    /// <summary>Begins with the first table.</summary>
    /// <param name="cursor">The sections behind the description.</param>
    /// <param name="record">The description.</param>
    /// <param name="schema">The tables of the packs.</param>
    public TableRows(SectionCursor cursor, SnapshotRecord record, FactSchema schema)
    {
        _cursor = cursor;
        _schema = schema;
        _columns = new ColumnReader(cursor);
        _texts = new DictionaryReader(cursor);
        _counts = record.Schema.Zip(record.Tables).ToDictionary(t => t.First.Name, t => t.Second.Count, StringComparer.Ordinal);
    }

    /// <summary>The tables taken so far, by name.</summary>
    public IReadOnlyDictionary<string, FactTable> Tables => _made;

    /// <summary>Takes the rows of a table, or passes over them where the packs have no such table.</summary>
    /// <exception cref="DataReadingException">They are not what rows of the table can be.</exception>
    public void Take(DescribedTable described, TableEntry entry)
    {
        if (_schema.Table(described.Name) is not { } table)
        {
            Pass(described.Name, entry);
            return;
        }

        FactTable? above = table.Parent is { } parent ? _made.GetValueOrDefault(parent) : null;
        ReadOnlyMemory<int> parents = ParentCheck.IsOwn(table) ? _cursor.Take<int>(entry.Count, table.Name) : _cursor.Take<int>(entry.Count, table.Name, new AscendingNumbers().Ascend);
        ColumnFileFault.Require(ParentCheck.IsSound(parents.Span, table, above), table.Name);
        RowIds ids = _texts.Ids(entry.Count, entry.IdLength, table.Name);
        List<FactColumn> columns = [.. entry.Columns.Select(c => Column(table, c, entry.Count)).OfType<FactColumn>()];
        Dictionary<string, ChildList> lists = new(StringComparer.Ordinal);
        foreach (ListEntry list in entry.Lists)
        {
            if (List(table, list, entry.Count) is { } rows) lists.Add(list.Name, rows);
        }

        _made.Add(table.Name, new FactTable(table, ids, parents, above, columns, lists) { AreListsChecked = true });
    }

    /// <summary>Adds the tables of the packs that the file does not have, without rows.</summary>
    public void AddOthers()
    {
        foreach (TableSchema table in ColumnFileFormat.Downward(_schema).Where(t => !_made.ContainsKey(t.Name)))
        {
            FactTable? above = table.Parent is { } parent ? _made.GetValueOrDefault(parent) : null;
            _made.Add(table.Name, new FactTable(table, RowIds.Of([]), default, above, [], ImmutableDictionary<string, ChildList>.Empty));
        }
    }

    private FactColumn? Column(TableSchema table, ColumnEntry entry, int count)
    {
        string part = $"{table.Name}.{entry.Field}";
        if (table.Field(entry.Field) is { } field) return _columns.Read(field, entry, count, part);
        _columns.Pass(entry, count, part);
        return null;
    }

    private ChildList? List(TableSchema table, ListEntry entry, int count)
    {
        string part = $"{table.Name}.{entry.Name}";
        ReadOnlyMemory<int> starts = _cursor.Take<int>(count, part);
        ReadOnlyMemory<int> ends = _cursor.Take<int>(count, part);
        ReadOnlyMemory<ulong> reported = _cursor.Take<ulong>(ValidityBits.Words(count), part);
        ReadOnlyMemory<byte> reasons = entry.HasReasons ? _cursor.Take<byte>(count, part) : default;
        if (_schema.Table(entry.Table) is null) return null;
        bool isSound = _schema.List(table.Name, entry.Name)?.Name == entry.Table && ListCheck.AreRows(starts.Span, ends.Span, _counts.GetValueOrDefault(entry.Table))
            && (count == 0 || CellCheck.HasNoRest(reported.Span, count)) && !reasons.Span.ContainsAnyExceptInRange((byte)0, (byte)UnknownReason.NoCalendar);
        ColumnFileFault.Require(isSound, part);
        return new ChildList(entry.Table, starts, ends, reported, entry.HasReasons ? [.. Reasons(reasons)] : null);
    }

    private static IEnumerable<UnknownReason> Reasons(ReadOnlyMemory<byte> codes)
    {
        for (int row = 0; row < codes.Length; row++) yield return (UnknownReason)codes.Span[row];
    }

    private void Pass(string table, TableEntry entry)
    {
        _cursor.Pass((long)entry.Count * sizeof(int), table);
        _cursor.Pass((entry.Count + 1L) * sizeof(int), table);
        _cursor.Pass(entry.IdLength, table);
        foreach (ColumnEntry column in entry.Columns) _columns.Pass(column, entry.Count, $"{table}.{column.Field}");
        foreach (ListEntry list in entry.Lists)
        {
            _cursor.Pass((long)entry.Count * sizeof(int), table);
            _cursor.Pass((long)entry.Count * sizeof(int), table);
            _cursor.Pass((long)ValidityBits.Words(entry.Count) * sizeof(ulong), table);
            if (list.HasReasons) _cursor.Pass(entry.Count, table);
        }
    }
}
