namespace ComplianceRules.Tests.Facts;

/// <summary>Bytes that come in pieces.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="most">The most bytes of a piece.</param>
internal sealed class ChunkedStream(byte[] bytes, int most) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
}
