using System.Security.Cryptography;

namespace ComplianceRules.Facts;

/// <summary>A stream that keeps the checksum of what was read from it, so that data read twice is known to be the same.</summary>
/// <remarks>Closing it leaves the stream open.</remarks>
/// <param name="stream">Where the data comes from.</param>
internal sealed class ChecksummedInput(Stream stream) : Stream
{
    /// <summary>How much was read, and the checksum of that.</summary>
    public (long Length, uint Checksum) Seen { get; private set; } = (0, Crc32C.Start);

    /// <summary>Takes what is read, for a digest of it; null where none is wanted.</summary>
    public IncrementalHash? Digest { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = stream.Read(buffer, offset, count);
        Digest?.AppendData(buffer, offset, read);
        Seen = (Seen.Length + read, Crc32C.Continue(Seen.Checksum, buffer.AsSpan(offset, read)));
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
