using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads what is true of a whole snapshot from a table named <c>snapshot</c> with one record: its day, its title, the regions it covers, when a month counts.</summary>
internal static class SnapshotRecords
{
    public const string TableName = "snapshot";

    private const string Date = "date";
    private const string Title = "title";
    private const string Covers = "covers";

    private static readonly string[] Known = [Date, Title, Covers, CalendarRecords.MinDays, "note"];

    /// <summary>Reads the record.</summary>
    public static void Read(RecordReader records, RecordHeader header, SnapshotBuilder builder, CalendarRecords calendar)
    {
        foreach (string name in header.Names.Where(n => !Known.Contains(n, StringComparer.Ordinal)))
            builder.Report(new Diagnostic(DiagnosticCodes.UnknownColumn, header.Span, DataExcerpt.Of(name), TableName) { DidYouMean = NearestName.Of(name, Known) });
        records.Want(((IEnumerable<string>)[Date, Title, Covers, CalendarRecords.MinDays]).Select(header.Find).Where(c => c >= 0).Concat(header.Unnamed).ToHashSet());
        RecordView view = new(records, null);
        UnnamedColumns unnamed = new(header, TableName, builder);
        for (int count = 0; view.Next(out bool goOn) && goOn;)
        {
            if (view.IsBlank) continue;
            unnamed.Report(view);
            if (++count == 1) Read(view, header, builder, calendar);
            else if (!builder.Refuse(new Diagnostic(DiagnosticCodes.SnapshotRecordTwice, view.Span))) return;
        }
    }

    private static void Read(RecordView view, RecordHeader header, SnapshotBuilder builder, CalendarRecords calendar)
    {
        builder.Describe(ReadDate(view, header.Find(Date), builder), ReadTitle(view, header.Find(Title), builder));
        calendar.ReadMinDays(view, header);
        int covers = header.Find(Covers);
        if (covers < 0) return;
        foreach (string part in CellList.Of(view.Cell(covers)))
        {
            if (RegionCode.TryParse(part, out RegionCode code)) builder.Cover(code);
            else builder.Report(new Diagnostic(DiagnosticCodes.RegionCodeMalformed, view.SpanOf(covers), DataExcerpt.Of(part)));
        }
    }

    private static string? ReadTitle(RecordView view, int column, SnapshotBuilder builder)
    {
        if (column < 0 || view.Chars(column).IsEmpty) return null;
        if (view.FaultOf(column) is not (CellFault.Error or CellFault.LostDigits)) return view.Cell(column);
        ReportWrongType(view, column, builder, Title, FieldType.Text);
        return null;
    }

    private static DateOnly? ReadDate(RecordView view, int column, SnapshotBuilder builder)
    {
        if (column < 0 || view.Chars(column).IsEmpty) return null;
        string cell = view.Cell(column);
        if (CellDate.TryDay(CellText.Fold(cell), null, out DateOnly day)) return day;
        ReportWrongType(view, column, builder, Date, FieldType.Date);
        return null;
    }

    private static void ReportWrongType(RecordView view, int column, SnapshotBuilder builder, string name, FieldType type) =>
        builder.Report(new Diagnostic(DiagnosticCodes.CsvCellWrongType, view.SpanOf(column), TableName, name, DataExcerpt.Of(view.Cell(column)), FieldTypeWords.Of(type)));
}
