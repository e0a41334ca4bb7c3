namespace ComplianceRules.Engine;

/// <summary>Writes bytes as lines of a part, a piece a line.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="part">Takes the lines.</param>
internal sealed class FactPieces(PartWriter part) : Stream
{
    private const int Piece = 48 * 1024;

    private readonly byte[] _piece = new byte[Piece];
    private int _held;

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
        while (!buffer.IsEmpty)
        {
            int taken = Math.Min(buffer.Length, Piece - _held);
            buffer[..taken].CopyTo(_piece.AsSpan(_held));
            _held += taken;
            buffer = buffer[taken..];
            if (_held == Piece) End();
        }
    }

    /// <summary>Writes what is held.</summary>
    public void End()
    {
        if (_held > 0) part.Line(json => json.WriteBase64String(PartKeys.Facts, _piece.AsSpan(0, _held)));
        _held = 0;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
