using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads what is true of a whole snapshot from a table named <c>snapshot</c> with one record: its day, its title, the regions it covers.</summary>
internal static class SnapshotRecords
{
    public const string TableName = "snapshot";

    private const string Date = "date";
    private const string Title = "title";
    private const string Covers = "covers";

    private static readonly string[] Known = [Date, Title, Covers, "note"];

    /// <summary>Reads the record.</summary>
    public static void Read(RecordReader records, RecordHeader header, SnapshotBuilder builder)
    {
        foreach (string name in header.Names.Where(n => !Known.Contains(n, StringComparer.Ordinal)))
            builder.Report(new Diagnostic(DiagnosticCodes.UnknownColumn, header.Span, DataExcerpt.Of(name), TableName) { DidYouMean = NearestName.Of(name, Known) });
        RecordView view = new(records, null);
        for (int count = 0; view.Next(out bool goOn) && goOn;)
        {
            if (view.IsBlank) continue;
            if (++count == 1) Read(view, header, builder);
            else if (!builder.Refuse(new Diagnostic(DiagnosticCodes.SnapshotRecordTwice, view.Span))) return;
        }
    }

    private static void Read(RecordView view, RecordHeader header, SnapshotBuilder builder)
    {
        int title = header.Find(Title);
        string? text = title < 0 ? null : view.Cell(title);
        builder.Describe(ReadDate(view, header.Find(Date), builder), string.IsNullOrEmpty(text) ? null : text);
        int covers = header.Find(Covers);
        if (covers < 0) return;
        foreach (string part in CellList.Of(view.Cell(covers)))
        {
            if (RegionCode.TryParse(part, out RegionCode code)) builder.Cover(code);
            else builder.Report(new Diagnostic(DiagnosticCodes.RegionCodeMalformed, view.SpanOf(covers), DataExcerpt.Of(part)));
        }
    }

    private static DateOnly? ReadDate(RecordView view, int column, SnapshotBuilder builder)
    {
        if (column < 0 || view.Chars(column).IsEmpty) return null;
        string cell = view.Cell(column);
        if (CellDate.TryDay(CellText.Fold(cell), null, out DateOnly day)) return day;
        builder.Report(new Diagnostic(DiagnosticCodes.CsvCellWrongType, view.SpanOf(column), TableName, Date, DataExcerpt.Of(cell), FieldTypeWords.Of(FieldType.Date)));
        return null;
    }
}
