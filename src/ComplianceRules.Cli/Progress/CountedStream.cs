namespace ComplianceRules.Cli.Progress;

/// <summary>Tells how much of a stream has been read; what is read again counts once.</summary>
/// <param name="below">The stream; it is closed with this one.</param>
/// <param name="tally">What has been read of it before and what is read now.</param>
internal sealed class CountedStream(Stream below, ReadTally tally) : Stream
{
    private long _at;

    public override bool CanRead => below.CanRead;

    public override bool CanSeek => below.CanSeek;

    public override bool CanWrite => false;

    public override long Length => below.Length;

    public override long Position
    {
        get => below.Position;
        set => below.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(below.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(below.Read(buffer));

    public override long Seek(long offset, SeekOrigin origin) => below.Seek(offset, origin);

    public override void Flush() => below.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) below.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        _at = CanSeek ? below.Position : _at + read;
        tally.ReadUpTo(_at);
        return read;
    }
}
