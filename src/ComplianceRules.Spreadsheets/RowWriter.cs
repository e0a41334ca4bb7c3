using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>Adds rows of one table, with the facts of the record and those that all rows share.</summary>
internal sealed class RowWriter
{
    private readonly SnapshotBuilder _builder;
    private readonly CsvRecords _records;
    private readonly TableBuilder _rows;
    private readonly TableBuilder? _above;
    private readonly ImmutableArray<FieldCells> _fields;
    private readonly ImmutableArray<MappedConstant> _constants;

    public RowWriter(SnapshotBuilder builder, CsvRecords records, TableSchema table, ImmutableArray<FieldCells> fields, SnapshotMapping? mapping)
    {
        _builder = builder;
        _records = records;
        _rows = builder.Table(table.Name);
        _above = table.Parent == BaseTables.Region ? null : builder.Above(table);
        _fields = fields;
        _constants = [.. mapping?.Constants.Where(c => c.Table.Name == table.Name) ?? []];
    }

    public TableSchema Schema => _rows.Schema;

    public ImmutableArray<FieldCells> Fields => _fields;

    public int Find(string id, int parent) => _rows.Find(id, parent);

    /// <summary>Adds a row: of a record of its own, or of the columns that its children's records repeat, which is as much in the data.</summary>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int Add(string id, int parent) => Fill(_rows.Add(id, parent), parent);

    private int Fill(int row, int parent)
    {
        if (row < 0) return row;
        _rows.Locate(row, _records.FileName, _records.Line, 0);
        if (parent >= 0) _above?.ReportList(parent, Schema.Children);
        foreach (MappedConstant constant in _constants) _ = constant.Value.Set(_rows, row, constant.Field);
        foreach (FieldCells cells in _fields)
        {
            if (cells.Read(_records).Set(_rows, row, cells.Field) is { } reason) Report(cells, reason);
        }

        return row;
    }

    private void Report(FieldCells cells, UnknownReason reason)
    {
        string shown = DataExcerpt.Of(cells.Cell(_records), Schema, _builder.Schema);
        _builder.Report(reason == UnknownReason.WrongType
            ? new Diagnostic(DiagnosticCodes.CsvCellWrongType, _records.Span, Schema.Name, cells.Field.Name, shown, FieldTypeWords.Of(cells.Field.Type))
            : new Diagnostic(DiagnosticCodes.CellOutOfRange, _records.Span, Schema.Name, cells.Field.Name, shown)
            {
                DidYouMean = _builder.Schema.IsPersonal(Schema.Name) ? null : NearestName.Of(shown, cells.Field.Options.Select(o => o.Key)),
            });
    }
}
