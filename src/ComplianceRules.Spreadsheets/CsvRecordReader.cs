using System.Buffers;
using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;
using CsvHelper;

namespace ComplianceRules.Spreadsheets;

/// <summary>The records of one file, one at a time; those that are malformed are refused on the way.</summary>
internal sealed class CsvRecordReader : RecordReader
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(", \t\r\n\""u8);

    private readonly DataFile _file;
    private readonly SnapshotBuilder _builder;
    private readonly bool _isChinese;
    private readonly bool _readsTexts;
    private readonly Queue<(long Line, CsvMalformedReason Reason)> _malformed = new();
    private Stream? _stream;
    private CsvReader? _reader;
    private PlainStretches? _plain;
    private RecordBatch? _batch;
    private int _record;
    private long _length;
    private bool _isUtf8;
    private char[] _cell = new char[256];

    /// <summary>Makes a reader.</summary>
    /// <param name="file">The file.</param>
    /// <param name="builder">Takes the problems.</param>
    /// <param name="isChinese">Whether it is in GB18030; else in UTF-8.</param>
    /// <param name="readsTexts">Whether cells are had as texts only, never as bytes.</param>
    public CsvRecordReader(DataFile file, SnapshotBuilder builder, bool isChinese, bool readsTexts)
    {
        _readsTexts = readsTexts;
        _file = file;
        _builder = builder;
        _isChinese = isChinese;
    }

    public override SourceSpan Span => new(_file.Name, Line, 0);

    public override string FileName => _file.Name;

    public override int Line => _batch is null ? LineOf(Reader.LineNumber + LinesBefore) : _batch.Line + _record;

    public override bool HasBytes => !_readsTexts;

    public override (long Read, long Whole) Progress => (_plain?.Offset ?? Reader.ByteOffset, _length);

    private CsvReader Reader => _plain?.Reader ?? _reader ?? throw new InvalidOperationException("the header has not been read");

    // What the reader does not count, since it was begun in the midst of the file.
    private long LinesBefore => _plain?.LinesBefore ?? 0;

    public override RecordHeader? ReadHeader()
    {
        _stream = _file.Open();
        _length = _stream.Length;
        TextEncodingMark mark = CsvText.Mark(_stream);
        if (mark == TextEncodingMark.Utf16) return Fail(DiagnosticCodes.CsvUtf16, 1);
        _reader = Create(_stream, _isChinese && mark == TextEncodingMark.None);
        try
        {
            _reader.ReadHeader();
        }
        catch (CsvFormatException)
        {
            return Fail(DiagnosticCodes.CsvRecordTooLong, 1, "1 MiB");
        }

        // The reader would take the next record for the header.
        if (_malformed.TryPeek(out (long Line, CsvMalformedReason) bad)) return Fail(DiagnosticCodes.CsvHeaderMalformed, bad.Line);
        if (_reader.Headers.Count == 0) return Fail(DiagnosticCodes.CsvEmpty, 1);
        if (_reader.Headers.Any(h => h.Contains('\uFFFD', StringComparison.Ordinal))) return Fail(IsProbablyChinese() ? DiagnosticCodes.CsvProbablyGb18030 : NotText, 1);
        if (Separator(_reader.Headers) is { } separator) return Fail(DiagnosticCodes.CsvSeparator, 1, separator);
        if (HasBytes && !_isChinese && _reader.Headers.Count > 1) _plain = new PlainStretches(_stream, _reader, rest => Create(rest, isChinese: false));
        return new RecordHeader(_reader.Headers, At(1));
    }

    public override RecordBatch? NextBatch()
    {
        _batch = null;
        if (_plain is not { IsDue: true }) return null;
        if (!_plain.IsInside)
        {
            bool isThere = Read();
            _plain.Hold(isThere);
            if (!isThere || _malformed.Count > 0 || !_plain.TryEnter()) return null;
        }

        _batch = _plain.Next();
        _isUtf8 |= _batch is not null && _plain.HasLetters;
        return _batch;
    }

    public override void GoTo(int record) => _record = record;

    public override bool Next(out bool goOn)
    {
        goOn = true;
        _batch = null;
        _plain?.CountOne();
        while (goOn && Advance())
        {
            goOn = RefuseMalformed();
            if (!goOn || IsText()) return goOn;
            if (IsProbablyChinese())
            {
                _ = Fail(DiagnosticCodes.CsvProbablyGb18030, Line);
                return false;
            }

            _isUtf8 = true;
            goOn = _builder.Refuse(new Diagnostic(NotText, Span));
        }

        goOn = goOn && RefuseMalformed();
        return false;
    }

    public override bool IsBlank => (_batch is null ? Reader.RawRecord : _batch.Record(_record)).IndexOfAnyExcept(Blanks) < 0;

    public override ReadOnlySpan<char> Chars(int column)
    {
        ReadOnlySpan<byte> bytes = _batch is null ? Reader.GetSpan(column) : _batch.Cell(_record, column);
        if (bytes.Length > _cell.Length) _cell = new char[bytes.Length];
        return _cell.AsSpan(0, Encoding.UTF8.GetChars(bytes, _cell)).Trim();
    }

    public override ReadOnlySpan<byte> Bytes(int column) => _batch is null ? Reader.GetRawSpan(column) : _batch.Cell(_record, column);

    public override void Dispose()
    {
        _plain?.Reader.Dispose();
        _reader?.Dispose();
        _stream?.Dispose();
    }

    private DiagnosticCode NotText => CsvText.NotText(_isChinese);

    // A table has two columns at least; one name with such a sign in it is a whole line.
    private static string? Separator(IReadOnlyList<string> headers)
    {
        if (headers is not [string only]) return null;
        int at = only.AsSpan().IndexOfAny(CsvText.OtherSeparators);
        return at < 0 ? null : CsvText.NameOf(only[at]);
    }

    // Chinese text in UTF-8 before the place that is none would be a strange file in GB18030.
    private bool IsProbablyChinese() => !_isChinese && !_isUtf8 && EncodingGuess.CanBeGb18030(_file);

    private CsvReader Create(Stream stream, bool isChinese) =>
        CsvReader.Create(stream, CsvText.Options(isChinese, CsvFieldCountHandling.Skip, bad => _malformed.Enqueue((bad.LineNumber + LinesBefore, bad.Reason))), true);

    private bool Advance() => _plain?.Held ?? Read();

    private bool Read()
    {
        try
        {
            return Reader.Read();
        }
        catch (CsvFormatException trouble)
        {
            _ = RefuseMalformed();
            _ = Fail(DiagnosticCodes.CsvRecordTooLong, trouble.LineNumber + LinesBefore, "1 MiB");
            return false;
        }
    }

    private bool RefuseMalformed()
    {
        while (_malformed.TryDequeue(out (long Line, CsvMalformedReason Reason) bad))
        {
            Diagnostic problem = bad.Reason switch
            {
                CsvMalformedReason.FieldCountMismatch =>
                    new Diagnostic(DiagnosticCodes.CsvFieldCount, At(bad.Line), Reader.Headers.Count.ToString(CultureInfo.InvariantCulture)),
                CsvMalformedReason.UnterminatedQuote => new Diagnostic(DiagnosticCodes.CsvOpenQuote, At(bad.Line)),
                _ => new Diagnostic(DiagnosticCodes.CsvQuote, At(bad.Line)),
            };
            if (!_builder.Refuse(problem)) return false;
        }

        return true;
    }

    private bool IsText()
    {
        ReadOnlySpan<byte> record = Reader.RawRecord;
        bool isText = CsvText.IsText(record, _isChinese);
        _isUtf8 |= isText && !_isUtf8 && !Ascii.IsValid(record);
        return isText;
    }

    private RecordHeader? Fail(DiagnosticCode code, long line, params ReadOnlySpan<string> arguments)
    {
        _builder.Fail(new Diagnostic(code, At(line), arguments));
        return null;
    }

    private SourceSpan At(long line) => new(_file.Name, LineOf(line), 0);

    private static int LineOf(long line) => (int)Math.Clamp(line, 1, int.MaxValue);
}
