namespace ComplianceRules.Expressions;

/// <summary>Weeks, months and years, which need no school calendar.</summary>
internal static class PlainPeriods
{
    private const int DaysOfWeek = 7;

    /// <summary>The period that has a day.</summary>
    /// <param name="unit">A week, a month or a year.</param>
    /// <param name="day">The day.</param>
    public static JudgedPeriod Of(PeriodUnit unit, DateOnly day) => unit switch
    {
        PeriodUnit.Week => Week(day),
        PeriodUnit.Month => new JudgedPeriod(unit, new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
        PeriodUnit.Year => new JudgedPeriod(unit, new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    // Day number 0 is a Monday; the last week of all has no Sunday.
    private static JudgedPeriod Week(DateOnly day)
    {
        int monday = day.DayNumber - (day.DayNumber % DaysOfWeek);
        return new JudgedPeriod(PeriodUnit.Week, DateOnly.FromDayNumber(monday), DateOnly.FromDayNumber(Math.Min(monday + DaysOfWeek - 1, DateOnly.MaxValue.DayNumber)));
    }
}
