using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Adds rows of one table, with the facts of the record and those that all rows share.</summary>
internal sealed class RowWriter
{
    private readonly SnapshotBuilder _builder;
    private readonly RecordView _records;
    private readonly TableBuilder _rows;
    private readonly TableBuilder? _above;
    private readonly ImmutableArray<ListCells> _lists;
    private readonly ImmutableArray<MappedConstant> _constants;

    public RowWriter(RecordBinding binding, TableSchema table, ImmutableArray<MappedField> fields, ImmutableArray<MappedList> lists)
    {
        _builder = binding.Builder;
        _records = binding.Records;
        _rows = _builder.Table(table.Name);
        _above = table.Parent == BaseTables.Region ? null : _builder.Above(table);
        Fields = binding.Columns.Bind(fields);
        _lists = binding.Columns.Bind(lists);
        _constants = [.. binding.Mapping?.Constants.Where(c => c.Table.Name == table.Name) ?? []];
    }

    public TableSchema Schema => _rows.Schema;

    public ImmutableArray<FieldCells> Fields { get; }

    public int Find(string id, int parent) => _rows.Find(id, parent);

    /// <summary>Adds a row: of a record of its own, or of the columns that its children's records repeat, which is as much in the data.</summary>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int Add(string id, int parent)
    {
        int row = _rows.Add(id, parent);
        if (row < 0) return row;
        _rows.Locate(row, _records.Span);
        if (parent >= 0) _above?.ReportList(parent, Schema.Children);
        foreach (MappedConstant constant in _constants) _ = constant.Value.Set(_rows, row, constant.Field);
        foreach (FieldCells cells in Fields)
        {
            if (cells.Read(_records).Set(_rows, row, cells.Field) is { } reason) _builder.Report(RecordTrouble.Cell(_records, cells, Schema, _builder.Schema, reason));
        }

        foreach (ListCells cells in _lists) Say(row, cells);
        return row;
    }

    private void Say(int row, ListCells cells)
    {
        CellValue whole = cells.Read(_records);
        if (whole.Unknown is null) _rows.SayList(row, cells.List, whole.Number != 0);
        else if (whole.Unknown != UnknownReason.Absent) _builder.Report(RecordTrouble.List(_records, cells, Schema, _builder.Schema));
    }
}
