using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads a snapshot in JSON: what stands at its top, and the lists of rows.</summary>
internal sealed class JsonSnapshotReader
{
    private const string Version = "1";
    private const string TableName = "snapshot";

    private static readonly string[] OwnKeys = ["$schema", "schemaVersion", "date", "title", "covers", "calendar", "note"];

    private readonly JsonCursor _cursor;
    private readonly SnapshotBuilder _builder;
    private readonly JsonCellReader _cells;
    private readonly JsonRowReader _rows;
    private DateOnly? _date;
    private string? _title;
    private bool _hasVersion;

    private JsonSnapshotReader(JsonCursor cursor, SnapshotBuilder builder)
    {
        _cursor = cursor;
        _builder = builder;
        _cells = new JsonCellReader(cursor, builder);
        _rows = new JsonRowReader(cursor, builder, isCase: false);
    }

    public static void Read(JsonCursor cursor, SnapshotBuilder builder)
    {
        JsonSnapshotReader reader = new(cursor, builder);
        try
        {
            reader.ReadToEnd();
            reader._rows.Finish();
        }
        catch (DataReadingException stop)
        {
            reader.Stop(stop);
        }

        builder.Describe(reader._date, reader._title);
    }

    private void Stop(DataReadingException stop)
    {
        if (stop.Problem is not { } found) return;
        Diagnostic problem = _rows.Shown(found);
        _rows.RemoveOpen();
        bool goesOn = _hasVersion ? _builder.Refuse(problem) : _builder.Fail(problem);
        if (!goesOn) return;
        try
        {
            _rows.Finish();
        }
        catch (DataReadingException)
        {
            // Enough problems were found; all of them are in the builder.
        }
    }

    private void ReadToEnd()
    {
        _cursor.Begin();
        _cursor.Read();
        SourceSpan start = _cursor.Span;
        if (_cursor.Kind != JsonTokenType.StartObject)
        {
            _builder.Fail(new Diagnostic(DiagnosticCodes.DataObjectExpected, start, TableName));
            return;
        }

        while (_cursor.Read() && _cursor.Kind == JsonTokenType.PropertyName)
        {
            ReadMember(_cursor.Text);
            if (_cursor.TakeSpoiled() is { } spoiled) _builder.Fail(spoiled);
        }

        _cursor.Read();
        if (!_hasVersion) _builder.Fail(new Diagnostic(DiagnosticCodes.SnapshotVersion, start));
    }

    private void ReadMember(string key)
    {
        SourceSpan span = _cursor.Span;
        _cursor.Read();
        switch (key)
        {
            case "schemaVersion":
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
                _builder.Report(new Diagnostic(DiagnosticCodes.UnusedSnapshotKey, span, key));
                _cursor.SkipValue();
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
        _hasVersion = true;
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
            _rows.ReadTop(_builder.Table(table.Name), key);
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
