using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using CsvHelper;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The records of a CSV file as rows, with titles of any width above the names.</summary>
internal sealed class CsvRows : CellRows
{
    private readonly DataFile _file;
    private readonly bool _isChinese;
    private readonly SheetShape _shape;
    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private readonly Queue<Diagnostic> _passedOver = new();
    private CellContent[] _cells = [];
    private Diagnostic? _malformed;
    private bool _isAhead;
    private int _columns;
    private int _number;

    /// <summary>Opens a file.</summary>
    /// <exception cref="WorkbookException">It cannot be read as text.</exception>
    public CsvRows(DataFile file, bool isChinese, SheetShape shape)
    {
        _file = file;
        _isChinese = isChinese;
        _shape = shape;
        _stream = file.Open();
        TextEncodingMark mark = CsvText.Mark(_stream);
        _reader = CsvReader.Create(_stream, CsvText.Options(isChinese && mark == TextEncodingMark.None, CsvFieldCountHandling.Allow, PassOver), true);
        if (mark != TextEncodingMark.Utf16) return;
        Dispose();
        throw new WorkbookException(new Diagnostic(DiagnosticCodes.CsvUtf16, At(1)));
    }

    public override int Number => _number;

    public override int Width => _cells.Length;

    public override bool KnowsMerged => false;

    public override SourceSpan Span => At(_reader.LineNumber);

    public override CellContent this[int column] => column < _cells.Length ? _cells[column] : default;

    // Above the last names every row is needed; in a table on its side that is every row.
    private bool IsHead => _shape.IsTransposed || _number <= _shape.LastHeader;

    public override bool Next()
    {
        bool isRecord = _isAhead || _passedOver.Count > 0 || Advance();
        if (!isRecord && _passedOver.Count == 0) return false;
        _number++;
        bool isPassedOver = _passedOver.TryDequeue(out _malformed);
        _isAhead |= isPassedOver && isRecord;
        _cells = [];
        if (isPassedOver) return !IsHead ? true : throw new WorkbookException(_malformed!);
        _isAhead = false;
        Take();
        return true;
    }

    public override Diagnostic? Malformed(int width)
    {
        if (_malformed is not null || _cells.Length == _columns || _shape.IsTransposed || _cells.All(c => c.IsEmpty)) return _malformed;
        return new Diagnostic(DiagnosticCodes.CsvFieldCount, Span, _columns.ToString(CultureInfo.InvariantCulture));
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private void Take()
    {
        if (!CsvText.IsText(_reader.RawRecord, _isChinese)) _malformed = new Diagnostic(CsvText.NotText(_isChinese), Span);
        if (_malformed is not null && IsHead) throw new WorkbookException(_malformed);
        _cells = [.. Enumerable.Range(0, _reader.FieldCount).Select(column => CellContent.Of(Encoding.UTF8.GetString(_reader.GetSpan(column))))];
        if (_number >= _shape.FirstHeader && _number <= _shape.LastHeader) _columns = Math.Max(_columns, _cells.Length);
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException trouble)
        {
            throw new WorkbookException(new Diagnostic(DiagnosticCodes.CsvRecordTooLong, At(trouble.LineNumber), "1 MiB"));
        }
    }

    private void PassOver(CsvMalformedRecord bad) =>
        _passedOver.Enqueue(new Diagnostic(bad.Reason == CsvMalformedReason.UnterminatedQuote ? DiagnosticCodes.CsvOpenQuote : DiagnosticCodes.CsvQuote, At(bad.LineNumber)));

    private SourceSpan At(long line) => new(_file.Name, (int)Math.Clamp(line, 1, int.MaxValue), 0);
}
