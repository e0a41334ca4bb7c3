using System.IO.Enumeration;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>Loads files one after the other, those of parents before those of their children.</summary>
/// <param name="builder">Takes the rows and the problems.</param>
/// <param name="mapping">The mapping; null where there is none.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class CsvLoader(SnapshotBuilder builder, SnapshotMapping? mapping, CancellationToken cancellation)
{
    private readonly string _encoding = builder.Options.Encoding ?? mapping?.Encoding ?? "utf-8";

    /// <summary>Whether the text encoding wished for is one that is read; else that is reported.</summary>
    public bool KnowsEncoding(string name)
    {
        if (TextEncodings.IsKnown(_encoding)) return true;
        builder.Fail(new Diagnostic(DiagnosticCodes.CsvEncoding, SourceSpan.Whole(name), DataExcerpt.Of(_encoding))
        {
            DidYouMean = NearestName.Of(_encoding, TextEncodings.Names),
        });
        return false;
    }

    /// <summary>Loads the files that a mapping speaks of.</summary>
    public void LoadMapped(IReadOnlyList<CsvFile> files, SnapshotMapping given, string name)
    {
        foreach (RegionCode code in given.Covers) builder.Cover(code);
        foreach (MappedTable table in given.Tables.OrderBy(t => Depth(t.Table)))
        {
            List<CsvFile> matching = [.. files.Where(f => FileSystemName.MatchesSimpleExpression(table.File, Path.GetFileName(f.Path)))];
            if (matching.Count == 0) builder.Fail(new Diagnostic(DiagnosticCodes.CsvNoFile, SourceSpan.Whole(name), DataExcerpt.Of(table.File), table.Table.Name));
            if (matching.Any(file => !Load(file, _ => table))) return;
        }

        foreach (MappedTable table in given.Tables.Where(t => t.Complete)) Complete(table.Table);
    }

    /// <summary>Loads files that are named after their tables.</summary>
    public void LoadByName(IReadOnlyList<CsvFile> files, bool isFolder, string name)
    {
        if (files.Count == 0) builder.Fail(new Diagnostic(DiagnosticCodes.CsvFolderEmpty, SourceSpan.Whole(name)));
        List<(CsvFile File, TableSchema Table)> known = [];
        foreach (CsvFile file in files)
        {
            if (builder.Schema.Table(file.BaseName) is { } table) known.Add((file, table));
            else ReportName(file, isFolder);
        }

        HashSet<string> own = [.. known.Select(k => k.Table.Name)];
        foreach ((CsvFile file, TableSchema table) in known.OrderBy(k => Depth(k.Table)))
        {
            if (!Load(file, header => NamedColumns.Table(header, table, builder, own))) return;
        }
    }

    private bool Load(CsvFile file, Func<CsvHeader, MappedTable> tableOf)
    {
        using CsvRecords records = new(file, builder, TextEncodings.IsChinese(_encoding));
        if (records.ReadHeader() is not { } header) return true;
        CsvTableReader reader = new(records, builder, mapping);
        return !reader.Bind(tableOf(header), header) || reader.ReadAll(cancellation);
    }

    private void ReportName(CsvFile file, bool isFolder)
    {
        string? nearest = NearestName.Of(file.BaseName, builder.Schema.Tables.Keys);
        DiagnosticCode code = isFolder ? DiagnosticCodes.CsvFileLeftOut : DiagnosticCodes.CsvFileName;
        Diagnostic problem = new(code, SourceSpan.Whole(file.Name), DataExcerpt.Of(file.BaseName)) { DidYouMean = nearest };
        if (isFolder) builder.Report(problem);
        else builder.Fail(problem);
    }

    private void Complete(TableSchema table)
    {
        if (builder.Above(table) is not { } above) return;
        for (int row = 0; row < above.Rows.Length; row++) above.ReportList(row, table.Children);
    }

    private int Depth(TableSchema table) => builder.Schema.SelfAndAncestors(table.Name).Count();
}
