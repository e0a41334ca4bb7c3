using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Terms and school years of a calendar.</summary>
internal static class SchoolPeriods
{
    /// <summary>All of them, in the order of time; null where they are not all known, or where school years share a day.</summary>
    /// <param name="calendar">The calendar; null where there is none.</param>
    /// <param name="unit">A term or a school year.</param>
    public static ImmutableArray<JudgedPeriod>? Of(SchoolCalendar? calendar, PeriodUnit unit)
    {
        if (calendar is not { HasAllTerms: true }) return null;
        if (unit == PeriodUnit.Term) return [.. calendar.Terms.Select(Of)];
        ImmutableArray<JudgedPeriod> years = [.. calendar.Terms.GroupBy(t => t.SchoolYear, StringComparer.Ordinal).Select(YearOf).OrderBy(y => y.From)];
        return years.Zip(years.Skip(1)).All(y => y.First.To < y.Second.From) ? years : null;
    }

    /// <summary>A term as a period.</summary>
    /// <param name="term">The term.</param>
    public static JudgedPeriod Of(SchoolTerm term) => new(PeriodUnit.Term, term.From, term.To) { SchoolYear = term.SchoolYear, Term = term.Term };

    private static JudgedPeriod YearOf(IEnumerable<SchoolTerm> terms)
    {
        SchoolTerm[] own = [.. terms];
        return new JudgedPeriod(PeriodUnit.SchoolYear, own.Min(t => t.From), own.Max(t => t.To)) { SchoolYear = own[0].SchoolYear };
    }
}
