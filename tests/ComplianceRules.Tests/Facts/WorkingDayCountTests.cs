using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class WorkingDayCountTests
{
    private static readonly DateOnly Friday = new(2026, 10, 9);
    private static readonly DateOnly Saturday = Friday.AddDays(1);
    private static readonly DateOnly Monday = Friday.AddDays(3);

    private static readonly SchoolCalendar Plain = SchoolCalendar.Create(null, [], [], null);

    [Fact]
    public void The_first_day_does_not_count_and_the_last_does()
    {
        Assert.Equal(0, Plain.WorkingDaysBetween(Friday, Friday));
        Assert.Equal(1, Plain.WorkingDaysBetween(Friday, Monday));
        Assert.Equal(1, Plain.WorkingDaysBetween(Saturday, Monday));
        Assert.Equal(0, Plain.WorkingDaysBetween(Friday, Saturday));
    }

    [Fact]
    public void A_day_off_is_left_out_and_a_day_worked_instead_counts()
    {
        SchoolCalendar calendar = SchoolCalendar.Create(null, [Monday], [Saturday], null);
        Assert.Equal(1, calendar.WorkingDaysBetween(Friday, Monday));
        Assert.Equal(1, calendar.WorkingDaysBetween(Friday, Saturday));
        Assert.Equal(0, calendar.WorkingDaysBetween(Saturday, Monday));
    }

    [Fact]
    public void An_earlier_second_day_gives_the_same_number_negative()
    {
        Assert.Equal(-1, Plain.WorkingDaysBetween(Monday, Friday));
        Assert.Equal(0, Plain.WorkingDaysBetween(Saturday, Friday));
    }

    [Fact]
    public void A_list_that_is_not_known_matters_only_where_a_day_of_its_kind_lies_in_between()
    {
        SchoolCalendar off = SchoolCalendar.Create(null, [], null, null);
        Assert.Equal(4, off.WorkingDaysBetween(Friday.AddDays(-4), Friday));
        Assert.Null(off.WorkingDaysBetween(Friday, Monday));
        SchoolCalendar instead = SchoolCalendar.Create(null, null, [Saturday], null);
        Assert.Equal(1, instead.WorkingDaysBetween(Friday, Saturday));
        Assert.Null(instead.WorkingDaysBetween(Friday, Monday));
        Assert.Equal(0, instead.WorkingDaysBetween(Friday, Friday));
    }

    [Fact]
    public void A_day_that_is_both_off_and_worked_leaves_the_number_unknown()
    {
        CalendarBuilder builder = new(_ => { });
        builder.ReportDays(isWorking: true);
        builder.ReportDays(isWorking: false);
        builder.AddDay(Monday, isWorking: true, null);
        builder.AddDay(Monday, isWorking: false, null);
        SchoolCalendar calendar = builder.Build();
        Assert.Null(calendar.WorkingDaysBetween(Friday, Monday));
        Assert.Equal(1, calendar.WorkingDaysBetween(Monday, Monday.AddDays(1)));
    }

    [Fact]
    public void All_of_time_is_counted_at_once() => Assert.Equal(2_608_614, Plain.WorkingDaysBetween(DateOnly.MinValue, DateOnly.MaxValue));

    [Fact]
    public void The_number_is_that_of_walking_day_by_day()
    {
        Gen<int[]> days = Gen.Choose(0, 60).ListOf().Select(d => d.ToArray());
        Gen<(int[] Off, int[] Worked, bool HasOff, bool HasWorked, int From, int To)> cases =
            from off in days
            from worked in days
            from hasOff in Gen.Elements(true, false)
            from hasWorked in Gen.Elements(true, false)
            from first in Gen.Choose(0, 60)
            from last in Gen.Choose(0, 60)
            select (off, worked, hasOff, hasWorked, first, last);
        Prop.ForAll(cases.ToArbitrary(), made =>
        {
            SchoolCalendar calendar = Calendar(made.Off, made.Worked, made.HasOff, made.HasWorked);
            return calendar.WorkingDaysBetween(Day(made.From), Day(made.To)) == Walked(calendar, made.From, made.To);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static SchoolCalendar Calendar(int[] off, int[] worked, bool hasOff, bool hasWorked)
    {
        CalendarBuilder builder = new(_ => { });
        if (hasOff) builder.ReportDays(isWorking: false);
        if (hasWorked) builder.ReportDays(isWorking: true);
        foreach (int day in off) builder.AddDay(Day(day), isWorking: false, null);
        foreach (int day in worked) builder.AddDay(Day(day), isWorking: true, null);
        return builder.Build();
    }

    private static int? Walked(SchoolCalendar calendar, int from, int to)
    {
        if (from > to) return -Walked(calendar, to, from);
        int count = 0;
        for (int day = from + 1; day <= to; day++)
        {
            if (calendar.IsWorkingDay(Day(day)) is not { } isWorked) return null;
            if (isWorked) count++;
        }

        return count;
    }

    private static DateOnly Day(int number) => new DateOnly(2026, 9, 26).AddDays(number);
}
