using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads the <c>calendar</c> of a region's pack.</summary>
internal static class PackCalendarReader
{
    private const string Key = "calendar";

    /// <summary>The calendar; null where the pack has none, or an empty one, which says nothing.</summary>
    /// <param name="reader">The pack.</param>
    /// <param name="isOfSchools">Whether the pack joins stacks of single schools, which keep the calendar of their region.</param>
    public static SchoolCalendar? Read(ObjectReader reader, bool isOfSchools)
    {
        if (!PackParts.Entries(reader.OptionalMembers(Key), reader.Problems).Any() || reader.OptionalObject(Key) is not { } written) return null;
        if (isOfSchools)
        {
            reader.Problems.Report(DiagnosticCodes.CalendarOfSchools, reader.Node.Members.First(m => m.Name == Key).NameSpan);
            return null;
        }

        SchoolCalendar calendar = new AuthorCalendarReader(reader.Problems).Read(written);
        RefuseEntwinedYears(calendar, written);
        return calendar;
    }

    // Whoever counts by school years has to know of each day which year it lies in.
    private static void RefuseEntwinedYears(SchoolCalendar calendar, ObjectReader written)
    {
        HashSet<string> past = new(StringComparer.Ordinal);
        string? current = null;
        foreach (SchoolTerm term in calendar.Terms)
        {
            if (term.SchoolYear == current) continue;
            if (current is not null) past.Add(current);
            current = term.SchoolYear;
            if (!past.Contains(current)) continue;
            written.Problems.Report(DiagnosticCodes.SchoolYearsEntwined, PlaceOf(written, term), DataExcerpt.Of(current));
            return;
        }
    }

    private static SourceSpan PlaceOf(ObjectReader written, SchoolTerm term) =>
        written.RequiredArray("terms").First(t => t["from"]?.Text == PackParts.Written(term.From)).Span;
}
