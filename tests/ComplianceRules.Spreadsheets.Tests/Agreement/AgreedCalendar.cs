using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>A calendar as any source can have it; a list that is null is not known.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Days">The days off and the working days instead; the latter are true.</param>
/// <param name="MinDays">How many teaching days a month must have to count.</param>
internal sealed record AgreedCalendar(ImmutableArray<SchoolTerm>? Terms, ImmutableArray<(DateOnly Day, bool IsWorking)>? Days, int? MinDays)
{
    public IEnumerable<DateOnly>? DaysOff => Days?.Where(d => !d.IsWorking).Select(d => d.Day);

    public IEnumerable<DateOnly>? WorkingDaysInstead => Days?.Where(d => d.IsWorking).Select(d => d.Day);

    public SchoolCalendar Make() => SchoolCalendar.Create(Terms, DaysOff, WorkingDaysInstead, MinDays);
}
