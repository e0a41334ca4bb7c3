using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Makes rows of objects by a shape.</summary>
internal sealed class ObjectRows<T>
{
    private readonly SnapshotBuilder _builder;
    private readonly RowShape<T> _shape;
    private readonly TableBuilder _rows;
    private readonly TableBuilder? _above;
    private readonly ObjectParents<T> _parents;
    private readonly string _file;
    private readonly ImmutableArray<(FieldSchema Field, Func<T, CellValue> Read)> _fields;
    private readonly ImmutableArray<Func<T, RowAbove, bool>> _children;
    private readonly Func<T, string?> _id;

    /// <summary>Checks a shape against the schema.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="builder">Takes the rows and the problems.</param>
    /// <param name="above">The table of the objects that these are nested in; null where they are not.</param>
    public ObjectRows(RowShape<T> shape, SnapshotBuilder builder, TableSchema? above)
    {
        TableSchema table = ShapeNames.Table(builder.Schema, shape.Table);
        ShapeNames.Place(builder.Schema, table, shape, above);
        foreach (ShapeList<T> list in shape.Lists) ShapeNames.List(builder.Schema, table, list.Name);
        _id = shape.IdOf ?? throw new ArgumentException($"the shape of `{shape.Table}` does not say what the id is: call `Id`", nameof(shape));
        _builder = builder;
        _shape = shape;
        _rows = builder.Table(table.Name);
        _above = table.Parent == BaseTables.Region ? null : builder.Above(table);
        _parents = new ObjectParents<T>(shape, builder, table);
        _file = builder.Name is { } name ? $"{name}/{table.Name}" : table.Name;
        _fields = [.. shape.Fields.Select(f => (ShapeNames.Field(table, f), f.Read))];
        _children = [.. shape.Nested.Select(n => n.Bind(builder, table))];
    }

    private TableSchema Schema => _rows.Schema;

    /// <summary>Adds rows that say themselves where they belong.</summary>
    /// <returns>Whether the reading may go on.</returns>
    public bool AddAll(IEnumerable<T> items) => AddEach(items, null);

    /// <summary>Adds the rows below a row.</summary>
    /// <returns>Whether the reading may go on.</returns>
    public bool AddBelow(IEnumerable<T>? items, RowAbove above)
    {
        if (items is null) return true;
        if (above.Row >= 0) _above?.ReportList(above.Row, Schema.Children);
        return AddEach(items, above);
    }

    private bool AddEach(IEnumerable<T> items, RowAbove? above)
    {
        foreach (T item in items)
        {
            _builder.Cancellation.ThrowIfCancellationRequested();
            if (!Add(item, above)) return false;
        }

        return true;
    }

    private bool Add(T item, RowAbove? above)
    {
        SourceSpan place = new(_file, _rows.CountObject(), 0);
        if (item is null) return _builder.Refuse(new Diagnostic(DiagnosticCodes.ObjectMissing, place, Schema.Name));
        Diagnostic? problem = AddRow(item, above, place, out int row);
        if (problem is null) Fill(item, row, place);
        else if (!_builder.Refuse(problem) || !_builder.Options.SkipMalformed) return _builder.MayGoOn;
        // What was nested in an object that is skipped is listed too, each on its own.
        return _children.All(add => add(item, new RowAbove(row)));
    }

    private Diagnostic? AddRow(T item, RowAbove? above, SourceSpan place, out int row)
    {
        row = -1;
        string? given = _id(item);
        string id = RowId.Of(given);
        if (id.Length == 0) return new Diagnostic(DiagnosticCodes.RowWithoutId, place, Schema.Name);
        if (!DataCellText.IsWhole(id)) return new Diagnostic(DiagnosticCodes.RecordIdUnusable, place, Schema.Name, DataExcerpt.Of(id, Schema, _builder.Schema));
        if (Schema.Name == BaseTables.Region && !RegionCode.TryParse(id, out _)) return new Diagnostic(DiagnosticCodes.RegionRowCode, place, DataExcerpt.Of(id));
        if (above is { Row: < 0 }) return new Diagnostic(DiagnosticCodes.RowBelowRefused, place, Schema.Name, DataExcerpt.Of(id, Schema, _builder.Schema), Schema.Parent ?? string.Empty);
        int parent = above?.Row ?? -1;
        if (above is null && _parents.Find(item, id, place, out parent) is { } orphan) return orphan;
        row = _rows.Add(Schema.Name == BaseTables.Region ? _builder.RegionId(id) : id, parent);
        if (row < 0) return new Diagnostic(DiagnosticCodes.DuplicateRowId, place, Schema.Name, DataExcerpt.Of(id, Schema, _builder.Schema));
        if (parent >= 0) _above?.ReportList(parent, Schema.Children);
        if (_parents.IsMisplaced) _builder.Misplace(Schema, row);
        return null;
    }

    private void Fill(T item, int row, SourceSpan place)
    {
        _rows.Locate(row, place);
        foreach ((FieldSchema field, Func<T, CellValue> read) in _fields)
        {
            CellValue value = read(item);
            if (value.Set(_rows, row, field) is { } reason) _builder.Report(Trouble(value, field, reason, place));
        }

        if (_shape.Bag?.Invoke(item) is { } facts) FillByName(facts, row, place);
        foreach (ShapeList<T> list in _shape.Lists)
        {
            if (list.IsWhole(item) is { } isWhole) _rows.SayList(row, list.Name, isWhole);
        }

        if (_shape.PacksOf?.Invoke(item) is { } packs) _builder.NamePacks(row, [.. packs]);
    }

    // By name, so that nothing depends on the order of the bag.
    private void FillByName(IReadOnlyDictionary<string, FactValue> facts, int row, SourceSpan place)
    {
        foreach ((string name, FactValue given) in facts.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (Schema.Field(name) is not { } field)
            {
                _builder.ReportUnknownName(Schema, name, place);
                continue;
            }

            CellValue value = given.For(field);
            if (value.Set(_rows, row, field) is { } reason) _builder.Report(Trouble(value, field, reason, place));
        }
    }

    private Diagnostic Trouble(CellValue value, FieldSchema field, UnknownReason reason, SourceSpan place)
    {
        string shown = ObjectCell.Shown(value, field);
        return reason == UnknownReason.OutOfRange
            ? CellTrouble.OutOfRange(place, Schema, field, shown, _builder.Schema)
            : CellTrouble.WrongType(place, Schema, field, shown, _builder.Schema);
    }
}
