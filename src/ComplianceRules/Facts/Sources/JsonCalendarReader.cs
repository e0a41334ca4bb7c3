using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads the calendar at the top of a snapshot.</summary>
/// <param name="cursor">Stands on the calendar's first token, and then on its last.</param>
/// <param name="builder">Takes the calendar and what cannot be used of it.</param>
/// <param name="cells">Says what is of another type.</param>
internal sealed class JsonCalendarReader(JsonCursor cursor, SnapshotBuilder builder, JsonCellReader cells)
{
    private const string Calendar = "calendar";
    private const string NoteKey = "note";
    private const string TermsKey = "terms";
    private const string DaysOffKey = "daysOff";
    private const string WorkingDaysKey = "workingDaysInstead";
    private const string MinDaysKey = "teachingMonthMinDays";
    private const string YearKey = "schoolYear";
    private const string TermKey = "term";
    private const string FromKey = "from";
    private const string ToKey = "to";

    private static readonly string[] Keys = [TermsKey, DaysOffKey, WorkingDaysKey, MinDaysKey, NoteKey];
    private static readonly string[] TermKeys = [YearKey, TermKey, FromKey, ToKey, NoteKey];

    private readonly CalendarBuilder _calendar = new(builder.Report) { SchoolYearKey = YearKey };

    public void Read()
    {
        if (cursor.Kind == JsonTokenType.Null) return;
        if (cursor.Kind != JsonTokenType.StartObject)
        {
            builder.Report(new Diagnostic(DiagnosticCodes.CalendarUnusable, cursor.Span));
            cursor.SkipValue();
            return;
        }

        while (cursor.Read() && cursor.Kind == JsonTokenType.PropertyName) ReadMember(cursor.Text);
        builder.UseCalendar(_calendar.Build());
    }

    private void ReadMember(string key)
    {
        SourceSpan span = cursor.Span;
        cursor.Read();
        if (key == NoteKey) cursor.SkipValue();
        else if (!Keys.Contains(key)) ReportUnknownKey(span, key, Keys);
        else if (cursor.Kind != JsonTokenType.Null) ReadPart(key);
    }

    private void ReadPart(string key)
    {
        if (key == MinDaysKey) ReadMinDays();
        else if (cursor.Kind != JsonTokenType.StartArray) ReportWrongType(key, "list");
        else if (key == TermsKey) ReadTerms();
        else ReadDays(isWorking: key == WorkingDaysKey);
    }

    private void ReadMinDays()
    {
        if (Whole(MinDaysKey) is { } days) _calendar.SetTeachingMonthMinDays(days, cursor.Span);
    }

    private void ReadDays(bool isWorking)
    {
        _calendar.ReportDays(isWorking);
        while (cursor.Read() && cursor.Kind != JsonTokenType.EndArray)
        {
            SourceSpan span = cursor.Span;
            bool isDate = JsonCellReader.TryDate(cursor.Text, out DateOnly day) && cursor.Kind == JsonTokenType.String;
            cursor.SkipValue();
            _calendar.AddDay(isDate ? day : null, isWorking, span);
        }
    }

    private void ReadTerms()
    {
        _calendar.ReportTerms();
        while (cursor.Read() && cursor.Kind != JsonTokenType.EndArray) ReadTerm(cursor.Span);
    }

    private void ReadTerm(SourceSpan span)
    {
        (string? year, int? term, DateOnly? from, DateOnly? to) = (null, null, null, null);
        if (cursor.Kind != JsonTokenType.StartObject) ReportWrongType(TermsKey, "object");
        else
        {
            while (cursor.Read() && cursor.Kind == JsonTokenType.PropertyName)
            {
                (string key, SourceSpan place) = (cursor.Text, cursor.Span);
                cursor.Read();
                if (key == YearKey) year = Text();
                else if (key == TermKey) term = Whole(TermKey);
                else if (key == FromKey) from = Day(FromKey);
                else if (key == ToKey) to = Day(ToKey);
                else SkipKey(place, key);
            }
        }

        _calendar.AddTerm(year, term, from, to, span);
    }

    private void SkipKey(SourceSpan span, string key)
    {
        if (key == NoteKey) cursor.SkipValue();
        else ReportUnknownKey(span, key, TermKeys);
    }

    private string? Text()
    {
        if (cursor.Kind == JsonTokenType.String) return cursor.Text;
        ReportWrongType(YearKey, "text");
        return null;
    }

    private int? Whole(string key)
    {
        if (cursor.Kind == JsonTokenType.Number && int.TryParse(cursor.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)) return number;
        if (cursor.Kind != JsonTokenType.Number) ReportWrongType(key, "number");
        else builder.Report(new Diagnostic(DiagnosticCodes.CellOutOfRange, cursor.Span, Calendar, key, DataExcerpt.Of(cursor.Text)));
        return null;
    }

    private DateOnly? Day(string key)
    {
        if (cursor.Kind == JsonTokenType.String && JsonCellReader.TryDate(cursor.Text, out DateOnly day)) return day;
        ReportWrongType(key, "date");
        return null;
    }

    private void ReportWrongType(string key, string type)
    {
        if (cursor.Kind != JsonTokenType.Null) cells.ReportWrongType(cursor.Span, Calendar, key, type);
        cursor.SkipValue();
    }

    private void ReportUnknownKey(SourceSpan span, string key, string[] known)
    {
        builder.Report(new Diagnostic(DiagnosticCodes.UnknownSnapshotKey, span, DataExcerpt.Of(key)) { DidYouMean = NearestName.Of(key, known) });
        cursor.SkipValue();
    }
}
