using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Packs in an archive that <c>compliance-rules pack</c> made: a zip file with a manifest, in a file or wherever bytes come from.</summary>
/// <remarks>
/// May be shared between threads. The archive is refused as a whole where a byte of it was changed, a file was added or left out, an entry is a link, is compressed or has a name that
/// leads elsewhere. Nothing is unpacked to a disk.
/// </remarks>
public sealed class ArchiveRulePackSource : IWatchedRulePackSource
{
    private readonly Func<Stream> _open;
    private readonly string _name;
    private readonly string? _path;

    /// <summary>Names the file.</summary>
    /// <param name="path">The archive; a relative path counts from the current directory at the time of each load.</param>
    public ArchiveRulePackSource(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _open = () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _name = path;
        _path = path;
    }

    /// <summary>Takes the archive from a stream.</summary>
    /// <param name="open">Opens the stream, once for each load; it is read to its end and disposed of.</param>
    /// <param name="name">What the archive is called in places.</param>
    public ArchiveRulePackSource(Func<Stream> open, string name)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(name);
        _open = open;
        _name = name;
    }

    /// <summary>The SHA-256 that the archive must have, in hexadecimal digits, as <c>compliance-rules pack</c> prints it; null where any archive will do.</summary>
    /// <remarks>It is what tells an archive from one that somebody else made: the manifest inside tells only whether it is whole.</remarks>
    public string? Sha256 { get; init; }

    /// <inheritdoc/>
    public RulePackFiles Read(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        DiagnosticBag problems = new();
        ImmutableArray<RulePackFile>? files = new PackArchiveReader(_name, problems).Read(Bytes(cancellation), Sha256);
        return files is { } read ? new RulePackFiles(_name, read) : new RulePackFiles(_name, [], [.. problems.InFileOrder()]);
    }

    /// <inheritdoc/>
    /// <remarks>A stream is not watched.</remarks>
    /// <exception cref="IOException">The file's folder cannot be watched.</exception>
    public IDisposable Watch(Action changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return _path is null ? NoWatch.Instance : new PathWatch(_path, isFolder: false, changed);
    }

    // One byte more than can be used tells that there are too many.
    private byte[] Bytes(CancellationToken cancellation)
    {
        using Stream stream = _open();
        using MemoryStream bytes = new();
        byte[] block = new byte[1 << 16];
        for (int read = stream.Read(block); read > 0 && bytes.Length <= ArchiveBounds.Bytes; read = stream.Read(block))
        {
            cancellation.ThrowIfCancellationRequested();
            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();
    }
}
