using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Turns the records of one table into rows.</summary>
internal sealed class RecordTableReader
{
    private const int RecordsBetweenLooks = 1024;

    private readonly RecordView _records;
    private readonly SnapshotBuilder _builder;
    private readonly SnapshotMapping? _mapping;
    private readonly Dictionary<MappedParent, RepeatedCells> _repeated;
    private readonly List<(int Column, RowFilter Filter)> _where = [];
    private readonly HashSet<int> _unnamed = [];
    private int[] _id = [];
    private int _packs = -1;
    private RowWriter? _writer;
    private ParentFinder? _parents;

    public RecordTableReader(RecordView records, SnapshotBuilder builder, SnapshotMapping? mapping, Dictionary<MappedParent, RepeatedCells> repeated)
    {
        _records = records;
        _builder = builder;
        _mapping = mapping;
        _repeated = repeated;
    }

    private RowWriter Writer => _writer ?? throw new InvalidOperationException("the columns have not been bound");

    /// <summary>Finds the columns that a mapping speaks of; those that are not there are reported.</summary>
    /// <returns>Whether all are there.</returns>
    public bool Bind(MappedTable table, RecordHeader header)
    {
        ColumnBinder columns = new(header, _records, table.Table, _builder);
        RecordBinding binding = new(_builder, _records, columns, _mapping, _repeated);
        _records.Bind(columns);
        foreach (RowFilter filter in table.Where) _where.Add((columns.Bind(filter.Column), filter));
        _id = columns.Bind(table.Id);
        if (table.Packs is { } packs) _packs = columns.Bind(packs);
        if (_mapping is null) _unnamed.UnionWith(header.Unnamed);
        _writer = new RowWriter(binding, table.Table, table.Fields, _mapping is null ? table.Lists : binding.ListsOf(table.Table));
        _parents = new ParentFinder(binding, table.Table, table.Parent);
        return columns.AreAllThere;
    }

    /// <summary>Reads every record.</summary>
    /// <returns>Whether the reading of further tables may go on.</returns>
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
        if (_unnamed.Count > 0) ReportUnnamed(table);
        if (RowId.Unusable(_records, _id) is >= 0 and int bad) return _builder.Refuse(RecordTrouble.Id(_records, bad, table, _builder.Schema));
        string id = RowId.Join(_records, _id);
        if (id.Length == 0) return _builder.Refuse(new Diagnostic(DiagnosticCodes.RowWithoutId, _records.Span, table.Name));
        if (table.Name == BaseTables.Region && !RegionCode.TryParse(id, out _))
            return _builder.Refuse(new Diagnostic(DiagnosticCodes.RegionRowCode, _records.Span, DataExcerpt.Of(id, table, _builder.Schema)));
        int parent = -1;
        if (_parents?.Find(id, out parent) is { } orphan) return _builder.Refuse(orphan);
        int row = Writer.Add(id, parent);
        if (row < 0) return _builder.Refuse(new Diagnostic(DiagnosticCodes.DuplicateRowId, _records.Span, table.Name, DataExcerpt.Of(id, table, _builder.Schema)));
        if (_parents is { IsMisplaced: true }) _builder.Misplace(table, row);
        if (_packs >= 0) _builder.NamePacks(row, CellList.Of(_records.Cell(_packs)));
        return true;
    }

    private void ReportUnnamed(TableSchema table)
    {
        foreach (int column in _unnamed.Where(c => !_records.Chars(c).IsEmpty).ToArray())
        {
            _builder.Report(new Diagnostic(DiagnosticCodes.RecordColumnUnnamed, _records.SpanOf(column), table.Name));
            _unnamed.Remove(column);
        }
    }
}
