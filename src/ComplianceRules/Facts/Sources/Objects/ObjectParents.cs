using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Finds the row above an object that is not nested.</summary>
internal sealed class ObjectParents<T>
{
    private readonly RowShape<T> _shape;
    private readonly SnapshotBuilder _builder;
    private readonly TableSchema _table;
    private readonly TableBuilder[] _path;

    /// <summary>Makes the finder of one shape.</summary>
    /// <param name="shape">The shape, which fits the table.</param>
    /// <param name="builder">Holds the rows above.</param>
    /// <param name="table">The shape's table.</param>
    public ObjectParents(RowShape<T> shape, SnapshotBuilder builder, TableSchema table)
    {
        _shape = shape;
        _builder = builder;
        _table = table;
        _path = [.. builder.Schema.SelfAndAncestors(table.Name).Skip(1).Take(shape.Keys.Length).Reverse().Select(t => builder.Table(t.Name))];
    }

    /// <summary>Whether the object looked at last gives a region code that is none.</summary>
    public bool IsMisplaced { get; private set; }

    /// <summary>Finds the row above.</summary>
    /// <returns>Why the object cannot be used; null where it can.</returns>
    public Diagnostic? Find(T item, string id, SourceSpan place, out int row)
    {
        row = -1;
        IsMisplaced = false;
        if (_path.Length > 0) return FindRow(item, id, place, out row);
        if (_table.Parent == BaseTables.Region && _table.Name != BaseTables.Region) row = Region(_shape.RegionOf?.Invoke(item), place);
        return null;
    }

    private int Region(string? given, SourceSpan place)
    {
        if (string.IsNullOrWhiteSpace(given)) return _builder.Options.DefaultRegion is { } region ? _builder.Region(region) : -1;
        if (RegionCode.TryParse(given.Trim(), out RegionCode code)) return _builder.Region(code);
        _builder.Report(new Diagnostic(DiagnosticCodes.RegionCodeMalformed, place, DataExcerpt.Of(given, _table, _builder.Schema)));
        IsMisplaced = true;
        return -1;
    }

    private Diagnostic? FindRow(T item, string id, SourceSpan place, out int row)
    {
        row = -1;
        for (int step = 0; step < _path.Length; step++)
        {
            TableSchema above = _path[step].Schema;
            string key = RowId.Of(_shape.Keys[step](item));
            if (key.Length == 0) return new Diagnostic(DiagnosticCodes.CsvNoParent, place, _table.Name, DataExcerpt.Of(id, _table, _builder.Schema), above.Name);
            row = _path[step].Find(key, row);
            if (row < 0) return new Diagnostic(DiagnosticCodes.OrphanRow, place, _table.Name, DataExcerpt.Of(id, _table, _builder.Schema), above.Name, DataExcerpt.Of(key, above, _builder.Schema));
        }

        return null;
    }
}
