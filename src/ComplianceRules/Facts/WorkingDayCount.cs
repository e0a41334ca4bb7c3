using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Counts working days by the listed days of a calendar, without walking the days in between.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class WorkingDayCount
{
    private const int DaysOfWeek = 7;
    private const int Weekdays = 5;

    private readonly ImmutableArray<DateOnly> _listed;

    // What the first i listed days sum up to.
    private readonly ImmutableArray<ListedDays> _sums;

    public WorkingDayCount(ImmutableSortedSet<DateOnly> daysOff, ImmutableSortedSet<DateOnly> workingDaysInstead)
    {
        _listed = [.. daysOff.Union(workingDaysInstead)];
        ImmutableArray<ListedDays>.Builder sums = ImmutableArray.CreateBuilder<ListedDays>(_listed.Length + 1);
        ListedDays sum = default;
        sums.Add(sum);
        foreach (DateOnly day in _listed) sums.Add(sum += ListedDays.Of(IsWeekend(day), daysOff.Contains(day), workingDaysInstead.Contains(day)));
        _sums = sums.MoveToImmutable();
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The working days after one day up to another that is not earlier; null where one in between is not known.</summary>
    /// <param name="after">The day that does not count.</param>
    /// <param name="upTo">The day that counts.</param>
    /// <param name="hasAllDaysOff">Whether a weekday that is not listed is worked.</param>
    /// <param name="hasAllWorkingDaysInstead">Whether a weekend that is not listed is free.</param>
    public int? Between(DateOnly after, DateOnly upTo, bool hasAllDaysOff, bool hasAllWorkingDaysInstead)
    {
        ListedDays listed = _sums[CountUpTo(upTo)] - _sums[CountUpTo(after)];
        int weekdays = WeekdaysUpTo(upTo.DayNumber) - WeekdaysUpTo(after.DayNumber);
        int weekends = upTo.DayNumber - after.DayNumber - weekdays;
        bool isKnown = listed.Contradicted == 0 && (hasAllDaysOff || listed.Weekdays == weekdays) && (hasAllWorkingDaysInstead || listed.Weekends == weekends);
        return isKnown ? weekdays - listed.WeekdaysOff + listed.WeekendsWorked : null;
    }

    // Day number 0 is a Monday.
    private static int WeekdaysUpTo(int dayNumber)
    {
        (int weeks, int rest) = Math.DivRem(dayNumber + 1, DaysOfWeek);
        return (weeks * Weekdays) + Math.Min(rest, Weekdays);
    }

    private int CountUpTo(DateOnly day)
    {
        int found = _listed.BinarySearch(day);
        return found < 0 ? ~found : found + 1;
    }
}
