using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads the calendar from the tables <c>calendar_term</c> and <c>calendar_day</c> and from a column of <c>snapshot</c>.</summary>
/// <remarks>
/// A table that is not there leaves its list unknown, and one without a record says that it is empty. A table that lacks a column, and one of which a record was skipped, is not
/// whole.
/// </remarks>
/// <param name="builder">Takes the calendar and what cannot be used of it.</param>
internal sealed class CalendarRecords(SnapshotBuilder builder)
{
    /// <summary>The table with a record for each term.</summary>
    public const string Terms = "calendar_term";

    /// <summary>The table with a record for each day that is free, or worked, unlike others.</summary>
    public const string Days = "calendar_day";

    /// <summary>The column of the table <c>snapshot</c> with the number of teaching days that a month must have to count.</summary>
    public const string MinDays = "teaching_month_min_days";

    private const string SchoolYear = "school_year";
    private const string Note = "note";

    private static readonly TableSchema TermTable = Table(Terms, new(SchoolYear, FieldType.Text), new("term", FieldType.Number), new("from", FieldType.Date), new("to", FieldType.Date));
    private static readonly TableSchema DayTable = Table(Days, new("date", FieldType.Date), new("working", FieldType.Bool));
    private static readonly TableSchema HeadTable = Table(SnapshotRecords.TableName, new FieldSchema(MinDays, FieldType.Number));

    private readonly CalendarBuilder _calendar = new(builder.Report) { SchoolYearKey = SchoolYear, MinDaysName = (SnapshotRecords.TableName, MinDays) };
    private bool _isGiven;

    /// <summary>Whether a table is one of the calendar's.</summary>
    public static bool IsTable(string name) => name is Terms or Days;

    /// <summary>Reads a table of the calendar.</summary>
    /// <returns>Whether the whole reading may go on.</returns>
    public bool Read(string table, RecordReader records, RecordHeader header)
    {
        _isGiven = true;
        return table == Terms ? ReadTerms(records, header) : ReadDays(records, header);
    }

    /// <summary>Reads how many teaching days a month must have to count.</summary>
    /// <param name="records">Stands on the record of the table <c>snapshot</c>.</param>
    /// <param name="header">The columns of that table.</param>
    public void ReadMinDays(RecordView records, RecordHeader header)
    {
        if (header.Find(MinDays) is not (>= 0 and int column) || records.Chars(column).IsEmpty) return;
        _isGiven = true;
        if (Whole(records, Cells(HeadTable.Fields[MinDays], column), HeadTable) is { } days) _calendar.SetTeachingMonthMinDays(days, records.SpanOf(column));
    }

    /// <summary>Hands the calendar over, where there is one.</summary>
    public void Finish()
    {
        if (_isGiven) builder.UseCalendar(_calendar.Build());
    }

    private bool ReadTerms(RecordReader records, RecordHeader header)
    {
        if (Bind(header, TermTable, [SchoolYear, "term", "from", "to"]) is not [var year, var term, var from, var to])
        {
            _calendar.LoseTerms();
            return true;
        }

        _calendar.ReportTerms();
        bool goOn = ReadAll(records, header, TermTable, out bool isWhole, view =>
        {
            CellValue name = Value(view, year, TermTable);
            int? number = Whole(view, term, TermTable);
            _calendar.AddTerm(name.Unknown is null ? name.Text : null, number, Day(view, from), Day(view, to), view.Span);
        });
        if (!isWhole) _calendar.LoseTerms();
        return goOn;
    }

    private bool ReadDays(RecordReader records, RecordHeader header)
    {
        if (Bind(header, DayTable, ["date", "working"]) is not [var date, var working])
        {
            _calendar.LoseDays();
            return true;
        }

        _calendar.ReportDays(isWorking: false);
        _calendar.ReportDays(isWorking: true);
        bool goOn = ReadAll(records, header, DayTable, out bool isWhole, view =>
        {
            CellValue day = date.Read(view);
            CellValue worked = working.Read(view);
            SourceSpan place = view.SpanOf(day.Unknown is null && worked.Unknown is not null ? working.Column : date.Column);
            _calendar.AddDay(day.Unknown is null ? DateOf(day) : null, worked.Unknown is null ? worked.Number != 0 : null, place);
        });
        if (!isWhole) _calendar.LoseDays();
        return goOn;
    }

    private bool ReadAll(RecordReader records, RecordHeader header, TableSchema table, out bool isWhole, Action<RecordView> read)
    {
        records.Want(table.Fields.Keys.Select(header.Find).Where(c => c >= 0).Concat(header.Unnamed).ToHashSet());
        int skipped = builder.Skipped.Count;
        RecordView view = new(records, null);
        UnnamedColumns unnamed = new(header, table.Name, builder);
        bool goOn = true;
        while (goOn && view.Next(out goOn))
        {
            if (view.IsBlank) continue;
            unnamed.Report(view);
            read(view);
        }

        isWhole = builder.Skipped.Count == skipped;
        return goOn;
    }

    private ImmutableArray<FieldCells> Bind(RecordHeader header, TableSchema table, ImmutableArray<string> names)
    {
        string[] unknown = [.. header.Names.Where(n => n != Note && !names.Contains(n, StringComparer.Ordinal))];
        string[] missing = [.. names.Where(n => header.Find(n) < 0)];
        foreach (string name in unknown)
            builder.Report(new Diagnostic(DiagnosticCodes.UnknownColumn, header.Span, DataExcerpt.Of(name), table.Name) { DidYouMean = NearestName.Of(name, missing) });
        foreach (string name in missing)
            builder.Report(new Diagnostic(DiagnosticCodes.CalendarColumnMissing, header.Span, table.Name, name) { DidYouMean = NearestName.Of(name, unknown) });
        return missing.Length > 0 ? [] : [.. names.Select(name => Cells(table.Fields[name], header.Find(name)))];
    }

    private DateOnly? Day(RecordView records, FieldCells cells) => Value(records, cells, TermTable) is { Unknown: null } day ? DateOf(day) : null;

    private int? Whole(RecordView records, FieldCells cells, TableSchema table)
    {
        CellValue value = Value(records, cells, table);
        if (value.Unknown is not null) return null;
        if (value.Number is >= int.MinValue and <= int.MaxValue && double.IsInteger(value.Number)) return (int)value.Number;
        Report(records, cells, table, UnknownReason.OutOfRange);
        return null;
    }

    private CellValue Value(RecordView records, FieldCells cells, TableSchema table)
    {
        CellValue value = cells.Read(records);
        if (value.Unknown is { } reason && reason != UnknownReason.Absent) Report(records, cells, table, reason);
        return value;
    }

    private void Report(RecordView records, FieldCells cells, TableSchema table, UnknownReason reason) =>
        builder.Report(RecordTrouble.Cell(records, cells, table, builder.Schema, reason));

    private static FieldCells Cells(FieldSchema field, int column) => new(new MappedField(field, new MappedColumn(field.Name, null), new CellReader(field, CellWords.Default)), column);

    private static DateOnly DateOf(CellValue day) => DateOnly.FromDayNumber((int)day.Number);

    private static TableSchema Table(string name, params ReadOnlySpan<FieldSchema> fields)
    {
        ImmutableSortedDictionary<string, FieldSchema>.Builder map = ImmutableSortedDictionary.CreateBuilder<string, FieldSchema>(StringComparer.Ordinal);
        foreach (FieldSchema field in fields) map.Add(field.Name, field);
        return new TableSchema(name, null, name, map.ToImmutable());
    }
}
