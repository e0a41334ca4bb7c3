using System.Collections.Immutable;
using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Writes snapshots as column files, <c>.crcol</c>: the cells as they lie in memory, so that a reader need not read them.</summary>
/// <remarks>One snapshot gives the same bytes each time. All that the snapshot says of itself goes with it: calendar, what it covers, packs of schools, and what reading its data had found.</remarks>
public static class ColumnFileWriter
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes a file: under another name in the same folder, renamed once all is written and on the disk.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="path">The file; what was there before is replaced only at the end.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    /// <exception cref="OperationCanceledException">The writing was stopped; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="ArgumentException">A text of the snapshot holds half of a character, or a table has more rows than a file can hold.</exception>
    /// <exception cref="PlatformNotSupportedException">This machine puts the most significant byte first.</exception>
    public static void Write(Snapshot snapshot, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Path.GetFullPath(path);
        string draft = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetFileName(target)}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp");
        // What others write at this moment is theirs to delete, so nothing is deleted where the draft cannot be opened.
        FileStream output = new(draft, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
        try
        {
            using (output)
            {
                Write(snapshot, output, cancellation);
                output.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Writes to a stream, from its present position on; it need not be one that can seek, and stays open.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="output">Where they go.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The writing was stopped; what was written until then is no column file.</exception>
    /// <exception cref="ArgumentException">A text of the snapshot holds half of a character, or a table has more rows than a file can hold.</exception>
    /// <exception cref="PlatformNotSupportedException">This machine puts the most significant byte first.</exception>
    public static void Write(Snapshot snapshot, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        ColumnFileFormat.RequireLittleEndian();
        FileSections sections = new();
        SchemaDescription schema = SchemaDescription.Of(snapshot.Schema);
        ByteWriter description = new();
        RecordOf(snapshot, schema, new TableSections(sections, cancellation)).Write(description);
        long checksumsStart = ColumnFileFormat.HeaderLength + ColumnFileFormat.Aligned(description.Written.Length) + sections.Length;
        ColumnFileHeader header = new(ColumnFileHeader.LengthOf(checksumsStart), description.Written.Length, checksumsStart, schema.Fingerprint);
        ChecksummedOutput checksummed = new(output, cancellation);
        checksummed.Write<byte>(header.ToBytes());
        checksummed.Write(description.Written);
        checksummed.Pad();
        sections.Write(checksummed);
        checksummed.Finish();
        GC.KeepAlive(snapshot);
    }

    private static SnapshotRecord RecordOf(Snapshot snapshot, SchemaDescription schema, TableSections tables) => new()
    {
        Description = schema,
        Date = snapshot.Date,
        Title = snapshot.Title,
        Covers = snapshot.Covers,
        Calendar = snapshot.Calendar,
        SchoolPacks = [.. PacksOf(snapshot)],
        Report = snapshot.Data,
        Tables = [.. schema.Tables.Select(t => tables.Add(snapshot.Table(t.Name)))],
    };

    private static IEnumerable<KeyValuePair<int, ImmutableArray<string>>> PacksOf(Snapshot snapshot)
    {
        int schools = snapshot.Table(BaseTables.School).Count;
        for (int row = 0; row < schools; row++)
        {
            if (snapshot.PacksOfSchool(row) is { IsEmpty: false } packs) yield return KeyValuePair.Create(row, packs);
        }
    }
}
