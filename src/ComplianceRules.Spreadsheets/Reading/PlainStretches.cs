using System.Text;
using ComplianceRules.Facts;
using CsvHelper;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Goes through a file by turns: plain records many at once, and by CsvHelper from the first byte of any other.</summary>
/// <remarks>
/// CsvHelper says what every record means that is not plain, and where the first one behind it begins: a stretch of plain records begins only at a record that it has found to be
/// one, byte for byte. The stretches that it is left grow, so that a file with a quote in every line is read as if there were no others.
/// </remarks>
internal sealed class PlainStretches
{
    private const int ShortestStretch = 64;
    private const int LongestStretch = 1 << 24;

    private readonly Stream _stream;
    private readonly Func<Stream, CsvReader> _begin;
    private readonly PlainRecords _plain;
    private readonly byte[] _header;
    private RecordBatch? _first;
    private bool? _held;
    private long _bytesBefore;
    private long _enteredAt;
    private int _stretch = ShortestStretch;
    private int _left;
    private bool _isOff;

    /// <summary>Begins with a file whose header has been read.</summary>
    /// <param name="stream">The file; can be sought in.</param>
    /// <param name="reader">Has read the header.</param>
    /// <param name="begin">Makes another reader of the same kind.</param>
    public PlainStretches(Stream stream, CsvReader reader, Func<Stream, CsvReader> begin)
    {
        _stream = stream;
        _begin = begin;
        Reader = reader;
        _plain = new PlainRecords(stream, reader.Headers.Count);
        // Names do not matter to a reader begun in the midst of the file, only how many they are.
        _header = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(1, reader.Headers.Count)) + "\n");
    }

    /// <summary>Reads what is not plain.</summary>
    public CsvReader Reader { get; private set; }

    /// <summary>What is to be added to the lines that <see cref="Reader"/> counts.</summary>
    public long LinesBefore { get; private set; }

    /// <summary>How far reading has come, in bytes.</summary>
    public long Offset => IsInside ? _plain.Offset : Reader.ByteOffset + _bytesBefore;

    /// <summary>Whether the records that come next may be plain.</summary>
    public bool IsDue => !_isOff && _left == 0 && _held is null;

    /// <summary>Whether the place is known where the next record begins.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Whether the last plain records had a letter outside ASCII.</summary>
    public bool HasLetters => _plain.HasLetters;

    /// <summary>What <see cref="Reader"/> has found already where the next record is asked for; null where it has not been asked.</summary>
    public bool? Held
    {
        get
        {
            bool? held = _held;
            if (held == true) _held = null;
            return held;
        }
    }

    /// <summary>Keeps what the reader found.</summary>
    /// <param name="isThere">Whether it stands on a record.</param>
    public void Hold(bool isThere) => _held = isThere;

    /// <summary>Counts a record that is read by <see cref="Reader"/>.</summary>
    public void CountOne() => _left = Math.Max(0, _left - 1);

    /// <summary>Begins a stretch of plain records with the one that is held.</summary>
    /// <returns>Whether it is plain; where not, it is still held.</returns>
    public bool TryEnter()
    {
        long position = _stream.Position;
        _plain.Seek(Reader.ByteOffset + _bytesBefore, Reader.LineNumber + LinesBefore);
        _enteredAt = _plain.Line;
        _first = _plain.Next();
        // Where both do not see the same bytes the file is in an encoding that CsvHelper knows by itself.
        _isOff = _first is not null && !_first.Record(0).SequenceEqual(Reader.RawRecord);
        if (_first is null || _isOff)
        {
            _stream.Position = position;
            Leave();
            return false;
        }

        (_held, IsInside) = (null, true);
        return true;
    }

    /// <summary>The next plain records; null where <see cref="Reader"/> is to go on.</summary>
    public RecordBatch? Next()
    {
        RecordBatch? batch = _first ?? _plain.Next();
        _first = null;
        if (batch is not null) return batch;
        if (_plain.Offset < _stream.Length) Begin();
        else _held = false;
        Leave();
        return null;
    }

    private void Begin()
    {
        Reader.Dispose();
        _stream.Position = _plain.Offset;
        (_bytesBefore, LinesBefore) = (_plain.Offset - _header.Length, _plain.Line - 2);
        Reader = _begin(new SplicedStream(_header, _stream));
        Reader.ReadHeader();
    }

    private void Leave()
    {
        bool wasShort = _plain.Line - _enteredAt < _stretch;
        _stretch = wasShort ? Math.Min(_stretch * 2, LongestStretch) : ShortestStretch;
        (_left, IsInside) = (_stretch, false);
    }
}
