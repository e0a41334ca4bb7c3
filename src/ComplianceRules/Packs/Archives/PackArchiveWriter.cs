using System.Collections.Immutable;
using System.IO.Compression;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Puts packs into an archive: a zip file with a manifest that has the SHA-256 of each file.</summary>
/// <remarks>
/// The same packs give the same bytes whenever they are packed, on one kind of operating system: nothing is compressed, and no file has a date. What is changed in an archive is
/// noticed when it is read. That tells of accidents, not of who made it: whoever changes an archive on purpose can seal it anew, so a reader who must know gives the digest of the whole.
/// </remarks>
public static class PackArchiveWriter
{
    // The first day that a zip file can say.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes packs that were read from folders: the files that they were read from, with their cases and their <c>README.md</c>.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="output">Takes the archive; nothing is written before all files have been read.</param>
    /// <exception cref="ArgumentException">A pack was read from elsewhere than a folder, or a file has a name that no archive may have.</exception>
    /// <exception cref="IOException">A file cannot be read, or has changed since the packs were read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static void Write(PackSet packs, Stream output)
    {
        ArgumentNullException.ThrowIfNull(packs);
        Write(packs.Packs.SelectMany(PackedFolder.Of), output);
    }

    /// <summary>Writes files.</summary>
    /// <param name="files">The files, each pack in a folder of its own with a <c>pack.json</c>.</param>
    /// <param name="output">Takes the archive.</param>
    /// <exception cref="ArgumentException">A file has a name that no archive may have, or the name of another one.</exception>
    public static void Write(IEnumerable<RulePackFile> files, Stream output)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        ImmutableArray<RulePackFile> sorted = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { PackManifest.FileName };
        foreach (RulePackFile file in sorted)
        {
            if (!ArchiveName.IsAllowed(file.Path)) throw new ArgumentException(new Diagnostic(DiagnosticCodes.NothingToPack, null, file.Path).Message(TextLanguage.English));
            if (!names.Add(file.Path)) throw new ArgumentException(new Diagnostic(DiagnosticCodes.ArchiveEntryTwice, null, file.Path).Message(TextLanguage.English));
        }

        output.Write(Sealed(sorted));
    }

    // The end of a zip file is a comment, and the comment is the digest of all before it: whatever is changed anywhere is noticed.
    private static byte[] Sealed(ImmutableArray<RulePackFile> files)
    {
        using MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true) { Comment = ArchiveSeal.Room })
        {
            Write(archive, PackManifest.FileName, PackManifest.Of(files).ToBytes());
            foreach (RulePackFile file in files) Write(archive, file.Path, file.Bytes.Span);
        }

        byte[] bytes = zip.ToArray();
        ArchiveSeal.Set(bytes);
        return bytes;
    }

    private static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> bytes)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoDate;
        entry.ExternalAttributes = 0;
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }
}
