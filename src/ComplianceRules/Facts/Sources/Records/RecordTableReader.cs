using System.Globalization;
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
    private int[] _id = [];
    private int _packs = -1;
    private RowWriter? _writer;
    private ParentFinder? _parents;
    private UnnamedColumns? _unnamed;
    private FieldCells? _grade;
    private bool _isIdGrade;
    private bool _isDirect;
    private bool _takesRuns;

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
        if (_mapping is null) _unnamed = new UnnamedColumns(header, table.Table.Name, _builder);
        _writer = new RowWriter(binding, table.Table, table.Fields, _mapping is null ? table.Lists : binding.ListsOf(table.Table));
        if (_mapping is null && table.Table.Name == BaseTables.YearGroup) _grade = _writer.Fields.FirstOrDefault(f => f.Field.Name == StageFacts.Grade);
        _isIdGrade = _grade is not null && _id is [var column] && column == _grade.Column;
        _parents = new ParentFinder(binding, table.Table, table.Parent);
        bool isOrdinary = _packs < 0 && _grade is null && table.Table.Name != BaseTables.Region && (_unnamed is null || header.Unnamed.Count == 0);
        _isDirect = isOrdinary && _records.HasBytes && _id is [var only] && RecordView.IsReal(only);
        _takesRuns = _isDirect && _where.Count == 0 && _writer.TakesRuns;
        _records.Reader.Want(columns.Found.Concat(_unnamed is null ? [] : header.Unnamed).ToHashSet());
        return columns.AreAllThere;
    }

    /// <summary>Reads every record.</summary>
    /// <returns>Whether the reading of further tables may go on.</returns>
    public bool ReadAll(CancellationToken cancellation)
    {
        bool goOn = true;
        for (int count = 0; goOn; count++)
        {
            if (count % RecordsBetweenLooks == 0) Look(cancellation);
            if (_takesRuns && _records.Reader.NextBatch() is { } batch)
            {
                goOn = ReadBatch(batch);
                // A batch is as good as many records: the next look comes right after it.
                count |= RecordsBetweenLooks - 1;
            }
            else if (!_records.Next(out goOn)) return goOn;
            else goOn = ReadRecord();
        }

        return goOn;
    }

    // Rows of plain records are added many at once, and those between them one by one.
    private bool ReadBatch(RecordBatch batch)
    {
        bool goOn = true;
        for (int at = 0; goOn && at < batch.Count;)
        {
            int added = AddRun(batch, at);
            at += added;
            if (added > 0) continue;
            _records.Reader.GoTo(at++);
            goOn = ReadRecord();
        }

        return goOn;
    }

    private int AddRun(RecordBatch batch, int first)
    {
        (int row, int most, int added) = (Writer.NextRow, Math.Min(CellRun.Most, batch.Count - first), 0);
        while (added < most)
        {
            _records.Reader.GoTo(first + added);
            if (!_parents!.TryFindDirect(out int parent)) break;
            int same = _parents.CountSame(batch, first + added, most - added);
            int now = Writer.AddRun(new RowIdRun(batch, first + added, same, _id[0]), parent);
            added += now;
            if (now < same) break;
        }

        if (added > 0) Writer.SetRun(new CellRun(batch, first, added, row));
        return added;
    }

    private bool ReadRecord()
    {
        if (IsWanted()) return _records.IsBlank || (_isDirect && TryReadDirect()) || Read();
        _builder.CountFiltered();
        return true;
    }

    private void Look(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Writer.Expect(_records.Reader.Progress);
    }

    // Where this does not add the row, nothing has been done, and the record is read as one of any other kind.
    private bool TryReadDirect()
    {
        if (!_parents!.TryFindDirect(out int parent)) return false;
        ReadOnlySpan<byte> id = _records.Reader.Bytes(_id[0]);
        return DirectText.IsId(id) && Writer.AddDirect(id, parent) >= 0;
    }

    private bool IsWanted()
    {
        foreach ((int column, RowFilter filter) in _where)
        {
            if (!filter.Holds(_records.Chars(column))) return false;
        }

        return true;
    }

    private bool Read()
    {
        TableSchema table = Writer.Schema;
        _unnamed?.Report(_records);
        if (RowId.Unusable(_records, _id) is >= 0 and int bad) return _builder.Refuse(RecordTrouble.Id(_records, bad, table, _builder.Schema));
        string id = Id();
        if (id.Length == 0) return _builder.Refuse(new Diagnostic(DiagnosticCodes.RowWithoutId, _records.Span, table.Name));
        if (table.Name == BaseTables.Region && !RegionCode.TryParse(id, out _))
            return _builder.Refuse(new Diagnostic(DiagnosticCodes.RegionRowCode, _records.Span, DataExcerpt.Of(id, table, _builder.Schema)));
        int parent = -1;
        if (_parents?.Find(id, out parent) is { } orphan) return _builder.Refuse(orphan);
        int row = Writer.Add(table.Name == BaseTables.Region ? _builder.RegionId(id) : id, parent);
        if (row < 0) return _builder.Refuse(new Diagnostic(DiagnosticCodes.DuplicateRowId, _records.Span, table.Name, DataExcerpt.Of(id, table, _builder.Schema)));
        if (_parents is { IsMisplaced: true }) _builder.Misplace(table, row);
        if (_packs >= 0) _builder.NamePacks(row, CellList.Of(_records.Cell(_packs)));
        return true;
    }

    // A year group is called by its grade as a number, however that is written.
    private string Id()
    {
        string id = RowId.Join(_records, _id);
        if (_grade is null || (id.Length > 0 && !_isIdGrade)) return id;
        return _grade.Read(_records) is { Unknown: null } grade ? grade.Number.ToString(CultureInfo.InvariantCulture) : id;
    }
}
