using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Finds the row above that a record names, or makes it of the record's repeated columns.</summary>
internal sealed class ParentFinder
{
    private readonly SnapshotBuilder _builder;
    private readonly RecordView _records;
    private readonly TableSchema _child;
    private readonly RegionCode? _region;
    private readonly MappedParent? _mapped;
    private readonly int[] _key = [];
    private readonly RowWriter? _writer;
    private readonly ParentFinder? _above;
    private readonly RepeatedCells _repeated = new();
    private readonly HashSet<(string Id, string Code)> _malformed = [];
    private readonly LastRow _last = new();
    private int? _default;

    /// <summary>Makes the finder of one kind of row.</summary>
    /// <param name="binding">What the table's columns are bound with.</param>
    /// <param name="child">The table of the rows that look for theirs above.</param>
    /// <param name="mapped">How a record says which row that is; null where it does not.</param>
    public ParentFinder(RecordBinding binding, TableSchema child, MappedParent? mapped)
    {
        SnapshotMapping? mapping = binding.Mapping;
        _builder = binding.Builder;
        _records = binding.Records;
        _child = child;
        _region = mapping?.SchoolRegion is { } region && child.Name == BaseTables.School ? region : _builder.Options.DefaultRegion;
        _mapped = mapped;
        if (mapped is null) return;
        _repeated = binding.RepeatedOf(mapped);
        _key = binding.Columns.Bind(mapped.Key);
        if (mapped.Table.Name == BaseTables.Region) return;
        _writer = new RowWriter(binding, mapped.Table, mapped.Fields, mapped.Made ? binding.ListsOf(mapped.Table) : []);
        _above = new ParentFinder(binding, mapped.Table, mapped.Above);
    }

    /// <summary>Whether the record looked at last gives a region code that is none.</summary>
    public bool IsMisplaced { get; private set; }

    /// <summary>Finds the row above.</summary>
    /// <param name="id">The id of the row that looks for it.</param>
    /// <param name="row">The row above; -1 where it is not known.</param>
    /// <returns>Why the record cannot be used; null where it can.</returns>
    public Diagnostic? Find(string id, out int row)
    {
        row = -1;
        IsMisplaced = false;
        if (_mapped is null) row = DefaultRegion();
        else if (_mapped.Table.Name == BaseTables.Region) row = Region(id);
        else return FindRow(_mapped, id, out row);
        return null;
    }

    /// <summary>Finds the row above by the bytes of the record, where they are plain and the row is there already.</summary>
    /// <param name="row">The row above; -1 where the records do not say.</param>
    /// <returns>Whether <see cref="Find"/> would give the same and report nothing; where not, nothing has been done.</returns>
    public bool TryFindDirect(out int row)
    {
        row = _mapped is null ? _default ??= DefaultRegion() : -1;
        if (_mapped is null) return true;
        bool isCompared = _mapped.Made && _writer is { Fields.IsEmpty: false };
        if (isCompared || _key is not [var column] || !RecordView.IsReal(column)) return false;
        int above = -1;
        if (_above?.TryFindDirect(out above) == false) return false;
        ReadOnlySpan<byte> key = _records.Reader.Bytes(column);
        if (_last.Is(key, above, out row)) return true;
        if (!DirectText.IsId(key)) return false;
        // Rows mostly name those above in the order in which these came.
        row = _last.Next;
        if (_writer is null) row = _builder.Table(BaseTables.Region).Rows.Find(key, -1);
        else if (!_writer.IsAt(row, key, above)) row = _writer.Find(key, above);
        if (row >= 0) _last.Keep(key, above, row);
        return row >= 0;
    }

    /// <summary>How many plain records name the same row above, the first one counted.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="first">One of which <see cref="TryFindDirect"/> has found it.</param>
    /// <param name="count">The most records to look at.</param>
    public int CountSame(RecordBatch batch, int first, int count)
    {
        if (_mapped is null) return count;
        int same = batch.CountSame(first, count, _key[0]);
        return _above?.CountSame(batch, first, same) ?? same;
    }

    private int DefaultRegion() => _child.Parent == BaseTables.Region && _child.Name != BaseTables.Region && _region is { } code ? _builder.Region(code) : -1;

    private int Region(string id)
    {
        string text = RowId.Join(_records, _key);
        if (text.Length == 0) return DefaultRegion();
        if (RegionCode.TryParse(text, out RegionCode code)) return _builder.Region(code);
        // Repeated columns repeat the code; the school has it wrong only once.
        if (_malformed.Add((id, text))) _builder.Report(new Diagnostic(DiagnosticCodes.RegionCodeMalformed, _records.Span, DataExcerpt.Of(text, _child, _builder.Schema)));
        IsMisplaced = true;
        return -1;
    }

    private Diagnostic? FindRow(MappedParent mapped, string id, out int row)
    {
        row = -1;
        if (RowId.Unusable(_records, _key) is >= 0 and int bad) return RecordTrouble.Id(_records, bad, mapped.Table, _builder.Schema);
        string key = RowId.Join(_records, _key);
        if (key.Length == 0) return new Diagnostic(DiagnosticCodes.CsvNoParent, _records.Span, _child.Name, DataExcerpt.Of(id, _child, _builder.Schema), mapped.Table.Name);
        int above = -1;
        if (_above?.Find(key, out above) is { } orphan) return orphan;
        if (_writer is null) return null;
        row = _writer.Find(key, above);
        if (row < 0 && mapped.Made) row = Make(_writer, key, above);
        if (row < 0) return new Diagnostic(DiagnosticCodes.OrphanRow, _records.Span, _child.Name, DataExcerpt.Of(id, _child, _builder.Schema), mapped.Table.Name, DataExcerpt.Of(key, mapped.Table, _builder.Schema));
        if (mapped.Made) Compare(row, key, _writer);
        return null;
    }

    private int Make(RowWriter writer, string key, int above)
    {
        int row = writer.Add(key, above);
        if (_above is { IsMisplaced: true }) _builder.Misplace(writer.Schema, row);
        return row;
    }

    // Repeated columns should repeat the same; the first record counts, and each field that differs later is reported once a row.
    private void Compare(int row, string key, RowWriter writer)
    {
        if (writer.Fields.IsEmpty) return;
        if (!_repeated.First.TryGetValue(row, out string[]? first))
        {
            _repeated.First.Add(row, [.. writer.Fields.Select(f => f.Cell(_records))]);
            return;
        }

        for (int field = 0; field < first.Length; field++)
        {
            FieldCells cells = writer.Fields[field];
            if (_records.Chars(cells.Column).SequenceEqual(first[field]) || !_repeated.Differing.Add((row, field))) continue;
            _builder.Report(new Diagnostic(DiagnosticCodes.CsvParentDiffers, _records.SpanOf(cells.Column), writer.Schema.Name, Shown(key), cells.Field.Name, Shown(cells.Cell(_records)), Shown(first[field])));
        }

        string Shown(string text) => DataExcerpt.Of(text, writer.Schema, _builder.Schema);
    }
}
