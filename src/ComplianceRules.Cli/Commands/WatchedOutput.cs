namespace ComplianceRules.Cli.Commands;

/// <summary>Passes bytes on, and remembers where that failed: so that trouble with writing is told apart from trouble with reading.</summary>
/// <remarks>For one thread. Closing it leaves the stream open.</remarks>
/// <param name="below">Takes the bytes.</param>
internal sealed class WatchedOutput(Stream below) : Stream
{
    /// <summary>Whether bytes could not be passed on.</summary>
    public bool IsBroken { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        IsBroken = true;
        below.Write(buffer);
        IsBroken = false;
    }

    public override void Flush() => below.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
