using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads rows from JSON: their fields and, to any depth, the lists of rows below them.</summary>
/// <remarks>For snapshots and for the facts of cases. The nesting is bounded by the cursor's.</remarks>
internal sealed class JsonRowReader
{
    /// <summary>The key that every row may have, and no snapshot at its top.</summary>
    public const string IdKey = "id";

    private const string NoteKey = "note";
    private const string PacksKey = "packs";
    private const string CodeKey = "code";

    private readonly JsonCursor _cursor;
    private readonly SnapshotBuilder _builder;
    private readonly JsonCellReader _cells;
    private readonly JsonRowPlacer _placer;
    private readonly bool _isCase;
    private readonly TableBuilder[] _tables;
    private readonly Stack<JsonRowFrame> _open = new();
    private RowScanner? _scanner;

    public JsonRowReader(JsonCursor cursor, SnapshotBuilder builder, bool isCase)
    {
        _cursor = cursor;
        _builder = builder;
        _cells = new JsonCellReader(cursor, builder);
        _placer = new JsonRowPlacer(builder, isCase);
        _isCase = isCase;
        _tables = [.. builder.Tables];
    }

    /// <summary>Keys that no field takes, and that were listed already: each is listed once.</summary>
    public HashSet<(string Table, string Key)> UnknownKeys { get; init; } = [];

    /// <summary>Whether rows are read token by token alone.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A key at which an object without id is no row but a header; null where there are no headers.</summary>
    public string? HeaderKey { get; init; }

    // What a case leaves out is made up for row by row.
    private RowScanner? Scanner => IsPlain || _isCase ? null : _scanner ??= new RowScanner(_cursor, _builder, this);

    /// <summary>Reads a list of rows that stand below no other.</summary>
    public void ReadTop(TableBuilder table, string key) => ReadList(table, key, -1, null);

    /// <summary>Reads a row that stands below no other, and that nothing follows.</summary>
    public void ReadAlone(TableBuilder table)
    {
        if (Scanner?.ReadAlone(table) == true) return;
        _cursor.Read();
        if (_cursor.Kind != JsonTokenType.StartObject) throw new DataReadingException(new Diagnostic(DiagnosticCodes.DataObjectExpected, _cursor.Span, table.Schema.Children));
        CloseAlone(ReadMembers(table, -1));
    }

    /// <summary>Takes up a row whose object has ended, and that nothing may follow.</summary>
    public void CloseAlone(JsonRowFrame frame)
    {
        _cursor.Read();
        if (frame.Id is null && frame.IsHeader) throw new DataReadingException(new Diagnostic(DiagnosticCodes.NdjsonHeaderAgain, frame.Span));
        Close(frame);
    }

    /// <summary>Reads what is left of a list of rows, its end included.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The list's name.</param>
    /// <param name="parent">The row above; -1 where the nesting says none.</param>
    /// <param name="begun">How the cursor stood when the list had just begun.</param>
    /// <returns>Whether that was all; else the builder is full.</returns>
    public bool ReadElements(TableBuilder table, string key, int parent, JsonReaderState begun)
    {
        while (true)
        {
            Scanner?.ReadRows(table, parent, begun);
            if (parent < 0 && _builder.IsFull) return false;
            if (!_cursor.Read() || _cursor.Kind == JsonTokenType.EndArray) return true;
            ReadElement(table, key, parent);
        }
    }

    /// <summary>Takes up a row whose object somebody else has begun to read.</summary>
    public void Open(JsonRowFrame frame) => _open.Push(frame);

    /// <summary>Takes the parents of the rows that named theirs before it was read.</summary>
    public void Finish()
    {
        _scanner?.Finish();
        _placer.Finish();
    }

    /// <summary>Takes up a row whose object has ended.</summary>
    /// <remarks>Until then, trouble takes the row out with all below it.</remarks>
    public void Close(JsonRowFrame frame)
    {
        TableBuilder table = frame.Table;
        _open.Pop();
        Diagnostic? spoiled = _cursor.TakeSpoiled();
        if (spoiled is not null) _placer.Refuse(IsOfPerson(frame) ? WithoutContent(spoiled) : spoiled);
        if (spoiled is not null || !_placer.Place(frame)) Remove(frame);
        else if (table.Schema.Name == BaseTables.YearGroup) GiveGrade(frame);
    }

    /// <summary>Reads a member of a row; the cursor stands on its name.</summary>
    public void ReadMember(JsonRowFrame frame, string key)
    {
        TableSchema schema = frame.Table.Schema;
        _cursor.Read();
        if (key == IdKey) ReadId(frame, schema.Name, key);
        else if (schema.Field(key) is { } field) ReadField(frame, field);
        else if (key == NoteKey) _cursor.SkipValue();
        else if (key == PacksKey && schema.Name == BaseTables.School) ReadPacks(frame);
        else if (key == schema.Parent && (frame.Parent < 0 || schema.Parent == BaseTables.Region)) ReadParent(frame, schema.Name, key);
        else if (_builder.Schema.List(schema.Name, key) is { } list) ReadChildren(frame, list);
        else ReportUnknownKey(frame, key);
    }

    /// <summary>Whether the value of a key says nothing, and nothing more is to be said of it.</summary>
    public bool IsPassedOver(TableSchema table, string key) =>
        UnknownKeys.Contains((table.Name, key)) && key != HeaderKey && key != table.Parent;

    /// <summary>What made the rest unreadable, as it may be shown: nothing of the person whose row is open.</summary>
    public Diagnostic Shown(Diagnostic problem) => _open.Any(IsOfPerson) ? WithoutContent(problem) : problem;

    /// <summary>Leaves out the outermost row that is being read, with all below it.</summary>
    public void RemoveOpen()
    {
        if (_open.TryPeek(out _)) Remove(_open.Last());
        _open.Clear();
    }

    private void ReadList(TableBuilder table, string key, int parent, JsonRowFrame? giver)
    {
        if (_cursor.Kind == JsonTokenType.Null) return;
        if (_cursor.Kind != JsonTokenType.StartArray)
        {
            _placer.Refuse(new Diagnostic(DiagnosticCodes.DataListExpected, _cursor.Span, key));
            _cursor.SkipValue();
            return;
        }

        giver?.Table.ReportList(giver.Row, key);
        ReadElements(table, key, parent, _cursor.State);
    }

    private void ReadElement(TableBuilder table, string key, int parent)
    {
        if (_cursor.Kind == JsonTokenType.StartObject)
        {
            Close(ReadMembers(table, parent));
            return;
        }

        _placer.Refuse(new Diagnostic(DiagnosticCodes.DataObjectExpected, _cursor.Span, key));
        _cursor.SkipValue();
    }

    private JsonRowFrame ReadMembers(TableBuilder table, int parent)
    {
        int[] marks = Array.ConvertAll(_tables, t => t.Rows.Length);
        JsonRowFrame frame = new(table, table.Rows.Reserve(), _cursor.Span, marks);
        frame.PutBelow(parent);
        table.Locate(frame.Row, frame.Span);
        _open.Push(frame);
        while (_cursor.Read() && _cursor.Kind == JsonTokenType.PropertyName) ReadMember(frame, _cursor.Text);
        return frame;
    }

    private void ReadField(JsonRowFrame frame, FieldSchema field)
    {
        // The code of a region is its id too.
        if (field.Name == CodeKey && frame.Table.Schema.Name == BaseTables.Region) ReadId(frame, BaseTables.Region, CodeKey);
        else _cells.Read(frame.Table, frame.Row, field);
    }

    private void ReadId(JsonRowFrame frame, string table, string key)
    {
        SourceSpan span = _cursor.Span;
        if (ReadKey(table, key) is not { } given || RowId.Of(given) is not { Length: > 0 } id) return;
        if (frame.Id is not null && frame.Id != id)
            _builder.Report(new Diagnostic(DiagnosticCodes.CellOutOfRange, span, table, key, DataExcerpt.Of(id, frame.Table.Schema, _builder.Schema)));
        else
            frame.Identify(id, span);
    }

    private void ReadParent(JsonRowFrame frame, string table, string key)
    {
        SourceSpan span = _cursor.Span;
        if (ReadKey(table, key) is { } parent) frame.NameParent(parent, span);
    }

    // An id may be written as a whole number; it is taken as it is written.
    private string? ReadKey(string table, string key)
    {
        bool isText = _cursor.Kind == JsonTokenType.String && _cursor.Text.Length > 0;
        if (isText || (_cursor.Kind == JsonTokenType.Number && _cursor.Text.All(char.IsAsciiDigit))) return _cursor.Text;
        if (_cursor.Kind != JsonTokenType.Null) _cells.ReportWrongType(_cursor.Span, table, key, "text");
        _cursor.SkipValue();
        return null;
    }

    private void ReadPacks(JsonRowFrame frame)
    {
        if (_cursor.Kind == JsonTokenType.Null) return;
        if (_cells.ReadTexts(BaseTables.School, PacksKey) is { } packs) _builder.NamePacks(frame.Row, [.. packs]);
    }

    private void ReadChildren(JsonRowFrame frame, TableSchema list)
    {
        string table = frame.Table.Schema.Name;
        bool ofYearGroup = table == BaseTables.YearGroup && list.Name == BaseTables.Class;
        if (ofYearGroup && frame.Parent < 0 && _isCase) frame.PutBelow(_placer.MakeRow(BaseTables.School));
        if (list.Parent == table) ReadList(_builder.Table(list.Name), list.Children, frame.Row, frame);
        else if (ofYearGroup && frame.Parent >= 0) ReadList(_builder.Table(list.Name), list.Children, frame.Parent, frame);
        else
        {
            _placer.Refuse(new Diagnostic(DiagnosticCodes.MisplacedList, _cursor.NameSpan, list.Children, table, list.Parent ?? string.Empty));
            _cursor.SkipValue();
        }
    }

    private void ReportUnknownKey(JsonRowFrame frame, string key)
    {
        TableSchema schema = frame.Table.Schema;
        if (key == HeaderKey) frame.TakeForHeader();
        SourceSpan span = _cursor.NameSpan;
        _cursor.SkipValue();
        if (!UnknownKeys.Add((schema.Name, key))) return;
        IEnumerable<string> known = [IdKey, NoteKey, .. schema.Fields.Keys, .. _builder.Schema.Lists(schema.Name).Select(t => t.Children), .. OtherKeys(schema)];
        _builder.Report(new Diagnostic(DiagnosticCodes.UnknownRowKey, span, schema.Name, DataExcerpt.Of(key)) { DidYouMean = NearestName.Of(key, known) });
    }

    private bool IsOfPerson(JsonRowFrame frame) => _builder.Schema.IsPersonal(frame.Table.Schema.Name);

    // The other problems of unreadable JSON show only how large or deep it may be.
    private static Diagnostic WithoutContent(Diagnostic problem) => problem.Code == DiagnosticCodes.DataNotJson || problem.Code == DiagnosticCodes.DataDuplicateName
        ? new Diagnostic(problem.Code, problem.Span, DataExcerpt.Hidden)
        : problem;

    private static IEnumerable<string> OtherKeys(TableSchema schema) =>
        schema.Name == BaseTables.School ? [BaseTables.Region, PacksKey] : schema.Parent is null ? [] : [schema.Parent];

    // Classes listed below a year group are of its grade, which may be read after them.
    private void GiveGrade(JsonRowFrame group)
    {
        TableBuilder classes = _builder.Table(BaseTables.Class);
        if (group.Table.NumberAt(group.Row, StageFacts.Grade) is not { } grade || classes.Schema.Field(StageFacts.Grade) is not { } field) return;
        for (int row = group.Marks[Array.IndexOf(_tables, classes)]; row < classes.Rows.Length; row++)
        {
            if (classes.Rows.IsRemoved(row)) continue;
            if (!classes.IsGiven(row, StageFacts.Grade)) classes.SetNumber(row, field, grade);
            if (classes.NumberAt(row, StageFacts.Grade) is { } own && own != grade)
                _builder.Report(new Diagnostic(DiagnosticCodes.GradeElsewhere, classes.Rows.Span(row), DataExcerpt.Of(classes.Rows.Id(row), classes.Schema, _builder.Schema), Text(own), Text(grade)));
        }
    }

    private static string Text(double grade) => grade.ToString(CultureInfo.InvariantCulture);

    private void Remove(JsonRowFrame frame)
    {
        for (int table = 0; table < _tables.Length; table++)
        {
            RowStore rows = _tables[table].Rows;
            for (int row = frame.Marks[table]; row < rows.Length; row++)
            {
                if (!rows.IsMade(row)) rows.Remove(row);
            }
        }
    }
}
