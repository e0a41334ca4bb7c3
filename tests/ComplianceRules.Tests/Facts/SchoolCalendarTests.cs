using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class SchoolCalendarTests
{
    private static readonly DateOnly Saturday = new(2026, 10, 10);
    private static readonly DateOnly NationalDay = new(2026, 10, 1);
    private static readonly SchoolTerm Autumn = new("2026", 1, new DateOnly(2026, 9, 1), new DateOnly(2027, 1, 22));
    private static readonly SchoolTerm Spring = new("2026", 2, new DateOnly(2027, 2, 22), new DateOnly(2027, 7, 9));

    private static readonly SchoolCalendar Whole = SchoolCalendar.Create([Spring, Autumn], [NationalDay], [Saturday], 10);

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-03", false)]
    [InlineData("2026-10-04", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-08-31", true)]
    public void Working_days_are_monday_to_friday_without_days_off_with_working_days_instead(string day, bool expected) =>
        Assert.Equal(expected, Whole.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2027-01-22", true)]
    [InlineData("2027-01-25", false)]
    [InlineData("2027-02-22", true)]
    [InlineData("2027-07-09", true)]
    [InlineData("2027-07-12", false)]
    public void Teaching_days_are_working_days_inside_a_term_whose_first_and_last_day_count(string day, bool expected) =>
        Assert.Equal(expected, Whole.IsTeachingDay(Day(day)));

    [Fact]
    public void Terms_stand_in_the_order_of_time_and_are_found_by_a_day()
    {
        Assert.Equal((SchoolTerm[])[Autumn, Spring], Whole.Terms);
        Assert.True(Whole.HasAllTerms);
        Assert.Equal(10, Whole.TeachingMonthMinDays);
        for (DateOnly day = new(2026, 8, 1); day < new DateOnly(2027, 9, 1); day = day.AddDays(1))
            Assert.Equal(Whole.Terms.FirstOrDefault(t => t.From <= day && day <= t.To), Whole.TermOf(day));
    }

    [Fact]
    public void What_no_list_says_is_unknown_and_not_taken_for_a_plain_week()
    {
        SchoolCalendar calendar = SchoolCalendar.Create(null, null, null, null);
        Assert.Null(calendar.IsWorkingDay(NationalDay));
        Assert.Null(calendar.IsWorkingDay(Saturday));
        Assert.Null(calendar.IsTeachingDay(NationalDay));
        Assert.Null(calendar.TeachingMonthMinDays);
        Assert.False(calendar.HasAllTerms);
    }

    [Fact]
    public void A_list_of_one_kind_decides_the_days_of_that_kind_only()
    {
        SchoolCalendar off = SchoolCalendar.Create(null, [], null, null);
        Assert.True(off.IsWorkingDay(NationalDay));
        Assert.Null(off.IsWorkingDay(Saturday));
        SchoolCalendar instead = SchoolCalendar.Create(null, null, [], null);
        Assert.Null(instead.IsWorkingDay(NationalDay));
        Assert.False(instead.IsWorkingDay(Saturday));
    }

    [Fact]
    public void A_free_day_is_no_teaching_day_though_the_terms_are_not_known()
    {
        SchoolCalendar calendar = SchoolCalendar.Create(null, [NationalDay], [], null);
        Assert.False(calendar.IsTeachingDay(NationalDay));
        Assert.False(calendar.IsTeachingDay(Saturday));
        Assert.Null(calendar.IsTeachingDay(NationalDay.AddDays(-1)));
    }

    [Fact]
    public void A_calendar_without_a_single_term_does_not_say_that_there_is_no_teaching()
    {
        SchoolCalendar calendar = SchoolCalendar.Create([], [], [], 0);
        Assert.False(calendar.HasAllTerms);
        Assert.Null(calendar.IsTeachingDay(NationalDay));
        Assert.False(calendar.IsTeachingDay(Saturday));
    }

    [Fact]
    public void A_calendar_that_contradicts_itself_cannot_be_made()
    {
        Assert.Contains("CR4035", Refused([Autumn with { To = new DateOnly(2026, 8, 1) }], null, null, null), StringComparison.Ordinal);
        Assert.Contains("CR4036", Refused([Autumn, Spring with { From = Autumn.To }], null, null, null), StringComparison.Ordinal);
        Assert.Contains("CR4037", Refused([Autumn, Spring with { Term = 1 }], null, null, null), StringComparison.Ordinal);
        Assert.Contains("CR4034", Refused([Autumn with { Term = 0 }], null, null, null), StringComparison.Ordinal);
        Assert.Contains("CR4039", Refused(null, [Saturday], [Saturday], null), StringComparison.Ordinal);
        Assert.Contains("CR4024", Refused(null, null, null, 32), StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_has_the_calendar_it_was_given_last_and_none_of_itself()
    {
        SnapshotBuilder builder = new(BaseTables.Schema, new SnapshotOptions());
        Assert.Throws<ArgumentNullException>(() => builder.UseCalendar(null!));
        builder.UseCalendar(SchoolCalendar.Create(null, null, null, null));
        builder.UseCalendar(Whole);
        Assert.Same(Whole, builder.Build().Value.Calendar);
        Assert.Null(new SnapshotBuilder(BaseTables.Schema, new SnapshotOptions()).Build().Value.Calendar);
    }

    private static string Refused(SchoolTerm[]? terms, DateOnly[]? daysOff, DateOnly[]? workingDays, int? minDays) =>
        Assert.Throws<ArgumentException>(() => SchoolCalendar.Create(terms, daysOff, workingDays, minDays)).Message;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
