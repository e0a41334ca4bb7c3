using System.Collections.Immutable;

namespace ComplianceRules.Benchmarks;

/// <summary>The calendar of a made-up county.</summary>
internal sealed record CalendarRecipe(ImmutableArray<TermRecipe> Terms, ImmutableArray<DateOnly> DaysOff, ImmutableArray<DateOnly> WorkingDaysInstead, int TeachingMonthMinDays)
{
    /// <summary>The teaching days from one day to another, both included.</summary>
    public IEnumerable<DateOnly> TeachingDays(DateOnly from, DateOnly to)
    {
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            if (IsWorked(day) && Terms.Any(t => t.From <= day && day <= t.To)) yield return day;
        }
    }

    private bool IsWorked(DateOnly day) =>
        WorkingDaysInstead.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DaysOff.Contains(day));
}
