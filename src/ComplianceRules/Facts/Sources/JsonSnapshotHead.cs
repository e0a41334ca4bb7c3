using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads what stands at the top of a snapshot: its own keys, and lists of rows.</summary>
/// <remarks>The whole document in JSON, the first line in NDJSON.</remarks>
internal sealed class JsonSnapshotHead
{
    /// <summary>The key that every snapshot has at its top, and no row.</summary>
    public const string VersionKey = "schemaVersion";

    private const string Version = "1";
    private const string TableName = "snapshot";

    private static readonly string[] OwnKeys = ["$schema", VersionKey, "date", "title", "covers", "calendar", "note"];

    private readonly JsonCursor _cursor;
    private readonly SnapshotBuilder _builder;
    private readonly JsonCellReader _cells;
    private readonly JsonRowReader _rows;
    private DateOnly? _date;
    private string? _title;

    public JsonSnapshotHead(JsonCursor cursor, SnapshotBuilder builder, JsonRowReader rows)
    {
        _cursor = cursor;
        _builder = builder;
        _cells = new JsonCellReader(cursor, builder);
        _rows = rows;
    }

    /// <summary>A key that tells that the object is something else, which ends the reading; null where there is none.</summary>
    public string? ForeignKey { get; init; }

    /// <summary>Reads the list of schools that begins here; null where it is read as every other.</summary>
    public Action? Schools { get; init; }

    /// <summary>What is said of an object with a foreign key or without a version.</summary>
    public DiagnosticCode Missing { get; init; } = DiagnosticCodes.SnapshotVersion;

    /// <summary>Whether a version was given, be it a wrong one.</summary>
    public bool HasVersion { get; private set; }

    /// <summary>Reads the object that begins here, and that nothing follows.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Read()
    {
        _cursor.Read();
        SourceSpan start = _cursor.Span;
        if (_cursor.Kind != JsonTokenType.StartObject)
        {
            _builder.Fail(new Diagnostic(DiagnosticCodes.DataObjectExpected, start, TableName));
            return false;
        }

        while (_cursor.Read() && _cursor.Kind == JsonTokenType.PropertyName)
        {
            if (_cursor.Text == ForeignKey) throw new DataReadingException(new Diagnostic(Missing, start));
            ReadMember(_cursor.Text);
            if (_cursor.TakeSpoiled() is { } spoiled) _builder.Fail(spoiled);
        }

        _cursor.Read();
        if (!HasVersion) _builder.Fail(new Diagnostic(Missing, start));
        return true;
    }

    /// <summary>Hands over what describes the snapshot, as far as it was read.</summary>
    public void Describe() => _builder.Describe(_date, _title);

    private void ReadMember(string key)
    {
        SourceSpan span = _cursor.Span;
        _cursor.Read();
        switch (key)
        {
            case VersionKey:
                ReadVersion();
                break;
            case "date":
                ReadDate();
                break;
            case "title":
                ReadTitle();
                break;
            case "covers":
                ReadCovers();
                break;
            case "calendar":
                new JsonCalendarReader(_cursor, _builder, _cells).Read();
                break;
            case "$schema" or "note":
                _cursor.SkipValue();
                break;
            default:
                ReadRows(key, span);
                break;
        }
    }

    private void ReadVersion()
    {
        bool isRight = _cursor.Kind == JsonTokenType.Number && _cursor.Text == Version;
        if (!isRight) _builder.Fail(new Diagnostic(DiagnosticCodes.SnapshotVersion, _cursor.Span));
        HasVersion = true;
        _cursor.SkipValue();
    }

    private void ReadDate()
    {
        if (_cursor.Kind == JsonTokenType.Null) return;
        if (_cursor.Kind == JsonTokenType.String && JsonCellReader.TryDate(_cursor.Text, out DateOnly day)) _date = day;
        else ReportWrongType("date", "date");
    }

    private void ReadTitle()
    {
        if (_cursor.Kind == JsonTokenType.Null) return;
        if (_cursor.Kind == JsonTokenType.String) _title = _cursor.Text;
        else ReportWrongType("title", "text");
    }

    private void ReadCovers()
    {
        if (_cursor.Kind == JsonTokenType.Null) return;
        if (_cursor.Kind != JsonTokenType.StartArray)
        {
            ReportWrongType("covers", "list");
            return;
        }

        while (_cursor.Read() && _cursor.Kind != JsonTokenType.EndArray)
        {
            SourceSpan span = _cursor.Span;
            if (RegionCode.TryParse(_cursor.Text, out RegionCode code)) _builder.Cover(code);
            else _builder.Report(new Diagnostic(DiagnosticCodes.RegionCodeMalformed, span, DataExcerpt.Of(_cursor.Text)));
            _cursor.SkipValue();
        }
    }

    private void ReadRows(string key, SourceSpan span)
    {
        TableSchema? table = _builder.Schema.Tables.Values.FirstOrDefault(t => t.Children == key);
        if (table is not null)
        {
            if (Schools is not null && table.Name == BaseTables.School) Schools();
            else _rows.ReadTop(_builder.Table(table.Name), key);
            return;
        }

        IEnumerable<string> known = [.. OwnKeys, .. _builder.Schema.Tables.Values.Select(t => t.Children)];
        _builder.Report(new Diagnostic(DiagnosticCodes.UnknownSnapshotKey, span, DataExcerpt.Of(key)) { DidYouMean = NearestName.Of(key, known) });
        _cursor.SkipValue();
    }

    private void ReportWrongType(string key, string type)
    {
        _cells.ReportWrongType(_cursor.Span, TableName, key, type);
        _cursor.SkipValue();
    }
}
