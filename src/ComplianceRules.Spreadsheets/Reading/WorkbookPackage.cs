using System.IO.Compression;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The parts of one workbook, while it is open.</summary>
/// <remarks>Nothing is ever written to a disk, so that the names of parts can lead nowhere. For one thread.</remarks>
internal sealed class WorkbookPackage : IDisposable
{
    /// <summary>The most bytes of a part of a workbook that is neither a sheet nor the shared texts.</summary>
    public const long LargestPart = 64L << 20;

    /// <summary>The most bytes of the shared texts.</summary>
    public const long LargestTexts = 512L << 20;

    /// <summary>The most bytes of a sheet: 1,048,576 rows of a hundred columns have four gibibytes or less.</summary>
    public const long LargestSheet = 8L << 30;

    private const long AlwaysAllowed = 16L << 20;
    private const int MostTimes = 250;

    private readonly Stream _stream;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookPackage(Stream stream, ZipArchive archive, SourceSpan span, CancellationToken cancellation)
    {
        _stream = stream;
        _archive = archive;
        Span = span;
        Cancellation = cancellation;
    }

    /// <summary>The whole workbook.</summary>
    public SourceSpan Span { get; }

    /// <summary>Stops the reading.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="WorkbookException">It is damaged.</exception>
    public static WorkbookPackage Open(DataFile file, CancellationToken cancellation)
    {
        SourceSpan span = SourceSpan.Whole(file.Name);
        Stream stream = file.Open();
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            WorkbookPackage package = new(stream, archive, span, cancellation);
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                if (!package._entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry)) throw new InvalidDataException(entry.FullName);
            }

            return package;
        }
        catch (Exception trouble)
        {
            archive?.Dispose();
            stream.Dispose();
            if (!IsDamage(trouble)) throw;
            throw new WorkbookException(new Diagnostic(DiagnosticCodes.WorkbookDamaged, span, DataExcerpt.Of(Path.GetFileName(file.Name))));
        }
    }

    /// <summary>Whether an exception means that the bytes are not what they should be, rather than that they cannot be reached.</summary>
    public static bool IsDamage(Exception trouble) =>
        trouble is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException or System.Xml.XmlException;

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>Reads a part.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="WorkbookException">It is not there or cannot be read.</exception>
    public PartReader Read(string part, long most = LargestPart)
    {
        if (!_entries.TryGetValue(part, out ZipArchiveEntry? entry)) throw Damaged(part);
        // Deflate packs at most 1 : 1032, and the texts of real sheets hardly better than 1 : 50.
        long allowed = Math.Min(most, AlwaysAllowed + (MostTimes * entry.CompressedLength));
        try
        {
            if (entry.IsEncrypted) throw new InvalidDataException(part);
            return new PartReader(new PartStream(entry.Open(), new PartBounds(Span, part, allowed, entry.Length, entry.Crc32)), part, this);
        }
        catch (Exception trouble) when (IsDamage(trouble))
        {
            throw Damaged(part);
        }
    }

    /// <summary>Says that a part cannot be read.</summary>
    public WorkbookException Damaged(string part) => new(new Diagnostic(DiagnosticCodes.WorkbookDamaged, Span, DataExcerpt.Of(part)));

    public void Dispose()
    {
        _archive.Dispose();
        _stream.Dispose();
    }
}
