namespace ComplianceRules.Tests.Facts;

/// <summary>Gives a few bytes at a time, as a pipe may.</summary>
internal sealed class DrippingStream(byte[] bytes) : Stream
{
    private const int Most = 777;

    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int now = Math.Min(Math.Min(count, Most), bytes.Length - _at);
        Array.Copy(bytes, _at, buffer, offset, now);
        _at += now;
        return now;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
