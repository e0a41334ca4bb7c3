using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Problems;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets;

/// <summary>A snapshot in a CSV file, a workbook, or a folder of them.</summary>
/// <remarks>
/// Without a mapping each file or sheet is named after its table and has the columns <c>id</c>, the parent table's name, and fields; a table <c>snapshot</c> may give
/// <c>date</c>, <c>title</c>, <c>covers</c> and <c>teaching_month_min_days</c>, and tables <c>calendar_term</c> and <c>calendar_day</c> the calendar. Cells of CSV files are separated by commas and quoted as in RFC 4180. Sheets of a form say themselves which table they are. Read as a stream: beside the facts themselves,
/// memory holds one record of a CSV file, and one row and the shared texts of a workbook.
/// </remarks>
public sealed class SpreadsheetSnapshotSource : ISnapshotSource
{
    private readonly Func<IReadOnlyList<DataFile>> _files;
    private readonly Func<IReadOnlyList<string>> _others;
    private readonly string _name;
    private readonly SnapshotMapping? _mapping;

    /// <summary>Reads a file or a folder.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name shown in places.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    public SpreadsheetSnapshotSource(string path, string name, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(name);
        _files = () => DataFile.TablesAt(path, name);
        _others = () => Directory.Exists(path) ? DataFile.OthersIn(path, name, mapping is not null) : [];
        _name = name;
        _mapping = mapping;
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="open">Opens the stream, as often as it is asked to, always with the same bytes; each is closed after use and can be sought in.</param>
    /// <param name="name">The file name shown in places; without a mapping it says which table a CSV file is. A workbook is known by its bytes.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    public SpreadsheetSnapshotSource(Func<Stream> open, string name, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(name);
        _files = () => [new DataFile(name, open)];
        _others = () => [];
        _name = name;
        _mapping = mapping;
    }

    /// <summary>Whether cells of CSV files are read as texts only, never from their bytes; what is read is the same.</summary>
    internal bool ReadsTexts { get; init; }

    /// <summary>Takes the name and the stream of each file that is opened, and gives the stream that is read instead; null for the stream itself.</summary>
    internal Func<string, Stream, Stream>? Watch { get; init; }

    /// <inheritdoc/>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options) { Cancellation = cancellation };
        Read(builder, cancellation);
        return builder.Build();
    }

    /// <summary>Reads everything.</summary>
    /// <param name="builder">Takes what is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal void Read(SnapshotBuilder builder, CancellationToken cancellation)
    {
        string encoding = EncodingOf(builder.Options);
        if (TextEncodings.IsKnown(encoding)) Load(builder, TextEncodings.IsChinese(encoding), cancellation);
        else builder.Fail(new Diagnostic(DiagnosticCodes.CsvEncoding, SourceSpan.Whole(_name), DataExcerpt.Of(encoding)) { DidYouMean = NearestName.Of(encoding, TextEncodings.Names) });
    }

    /// <summary>The tables as they stand, for a copy of them.</summary>
    internal IReadOnlyList<CopiedTable> CopiedTables(SnapshotOptions options)
    {
        bool isChinese = TextEncodings.IsChinese(EncodingOf(options));
        return [.. _files().SelectMany(file => CopiedTables(file, isChinese))];
    }

    private static IEnumerable<CopiedTable> CopiedTables(DataFile file, bool isChinese) => FileSniffer.Of(file) switch
    {
        FileKind.Csv => [new CopiedCsv(file, isChinese)],
        FileKind.Workbook => CopiedSheet.AllOf(file),
        _ => [],
    };

    private string EncodingOf(SnapshotOptions options) => options.Encoding ?? _mapping?.Encoding ?? "utf-8";

    private void Load(SnapshotBuilder builder, bool isChinese, CancellationToken cancellation)
    {
        List<RecordSet> sets = [];
        DataFile[] files = [.. _files().Select(Watched)];
        foreach (DataFile file in files) Gather(sets, file, builder, isChinese, cancellation);
        foreach (string other in _others()) builder.Report(new Diagnostic(DiagnosticCodes.RecordsNoTableFile, SourceSpan.Whole(other), DataExcerpt.Of(Path.GetFileName(other))));
        if (files.Length == 0) builder.Fail(new Diagnostic(DiagnosticCodes.CsvFolderEmpty, SourceSpan.Whole(_name)));
        new RecordLoader(builder, _mapping, cancellation).Load(sets, SourceSpan.Whole(_name));
    }

    private DataFile Watched(DataFile file) => Watch is { } watch ? file with { Open = () => watch(file.Name, file.Open()) } : file;

    // What the bytes say counts more than the name: mail and chat programs rename files.
    private void Gather(List<RecordSet> sets, DataFile file, SnapshotBuilder builder, bool isChinese, CancellationToken cancellation)
    {
        FileKind kind = FileSniffer.Of(file);
        if (kind == FileKind.Csv) sets.Add(new CsvRecordSet(file, isChinese, ReadsTexts));
        else if (kind == FileKind.Workbook) GatherSheets(sets, file, builder, cancellation);
        else builder.Fail(FileSniffer.Unreadable(file, kind));
    }

    private static void GatherSheets(List<RecordSet> sets, DataFile file, SnapshotBuilder builder, CancellationToken cancellation)
    {
        try
        {
            Workbook workbook = new(file, cancellation);
            foreach (SheetEntry sheet in workbook.Sheets) sets.Add(XlsxRecordSet.Of(workbook, sheet));
        }
        catch (WorkbookException trouble)
        {
            builder.Fail(trouble.Problem);
        }
    }
}
