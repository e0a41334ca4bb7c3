using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>Turns the records of one file into rows of one table.</summary>
internal sealed class CsvTableReader
{
    private const int RecordsBetweenLooks = 1024;

    private readonly CsvRecords _records;
    private readonly SnapshotBuilder _builder;
    private readonly SnapshotMapping? _mapping;
    private readonly List<(int Column, RowFilter Filter)> _where = [];
    private int[] _id = [];
    private RowWriter? _writer;
    private ParentFinder? _parents;

    public CsvTableReader(CsvRecords records, SnapshotBuilder builder, SnapshotMapping? mapping)
    {
        _records = records;
        _builder = builder;
        _mapping = mapping;
    }

    private RowWriter Writer => _writer ?? throw new InvalidOperationException("the columns have not been bound");

    /// <summary>Finds the columns that a mapping speaks of; those that are not there are reported.</summary>
    /// <returns>Whether all are there.</returns>
    public bool Bind(MappedTable table, CsvHeader header)
    {
        ColumnBinder columns = new(header, _records.FileName, table.Table, _builder);
        foreach (RowFilter filter in table.Where) _where.Add((columns.Bind(filter.Column), filter));
        _id = columns.Bind(table.Id);
        _writer = new RowWriter(_builder, _records, table.Table, columns.Bind(table.Fields), _mapping);
        _parents = new ParentFinder(_builder, _records, table, columns, _mapping);
        return columns.AreAllThere;
    }

    /// <summary>Reads every record.</summary>
    /// <returns>Whether the reading of further files may go on.</returns>
    public bool ReadAll(CancellationToken cancellation)
    {
        bool goOn = true;
        for (int count = 0; goOn && _records.Next(out goOn); count++)
        {
            if (count % RecordsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            if (!IsWanted()) _builder.CountFiltered();
            else if (!_records.IsBlank) goOn = Read();
        }

        return goOn;
    }

    private bool IsWanted()
    {
        foreach ((int column, RowFilter filter) in _where)
        {
            if (!filter.Holds(_records.Cell(column))) return false;
        }

        return true;
    }

    private bool Read()
    {
        TableSchema table = Writer.Schema;
        string id = RowId.Join(_records, _id);
        if (id.Length == 0) return _builder.Refuse(new Diagnostic(DiagnosticCodes.RowWithoutId, _records.Span, table.Name));
        if (table.Name == BaseTables.Region && !RegionCode.TryParse(id, out _))
            return _builder.Refuse(new Diagnostic(DiagnosticCodes.RegionRowCode, _records.Span, DataExcerpt.Of(id, table, _builder.Schema)));
        int parent = -1;
        if (_parents?.Find(id, out parent) is { } orphan) return _builder.Refuse(orphan);
        int row = Writer.Add(id, parent);
        if (row >= 0 && _parents is { IsMisplaced: true }) _builder.Misplace(table, row);
        return row >= 0 || _builder.Refuse(new Diagnostic(DiagnosticCodes.DuplicateRowId, _records.Span, table.Name, DataExcerpt.Of(id, table, _builder.Schema)));
    }
}
