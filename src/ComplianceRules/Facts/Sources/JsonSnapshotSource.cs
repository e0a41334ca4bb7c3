using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A snapshot in one JSON file: UTF-8, with or without a byte order mark.</summary>
/// <remarks>Read as a stream: beside the facts themselves, memory holds one token and the open rows only. <see cref="SnapshotOptions.Encoding"/> does not apply: JSON is UTF-8.</remarks>
public sealed class JsonSnapshotSource : ISchoolwiseSource
{
    private const int DefaultBufferSize = 1 << 18;
    private const int SmallestBuffer = 1 << 12;

    private readonly Func<Stream> _open;
    private readonly string _name;

    /// <summary>Reads a file; places show its path.</summary>
    /// <param name="path">Where the file is.</param>
    public JsonSnapshotSource(string path)
        : this(path, path)
    {
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The name shown in places.</param>
    public JsonSnapshotSource(string path, string name)
        : this(() => SnapshotFile.Open(path), name)
    {
        ArgumentNullException.ThrowIfNull(path);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="open">Opens the stream, once for each reading; it is closed after that.</param>
    /// <param name="name">The name shown in places.</param>
    public JsonSnapshotSource(Func<Stream> open, string name)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(name);
        _open = open;
        _name = name;
    }

    /// <summary>How many bytes are read at once.</summary>
    internal int BufferSize { get; init; } = DefaultBufferSize;

    /// <summary>Whether rows are read token by token alone, which is slower and means the same.</summary>
    internal bool IsPlain { get; init; }

    /// <inheritdoc/>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options) { Cancellation = cancellation };
        using Stream stream = _open();
        JsonSnapshotReader.Read(CursorOn(stream, cancellation), builder, IsPlain);
        return builder.Build();
    }

    Stream ISchoolwiseSource.Open() => _open();

    void ISchoolwiseSource.Read(Stream stream, SnapshotBuilder builder, CancellationToken cancellation) => JsonSnapshotReader.Read(CursorOn(stream, cancellation), builder, IsPlain);

    void ISchoolwiseSource.Read(Stream stream, SchoolChunks chunks, CancellationToken cancellation) => JsonSnapshotReader.Read(CursorOn(stream, cancellation), chunks, IsPlain);

    private JsonCursor CursorOn(Stream stream, CancellationToken cancellation) => new(new JsonBuffer(stream, SizeFor(stream), cancellation), _name);

    // One byte more than there are, so that the end is found without a larger buffer.
    private int SizeFor(Stream stream) => stream.CanSeek ? (int)Math.Min(BufferSize, Math.Max(SmallestBuffer, stream.Length + 1)) : BufferSize;
}
