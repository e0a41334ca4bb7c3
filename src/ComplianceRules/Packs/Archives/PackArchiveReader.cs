using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>Takes packs out of an archive, after it has shown itself whole.</summary>
/// <remarks>Nothing is written anywhere: names of entries are looked up, never followed. What is refused is refused as a whole.</remarks>
/// <param name="name">What the archive is called in places.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class PackArchiveReader(string name, DiagnosticBag problems)
{
    private const int TypeOfFile = 0xF000;
    private const int PlainFile = 0x8000;
    private const int ShiftOfMode = 16;
    private const int IsDirectoryOnWindows = 0x10;
    private const int IsLinkOnWindows = 0x400;

    /// <summary>Reads the files.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="sha256">The SHA-256 that it must have, in hexadecimal digits; null where any will do.</param>
    /// <returns>The files; null where the archive is refused.</returns>
    public ImmutableArray<RulePackFile>? Read(byte[] archive, string? sha256)
    {
        if (archive.Length > ArchiveBounds.Bytes) return Refuse(DiagnosticCodes.ArchiveTooLarge, $"{ArchiveBounds.Bytes >> 20} MiB");
        if (sha256 is not null && Convert.ToHexStringLower(SHA256.HashData(archive)) is { } actual && !actual.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            return Refuse(DiagnosticCodes.ArchiveIsAnother, actual, sha256);
        try
        {
            using ZipArchive zip = new(new MemoryStream(archive, writable: false), ZipArchiveMode.Read);
            return Read(zip, archive);
        }
        catch (InvalidDataException)
        {
            return Refuse(DiagnosticCodes.NoArchive, name);
        }
    }

    private ImmutableArray<RulePackFile>? Read(ZipArchive zip, byte[] archive)
    {
        if (zip.Entries.Count > ArchiveBounds.Entries) return Refuse(DiagnosticCodes.ArchiveTooManyEntries, $"{zip.Entries.Count}", $"{ArchiveBounds.Entries}");
        if (!zip.Entries.Any(e => e.FullName == PackManifest.FileName)) return Refuse(DiagnosticCodes.ArchiveWithoutManifest, PackManifest.FileName);
        if (!AreSound(zip.Entries, archive.Length)) return null;
        Dictionary<string, byte[]> files = zip.Entries.ToDictionary(e => e.FullName, Bytes, StringComparer.Ordinal);
        files.Remove(PackManifest.FileName, out byte[]? manifest);
        if (PackManifest.Read(new SourceFile($"{name}/{PackManifest.FileName}", manifest), problems) is not { } listed || !AreAsListed(files, listed)) return null;
        if (!ArchiveSeal.Holds(archive)) return Refuse(DiagnosticCodes.ArchiveChanged);
        return [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new RulePackFile(f.Key, f.Value))];
    }

    private bool AreSound(IReadOnlyCollection<ZipArchiveEntry> entries, int length)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        long room = length;
        foreach (ZipArchiveEntry entry in entries)
        {
            if (Fault(entry, names, ref room) is not { } fault) continue;

            // A foreign zip file would have the same said of each of its entries.
            Refuse(fault, Shown(entry.FullName));
            return false;
        }

        return true;
    }

    private static DiagnosticCode? Fault(ZipArchiveEntry entry, HashSet<string> names, ref long room)
    {
        if (!ArchiveName.IsAllowed(entry.FullName)) return DiagnosticCodes.ArchiveEntryName;
        if (!IsPlain(entry.ExternalAttributes)) return DiagnosticCodes.ArchiveEntryIsLink;
        if (entry.IsEncrypted || entry.Length != entry.CompressedLength || (room -= entry.Length) < 0) return DiagnosticCodes.ArchiveEntryPacked;
        return names.Add(entry.FullName) ? null : DiagnosticCodes.ArchiveEntryTwice;
    }

    private bool AreAsListed(Dictionary<string, byte[]> files, PackManifest manifest)
    {
        HashSet<string> listed = new(StringComparer.Ordinal);
        foreach ((string path, int length, string sha256) in manifest.Files)
        {
            if (!listed.Add(path)) Refuse(DiagnosticCodes.ArchiveEntryTwice, Shown(path));
            else if (!files.TryGetValue(path, out byte[]? bytes)) Refuse(DiagnosticCodes.ArchiveFileMissing, Shown(path));
            else if (bytes.Length != length || Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256) Refuse(DiagnosticCodes.ArchiveFileChanged, Shown(path));
        }

        foreach (string added in files.Keys.Where(f => !listed.Contains(f)).Order(StringComparer.Ordinal)) Refuse(DiagnosticCodes.ArchiveFileAdded, Shown(added));
        return !problems.HasErrors;
    }

    // An entry that lies about its length gives fewer bytes, or more than it was given room for; neither is taken.
    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        byte[] bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length && stream.ReadByte() < 0 ? bytes : throw new InvalidDataException($"`{entry.FullName}` is not as long as it says");
    }

    private static bool IsPlain(int attributes)
    {
        int type = (attributes >> ShiftOfMode) & TypeOfFile;
        return type is 0 or PlainFile && (attributes & (IsDirectoryOnWindows | IsLinkOnWindows)) == 0;
    }

    private static string Shown(string text) => Json.JsonFault.Shown(text);

    private ImmutableArray<RulePackFile>? Refuse(DiagnosticCode code, params ReadOnlySpan<string> arguments)
    {
        problems.Report(code, SourceSpan.Whole(name), arguments);
        return null;
    }
}
