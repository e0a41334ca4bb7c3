using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Puts the rows of a table into sections: parents, ids, each column, each list.</summary>
/// <param name="sections">Takes the sections.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class TableSections(FileSections sections, CancellationToken cancellation)
{
    /// <summary>Adds the sections of a table.</summary>
    /// <returns>What the description says of them.</returns>
    /// <exception cref="ArgumentException">The table is larger than a file can hold, or has cells that no snapshot of packs has.</exception>
    public TableEntry Add(FactTable table)
    {
        if (table.Count > ColumnFileFormat.MostRows) throw new ArgumentException($"a column file holds at most {ColumnFileFormat.MostRows} rows of a table", nameof(table));
        sections.Add((long)table.Count * sizeof(int), output => output.Write(table.Parents));
        Add(table.Ids);
        return new TableEntry
        {
            Count = table.Count,
            IdLength = table.Ids.Utf8.Length,
            Columns = [.. table.Columns.Select(Add)],
            Lists = [.. table.Lists.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => Add(l.Key, l.Value))],
        };
    }

    private void Add(RowIds texts)
    {
        sections.Add((long)texts.Starts.Length * sizeof(int), output => output.Write(texts.Starts));
        sections.Add(texts.Utf8.Length, output => output.Write(texts.Utf8));
    }

    private ColumnEntry Add(FactColumn column)
    {
        if (column is IntColumn) throw new ArgumentException($"`{column.Field.Name}` has whole numbers of 64 bits, which a column file does not", nameof(column));
        cancellation.ThrowIfCancellationRequested();
        CellStore cells = column.Cells;
        sections.Add(CellStore.Length(cells.Kind, cells.Count), output => output.Write(cells.Bytes[..CellStore.Length(cells.Kind, cells.Count)]));
        if (!column.IsTotal) sections.Add((long)ValidityBits.Words(column.Count) * sizeof(ulong), output => output.Write(column.Known[..ValidityBits.Words(column.Count)]));
        AddReasons(column);
        RowIds? dictionary = column is TextColumn texts ? Encoded(texts.Dictionary) : null;
        if (dictionary is not null) Add(dictionary);
        return new ColumnEntry
        {
            Field = column.Field.Name,
            Coding = column is NumberColumn numbers ? numbers.Coding : new CellCoding(cells.Kind, 1, 1),
            IsTotal = column.IsTotal,
            Reasons = column.Reasons.Count,
            Texts = dictionary?.Count ?? ColumnEntry.NoDictionary,
            TextLength = dictionary?.Utf8.Length ?? 0,
        };
    }

    private void AddReasons(FactColumn column)
    {
        if (column.Reasons.Count == 0) return;
        sections.Add((long)column.Reasons.Count * sizeof(int), output => output.Write<int>([.. column.Reasons.Keys.Order()]));
        sections.Add(column.Reasons.Count, output => output.Write<byte>([.. column.Reasons.OrderBy(r => r.Key).Select(r => (byte)r.Value)]));
    }

    private ListEntry Add(string name, ChildList list)
    {
        sections.Add((long)list.Starts.Length * sizeof(int), output => output.Write(list.Starts));
        sections.Add((long)list.Ends.Length * sizeof(int), output => output.Write(list.Ends));
        sections.Add((long)list.Reported.Length * sizeof(ulong), output => output.Write(list.Reported));
        if (list.Reasons is { } reasons) sections.Add(reasons.Length, output => output.Write<byte>([.. reasons.Select(r => (byte)r)]));
        return new ListEntry(name, list.Table, list.Reasons is not null);
    }

    private static RowIds Encoded(ImmutableArray<string> texts)
    {
        int[] starts = new int[texts.Length + 1];
        for (int i = 0; i < texts.Length; i++) starts[i + 1] = checked(starts[i] + ByteWriter.Utf8.GetByteCount(texts[i]));
        byte[] utf8 = new byte[starts[^1]];
        for (int i = 0; i < texts.Length; i++) ByteWriter.Utf8.GetBytes(texts[i], utf8.AsSpan(starts[i]));
        return new RowIds(utf8, starts);
    }
}
