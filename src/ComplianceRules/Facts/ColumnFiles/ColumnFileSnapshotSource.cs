using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A snapshot in one column file, <c>.crcol</c>, as <see cref="ColumnFileWriter"/> writes it.</summary>
/// <remarks>
/// A file is mapped into memory: its columns are not copied, and it stays open as long as anything holds the snapshot. Every byte is compared with the file's checksums, and what the
/// parts say with each other, before a cell is used. A file that is damaged, cut off, of a newer version or written for other packs is refused. While it is open, programs that ask the
/// system first cannot write to it; one that does so all the same, or cuts it off, changes the facts under the judge or ends the process, so replace files by renaming, as the writer
/// does. A stream is read into memory, where nobody can change it. <see cref="SnapshotOptions.SkipMalformed"/> and <see cref="SnapshotOptions.Encoding"/> do not apply: the records
/// were read when the file was made.
/// </remarks>
public sealed class ColumnFileSnapshotSource : ISnapshotSource
{
    private readonly Func<Stream> _open;
    private readonly string _name;

    /// <summary>Maps a file; places show its path.</summary>
    /// <param name="path">Where the file is.</param>
    public ColumnFileSnapshotSource(string path)
        : this(path, path)
    {
    }

    /// <summary>Maps a file.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The name shown in places.</param>
    public ColumnFileSnapshotSource(string path, string name)
        : this(() => SnapshotFile.Open(path), name)
    {
        ArgumentNullException.ThrowIfNull(path);
    }

    /// <summary>Reads a stream into memory; a file stream is mapped.</summary>
    /// <param name="open">Opens the stream, once for each reading; it is closed with the snapshot, or at once where it was copied.</param>
    /// <param name="name">The name shown in places.</param>
    public ColumnFileSnapshotSource(Func<Stream> open, string name)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(name);
        _open = open;
        _name = name;
    }

    /// <inheritdoc/>
    /// <exception cref="PlatformNotSupportedException">This machine puts the most significant byte first.</exception>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        ColumnFileFormat.RequireLittleEndian();
        ColumnBytes bytes = Bytes(cancellation);
        bool isKept = false;
        try
        {
            Checked<Snapshot> read = new ColumnFileReader(bytes, SourceSpan.Whole(_name), schema, options).Read(cancellation);
            isKept = read.IsValid;
            return read;
        }
        catch (DataReadingException unusable)
        {
            Diagnostic problem = unusable.Problem!;
            return new Checked<Snapshot>(null, [new Diagnostic(problem.Code, SourceSpan.Whole(_name), [.. problem.Arguments])]);
        }
        finally
        {
            if (!isKept) bytes.Dispose();
        }
    }

    private ColumnBytes Bytes(CancellationToken cancellation)
    {
        Stream stream = _open();
        try
        {
            if (stream is FileStream { CanSeek: true, Position: 0, Length: > 0 } file) return MappedColumnBytes.Of(file);
            using (stream) return HeldColumnBytes.Of(stream, cancellation);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
