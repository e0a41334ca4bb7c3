using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Reads the first rows of files of any kind that is known.</summary>
internal sealed class SampleSheets
{
    private readonly DiagnosticBag _problems = new();
    private readonly List<SampleSheet> _sheets = [];
    private readonly List<CsvSample> _texts = [];

    private SampleSheets()
    {
    }

    /// <summary>Reads samples.</summary>
    /// <param name="files">The files.</param>
    /// <param name="name">What they are called together.</param>
    /// <param name="encoding">The text encoding; null to find out whether it is UTF-8 or GB18030.</param>
    /// <param name="sheet">The one sheet that is wanted; null for all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Checked<SampleFile> Read(IReadOnlyList<DataFile> files, string name, string? encoding, string? sheet, CancellationToken cancellation)
    {
        SampleSheets samples = new();
        SourceSpan span = SourceSpan.Whole(name);
        if (files.Count == 0) samples._problems.Report(DiagnosticCodes.CsvFolderEmpty, span);
        foreach (DataFile file in files) samples.Take(file, encoding, sheet, cancellation);
        if (encoding is null) samples.CompareEncodings(span);
        if (sheet is not null && !samples._problems.HasErrors) samples.Choose(sheet, span);
        bool isChinese = encoding is null ? samples._texts.Exists(t => t.IsChinese) : TextEncodings.IsChinese(encoding);
        return samples._problems.Finish(samples._problems.HasErrors ? null : new SampleFile([.. samples._sheets], isChinese ? Gb18030.Name : null));
    }

    /// <summary>Refuses a file of a kind that has no tables.</summary>
    /// <param name="name">The file.</param>
    public static Checked<SampleFile> NoTable(string name)
    {
        DiagnosticBag problems = new();
        problems.Report(DiagnosticCodes.SampleKind, SourceSpan.Whole(name), DataExcerpt.Of(Path.GetFileName(name)));
        return problems.Finish<SampleFile>(null);
    }

    // What the bytes say counts more than the name, as when the file is read for its facts.
    private void Take(DataFile file, string? encoding, string? sheet, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        FileKind kind = FileSniffer.Of(file);
        if (kind == FileKind.Workbook)
        {
            _sheets.AddRange(WorkbookSample.Read(file, sheet, _problems, cancellation));
            return;
        }

        if (kind != FileKind.Csv)
        {
            _problems.Add(FileSniffer.Unreadable(file, kind));
            return;
        }

        CsvSample text = CsvSample.Start(file);
        _texts.Add(text);
        if (text.Read(encoding, _problems) is { } sample) _sheets.Add(sample);
    }

    // A mapping names one encoding for all its files; a file may differ from it only where a mark says so.
    private void CompareEncodings(SourceSpan span)
    {
        if (_texts.Find(t => t.IsChinese) is not { } chinese || _texts.Find(t => t.IsUnmarkedUtf8) is not { } other) return;
        _problems.Report(DiagnosticCodes.SampleEncodings, span, DataExcerpt.Of(Path.GetFileName(chinese.FileName)), DataExcerpt.Of(Path.GetFileName(other.FileName)));
    }

    private void Choose(string sheet, SourceSpan span)
    {
        string[] names = [.. _sheets.Select(s => s.SheetName).OfType<string>()];
        if (!names.Contains(sheet)) _problems.Add(new Diagnostic(DiagnosticCodes.SampleNoSheet, span, DataExcerpt.Of(sheet)) { DidYouMean = NearestName.Of(sheet, names) });
        _sheets.RemoveAll(s => s.SheetName != sheet);
    }
}
