using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The bytes of one part of a workbook, held to bounds while they are inflated and compared with their checksum at the end.</summary>
internal sealed class PartStream(Stream inner, PartBounds bounds) : Stream
{
    private const uint Polynomial = 0xEDB88320;
    private const int LongestNode = 32 * 1024 * 1024;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(b => Enumerable.Range(0, 8).Aggregate((uint)b, (crc, _) => (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial))];

    private long _read;
    private long _marked;
    private uint _crc = uint.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says that a node of the text has been taken in: none may be longer than some bound.</summary>
    public void Mark() => _marked = _read;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        _read += count;
        if (_read > bounds.Most || _read - _marked > LongestNode) throw new WorkbookException(new Diagnostic(DiagnosticCodes.WorkbookTooLarge, bounds.Span, bounds.Part));
        foreach (byte b in buffer[..count]) _crc = Table[(byte)(_crc ^ b)] ^ (_crc >> 8);
        bool isEnd = count == 0 && buffer.Length > 0;
        return isEnd && (_read != bounds.Length || ~_crc != bounds.Checksum) ? throw new InvalidDataException(bounds.Part) : count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
