using System.Collections.Immutable;
using System.Numerics;

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
    private readonly DirectCell?[] _direct;
    private readonly TruthWords?[] _truths;
    private int _lastParent = -1;

    public RowWriter(RecordBinding binding, TableSchema table, ImmutableArray<MappedField> fields, ImmutableArray<MappedList> lists)
    {
        _builder = binding.Builder;
        _records = binding.Records;
        _rows = _builder.Table(table.Name);
        _above = table.Parent == BaseTables.Region ? null : _builder.Above(table);
        Fields = binding.Columns.Bind(fields);
        _lists = binding.Columns.Bind(lists);
        _constants = [.. binding.Mapping?.Constants.Where(c => c.Table.Name == table.Name) ?? []];
        bool hasBytes = _records.HasBytes;
        _direct = [.. Fields.Select(f => hasBytes && RecordView.IsReal(f.Column) ? DirectCell.Of(f, _rows) : null)];
        _truths = [.. _lists.Select(l => hasBytes && RecordView.IsReal(l.Column) ? TruthWords.Of(l.Words) : null)];
    }

    public TableSchema Schema => _rows.Schema;

    public ImmutableArray<FieldCells> Fields { get; }

    public int Find(string id, int parent) => _rows.Find(id, parent);

    public int Find(ReadOnlySpan<byte> id, int parent) => _rows.Rows.Find(id, parent);

    public bool IsAt(int row, ReadOnlySpan<byte> id, int parent) => _rows.Rows.IsAt(row, id, parent);

    /// <summary>Whether each fact of a row is said once, so that many rows can be said at once.</summary>
    public bool TakesRuns => _constants.IsEmpty && Fields.Select(f => f.Field.Name).Distinct(StringComparer.Ordinal).Count() == Fields.Length;

    /// <summary>The number that the next row gets.</summary>
    public int NextRow => _rows.Rows.Length;

    /// <summary>Makes room for the rows to come.</summary>
    public void Expect((long Read, long Whole) progress) => _rows.Rows.Expected.Tell(_rows.Rows.Length, progress.Read, progress.Whole);

    /// <summary>Adds a row: of a record of its own, or of the columns that its children's records repeat, which is as much in the data.</summary>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int Add(string id, int parent)
    {
        int row = _rows.Add(id, parent);
        if (row < 0) return row;
        _rows.Locate(row, _records.Span);
        if (parent >= 0) _above?.ReportList(parent, Schema.Children);
        foreach (MappedConstant constant in _constants) _ = constant.Value.Set(_rows, row, constant.Field);
        foreach (FieldCells cells in Fields) Set(row, cells);
        foreach (ListCells cells in _lists) Say(row, cells);
        return row;
    }

    /// <summary>Adds a row as <see cref="Add"/> does, its plain cells straight from their bytes.</summary>
    /// <returns>The row; -1 where the id is taken.</returns>
    public int AddDirect(ReadOnlySpan<byte> id, int parent)
    {
        int row = _rows.Rows.Add(id, parent);
        if (row < 0) return row;
        RecordReader reader = _records.Reader;
        _rows.Rows.Enter(reader.FileName, reader.Sheet);
        _rows.Rows.Locate(row, reader.Line, 0);
        ReportListOf(parent);
        foreach (MappedConstant constant in _constants) _ = constant.Value.Set(_rows, row, constant.Field);
        for (int i = 0; i < _direct.Length; i++)
        {
            if (_direct[i] is not { } cell || !cell.TrySet(row, reader.Bytes(cell.Column))) Set(row, Fields[i]);
        }

        for (int i = 0; i < _truths.Length; i++) SayDirect(row, _lists[i], _truths[i]);
        return row;
    }

    /// <summary>Adds rows below one parent for as long as their ids are plain and free; what else they say is left to <see cref="SetRun"/>.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="parent">The row above.</param>
    /// <returns>How many were added, one behind the other.</returns>
    public int AddRun(RowIdRun ids, int parent)
    {
        RowStore rows = _rows.Rows;
        int added = 0;
        while (added < ids.Count)
        {
            ReadOnlySpan<byte> id = ids[added];
            if (!DirectText.IsId(id) || !rows.TryAdd(id, parent)) break;
            added++;
            added += rows.AddAscending(ids, added, parent);
        }

        if (added > 0) ReportListOf(parent);
        return added;
    }

    /// <summary>Says of the rows of a run all that their records say.</summary>
    public void SetRun(CellRun run)
    {
        RecordReader reader = _records.Reader;
        _rows.Rows.Enter(reader.FileName, reader.Sheet);
        _rows.Rows.LocateLines(run.Row, run.Batch.Line + run.First, run.Count);
        for (int field = 0; field < _direct.Length; field++)
        {
            ulong others = _direct[field]?.SetRun(run) ?? ulong.MaxValue >> (CellRun.Most - run.Count);
            for (; others != 0; others &= others - 1) SetAt(run, BitOperations.TrailingZeroCount(others), field);
        }

        for (int list = 0; list < _truths.Length; list++)
        {
            for (int i = 0; i < run.Count; i++)
            {
                reader.GoTo(run.First + i);
                SayDirect(run.Row + i, _lists[list], _truths[list]);
            }
        }
    }

    private void SetAt(CellRun run, int at, int field)
    {
        _records.Reader.GoTo(run.First + at);
        if (_direct[field] is not { } cell || !cell.TrySet(run.Row + at, run.Cell(at, cell.Column))) Set(run.Row + at, Fields[field]);
    }

    private void ReportListOf(int parent)
    {
        if (parent >= 0 && parent != _lastParent) _above?.ReportList(parent, Schema.Children);
        _lastParent = parent;
    }

    private void Set(int row, FieldCells cells)
    {
        if (cells.Read(_records).Set(_rows, row, cells.Field) is { } reason) _builder.Report(RecordTrouble.Cell(_records, cells, Schema, _builder.Schema, reason));
    }

    private void SayDirect(int row, ListCells cells, TruthWords? words)
    {
        if (words is null) Say(row, cells);
        else if (_records.Reader.Bytes(cells.Column) is { IsEmpty: false } cell)
        {
            if (words.TryRead(cell, out bool isWhole)) _rows.SayList(row, cells.List, isWhole);
            else Say(row, cells);
        }
    }

    private void Say(int row, ListCells cells)
    {
        CellValue whole = cells.Read(_records);
        if (whole.Unknown is null) _rows.SayList(row, cells.List, whole.Number != 0);
        else if (whole.Unknown != UnknownReason.Absent) _builder.Report(RecordTrouble.List(_records, cells, Schema, _builder.Schema));
    }
}
