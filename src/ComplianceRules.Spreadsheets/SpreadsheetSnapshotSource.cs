using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Problems;

namespace ComplianceRules.Spreadsheets;

/// <summary>A snapshot in a CSV file, a workbook, or a folder of them.</summary>
/// <remarks>
/// Without a mapping each file or sheet is named after its table and has the columns <c>id</c>, the parent table's name, and fields; a table <c>snapshot</c> may give
/// <c>date</c>, <c>title</c> and <c>covers</c>. Cells of CSV files are separated by commas and quoted as in RFC 4180. Read as a stream: beside the facts themselves,
/// memory holds one record of a CSV file, and one row and the shared texts of a workbook.
/// </remarks>
public sealed class SpreadsheetSnapshotSource : ISnapshotSource
{
    private const string Csv = ".csv";

    private readonly Func<IReadOnlyList<DataFile>> _files;
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
        _files = () => Directory.Exists(path) ? DataFile.InFolder(path, name, Csv) : [DataFile.At(path, name)];
        _name = name;
        _mapping = mapping;
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="open">Opens the stream, once for each table that is read from it; each is closed after that and can be sought in.</param>
    /// <param name="name">The file name shown in places; its extension says whether it is a workbook, and without a mapping the rest of it which table a CSV file is.</param>
    /// <param name="mapping">How foreign columns become facts; null where the tables have the columns of the format itself.</param>
    public SpreadsheetSnapshotSource(Func<Stream> open, string name, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(name);
        _files = () => [new DataFile(name, open)];
        _name = name;
        _mapping = mapping;
    }

    /// <inheritdoc/>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options);
        string encoding = EncodingOf(options);
        if (TextEncodings.IsKnown(encoding)) Load(builder, TextEncodings.IsChinese(encoding), cancellation);
        else builder.Fail(new Diagnostic(DiagnosticCodes.CsvEncoding, SourceSpan.Whole(_name), DataExcerpt.Of(encoding)) { DidYouMean = NearestName.Of(encoding, TextEncodings.Names) });
        return builder.Build();
    }

    /// <summary>The tables as they stand, for a copy of them.</summary>
    internal IReadOnlyList<CopiedTable> CopiedTables(SnapshotOptions options)
    {
        bool isChinese = TextEncodings.IsChinese(EncodingOf(options));
        return [.. _files().Select(file => new CopiedCsv(file, isChinese))];
    }

    private string EncodingOf(SnapshotOptions options) => options.Encoding ?? _mapping?.Encoding ?? "utf-8";

    private void Load(SnapshotBuilder builder, bool isChinese, CancellationToken cancellation)
    {
        List<RecordSet> sets = [];
        foreach (DataFile file in _files()) sets.Add(new CsvRecordSet(file, isChinese));
        if (sets.Count == 0) builder.Fail(new Diagnostic(DiagnosticCodes.CsvFolderEmpty, SourceSpan.Whole(_name)));
        new RecordLoader(builder, _mapping, cancellation).Load(sets, SourceSpan.Whole(_name));
    }
}
