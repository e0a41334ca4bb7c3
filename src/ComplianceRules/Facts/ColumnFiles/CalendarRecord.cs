using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Writes and reads the calendar of a snapshot.</summary>
internal static class CalendarRecord
{
    private const string Part = "calendar";
    private const int MostDaysOfAMonth = 31;

    public static void Write(ByteWriter writer, SchoolCalendar calendar)
    {
        writer.Flag(calendar.HasAllTerms);
        writer.List(calendar.Terms, term =>
        {
            writer.Text(term.SchoolYear);
            writer.Int(term.Term);
            writer.Day(term.From);
            writer.Day(term.To);
        });
        writer.Flag(calendar.HasAllDaysOff);
        writer.List(calendar.DaysOff, writer.Day);
        writer.Flag(calendar.HasAllWorkingDaysInstead);
        writer.List(calendar.WorkingDaysInstead, writer.Day);
        writer.Optional(calendar.TeachingMonthMinDays);
    }

    public static SchoolCalendar Read(ByteReader reader)
    {
        CalendarTerms terms = ReadTerms(reader);
        CalendarDays daysOff = ReadDays(reader);
        CalendarDays workingDaysInstead = ReadDays(reader);
        return new SchoolCalendar(terms, daysOff, workingDaysInstead, reader.OptionalInt(0, MostDaysOfAMonth));
    }

    private static CalendarTerms ReadTerms(ByteReader reader)
    {
        CalendarTerms terms = new();
        if (reader.Flag()) terms.Report();
        ImmutableArray<SchoolTerm> read = reader.List(() => new SchoolTerm(reader.Text(), reader.Int(1, int.MaxValue), reader.Day(), reader.Day()));
        foreach (SchoolTerm term in read) terms.Add(term, null);
        bool isSound = read.All(t => t.From <= t.To && !string.IsNullOrWhiteSpace(t.SchoolYear))
            && read.Zip(read.Skip(1), (earlier, later) => earlier.To < later.From).All(apart => apart)
            && read.DistinctBy(t => (t.SchoolYear, t.Term)).Count() == read.Length;
        ColumnFileFault.Require(isSound, Part);
        return terms;
    }

    private static CalendarDays ReadDays(ByteReader reader)
    {
        CalendarDays days = new();
        if (reader.Flag()) days.Report();
        ImmutableArray<DateOnly> read = reader.List(reader.Day);
        foreach (DateOnly day in read) days.Add(day);
        ColumnFileFault.Require(read.Zip(read.Skip(1), (earlier, later) => earlier < later).All(apart => apart), Part);
        return days;
    }
}
