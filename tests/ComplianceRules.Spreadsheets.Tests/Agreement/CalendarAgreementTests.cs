using ComplianceRules.Facts;
using ComplianceRules.Tests.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>The same calendar in every source is the same calendar.</summary>
public sealed class CalendarAgreementTests
{
    private static readonly DateOnly First = new(2026, 9, 1);

    private static readonly AgreedCalendar Whole = new(
        [new SchoolTerm("2026", 2, new DateOnly(2027, 2, 22), new DateOnly(2027, 7, 9)), new SchoolTerm("2026", 1, First, new DateOnly(2027, 1, 22))],
        [(new DateOnly(2026, 10, 1), false), (new DateOnly(2026, 10, 10), true), (new DateOnly(2026, 10, 2), false)],
        10);

    public static TheoryData<string> Sources => AgreedSources.Names;

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_whole_calendar_is_read_whole(string source)
    {
        SchoolCalendar calendar = Read(source, Whole)!;
        Assert.Equal("2026/1:2026-09-01..2027-01-22 2026/2:2027-02-22..2027-07-09 off 2026-10-01,2026-10-02 instead 2026-10-10 min 10", SnapshotText.Of(calendar));
        Assert.True(calendar.IsTeachingDay(new DateOnly(2026, 10, 10)));
        Assert.False(calendar.IsTeachingDay(new DateOnly(2026, 10, 1)));
        Assert.False(calendar.IsTeachingDay(First.AddDays(-1)));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_list_that_is_absent_is_unknown_and_an_empty_one_is_not(string source)
    {
        SchoolCalendar terms = Read(source, Whole with { Days = null, MinDays = null })!;
        Assert.Null(terms.IsWorkingDay(First));
        Assert.Null(terms.IsWorkingDay(First.AddDays(4)));
        Assert.True(terms.HasAllTerms);
        SchoolCalendar days = Read(source, new AgreedCalendar(null, [], null))!;
        Assert.True(days.IsWorkingDay(First));
        Assert.False(days.IsWorkingDay(First.AddDays(4)));
        Assert.Null(days.IsTeachingDay(First));
        SchoolCalendar none = Read(source, new AgreedCalendar([], null, 0))!;
        Assert.False(none.HasAllTerms);
        Assert.Equal(0, none.TeachingMonthMinDays);
        Assert.Null(none.IsWorkingDay(First));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Data_without_a_calendar_has_none(string source) => Assert.Null(Read(source, null));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Any_day_is_worked_and_taught_on_alike(string source) =>
        Prop.ForAll<int[], int, bool>((seeds, day, hasTerms) =>
        {
            Dictionary<DateOnly, bool> days = [];
            foreach (int seed in seeds) days[First.AddDays(seed % 40)] = seed % 2 == 0;
            AgreedCalendar made = new(hasTerms ? Whole.Terms : null, [.. days.Select(d => (d.Key, d.Value))], null);
            SchoolCalendar calendar = Read(source, made)!;
            foreach (DateOnly at in (DateOnly[])[First.AddDays(day % 40), .. days.Keys])
            {
                bool isWorked = days.TryGetValue(at, out bool worked) ? worked : at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
                Assert.Equal(isWorked, calendar.IsWorkingDay(at));
                Assert.Equal(!isWorked ? false : hasTerms ? at >= First : null, calendar.IsTeachingDay(at));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static SchoolCalendar? Read(string source, AgreedCalendar? calendar)
    {
        Snapshot snapshot = AgreedSources.All[source].Read(new AgreedSnapshot { Calendar = calendar, Tables = [new("school", [AgreedRow.Of(("id", "S"))])] });
        Assert.Empty(snapshot.Data.Issues);
        return snapshot.Calendar;
    }
}
