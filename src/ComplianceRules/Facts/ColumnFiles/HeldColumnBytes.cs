using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>A column file that was read from a stream, in memory of its own.</summary>
internal sealed class HeldColumnBytes : ColumnBytes
{
    private const int FirstRoom = 1 << 16;

    private static readonly int Most = Array.MaxLength - ColumnFileFormat.Alignment;

    private readonly byte[] _room;
    private readonly int _start;
    private readonly int _length;

    private HeldColumnBytes(byte[] room, int length)
    {
        _room = room;
        _start = StartIn(room);
        _length = length;
    }

    public override long Length => _length;

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="IOException">It has more bytes than one array can hold.</exception>
    public static HeldColumnBytes Of(Stream stream, CancellationToken cancellation)
    {
        // One byte more than there are, so that the end is met without more room.
        byte[] room = Room(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 1, Most) : FirstRoom);
        int length = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int start = StartIn(room);
            int free = room.Length - ColumnFileFormat.Alignment - length;
            int read = stream.Read(room, start + length, free);
            if (read == 0) return new HeldColumnBytes(room, length);
            length += read;
            if (read == free) room = Grown(room, length);
        }
    }

    public override void Dispose()
    {
    }

    protected override ref byte At(long offset, long length) => ref MemoryMarshal.GetReference(_room.AsSpan(_start, _length).Slice((int)offset, (int)length));

    private static byte[] Room(int length) => GC.AllocateUninitializedArray<byte>(length + ColumnFileFormat.Alignment, pinned: true);

    private static byte[] Grown(byte[] room, int length)
    {
        if (length >= Most) throw new IOException("a column file of more than 2 GiB can be read by its name only, not from a stream");
        byte[] grown = Room((int)Math.Min(2L * length, Most));
        room.AsSpan(StartIn(room), length).CopyTo(grown.AsSpan(StartIn(grown)));
        return grown;
    }

    private static int StartIn(byte[] room) => (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(room, 0) & (ColumnFileFormat.Alignment - 1));
}
