namespace ComplianceRules.Facts;

/// <summary>How many days of some kinds a calendar lists.</summary>
/// <param name="Weekdays">From Monday to Friday, off or worked.</param>
/// <param name="Weekends">Saturdays and Sundays, off or worked.</param>
/// <param name="WeekdaysOff">From Monday to Friday and off.</param>
/// <param name="WeekendsWorked">Saturdays and Sundays that are worked.</param>
/// <param name="Contradicted">Both off and worked.</param>
internal readonly record struct ListedDays(int Weekdays, int Weekends, int WeekdaysOff, int WeekendsWorked, int Contradicted)
{
    public static ListedDays Of(bool isWeekend, bool isOff, bool isWorked) =>
        new(isWeekend ? 0 : 1, isWeekend ? 1 : 0, isOff && !isWeekend ? 1 : 0, isWorked && isWeekend ? 1 : 0, isOff && isWorked ? 1 : 0);

    public static ListedDays operator +(ListedDays a, ListedDays b) => new(
        a.Weekdays + b.Weekdays, a.Weekends + b.Weekends, a.WeekdaysOff + b.WeekdaysOff, a.WeekendsWorked + b.WeekendsWorked, a.Contradicted + b.Contradicted);

    public static ListedDays operator -(ListedDays a, ListedDays b) => new(
        a.Weekdays - b.Weekdays, a.Weekends - b.Weekends, a.WeekdaysOff - b.WeekdaysOff, a.WeekendsWorked - b.WeekendsWorked, a.Contradicted - b.Contradicted);
}
