using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Writes a column file and keeps the checksum of each block.</summary>
/// <param name="output">Where the file goes.</param>
/// <param name="cancellation">Stops the writing between blocks.</param>
internal sealed class ChecksummedOutput(Stream output, CancellationToken cancellation)
{
    private static readonly byte[] Zeros = new byte[ColumnFileFormat.Alignment];

    private readonly List<uint> _checksums = [];
    private uint _open = Crc32C.Start;

    /// <summary>How many bytes were written.</summary>
    public long Position { get; private set; }

    public void Write<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(numbers);
        while (!bytes.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            int open = (int)(Position % ColumnFileFormat.BlockLength);
            int now = Math.Min(bytes.Length, ColumnFileFormat.BlockLength - open);
            output.Write(bytes[..now]);
            _open = Crc32C.Continue(_open, bytes[..now]);
            bytes = bytes[now..];
            Position += now;
            if (open + now == ColumnFileFormat.BlockLength) Close();
        }
    }

    /// <summary>Goes on with zeros to where a section may begin.</summary>
    public void Pad() => Write<byte>(Zeros.AsSpan(0, (int)(ColumnFileFormat.Aligned(Position) - Position)));

    /// <summary>Writes the checksums, and the one of them.</summary>
    public void Finish()
    {
        if (Position % ColumnFileFormat.BlockLength != 0) Close();
        ReadOnlySpan<byte> checksums = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_checksums));
        output.Write(checksums);
        output.Write(MemoryMarshal.AsBytes([Crc32C.Of(checksums)]));
    }

    private void Close()
    {
        _checksums.Add(~_open);
        _open = Crc32C.Start;
    }
}
