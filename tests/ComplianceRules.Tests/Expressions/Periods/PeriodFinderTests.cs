using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Periods;

public sealed class PeriodFinderTests
{
    private static readonly SchoolTerm[] Terms = [new("2025", 1, D("2025-09-01"), D("2026-01-23")), new("2025", 2, D("2026-02-23"), D("2026-07-05")), new("2026", 1, D("2026-09-01"), D("2027-01-22"))];
    private static readonly SchoolCalendar Whole = SchoolCalendar.Create(Terms, [], [], 10);

    [Theory]
    [InlineData("week", "2026-09-02", "2026-08-24..2026-08-30, 2026-08-31..2026-09-06 runs")]
    [InlineData("month", "2026-03-01", "2026-02-01..2026-02-28, 2026-03-01..2026-03-31 runs")]
    [InlineData("month", "2024-03-31", "2024-02-01..2024-02-29, 2024-03-01..2024-03-31 runs")]
    [InlineData("year", "2026-12-31", "2025-01-01..2025-12-31, 2026-01-01..2026-12-31 runs")]
    [InlineData("year", "0001-06-01", "0001-01-01..0001-12-31 runs")]
    [InlineData("week", "9999-12-31", "9999-12-20..9999-12-26, 9999-12-27..9999-12-31 runs")]
    public void Without_a_frame_the_period_of_the_day_and_the_one_before_are_judged_and_no_calendar_is_needed(string per, string day, string expected) =>
        Assert.Equal(expected, Text(Find(per, null, null, day)));

    [Theory]
    [InlineData("week", "term", "2026-09-16", "2026-09-01..2026-09-06 cut, 2026-09-07..2026-09-13, 2026-09-14..2026-09-20 runs")]
    [InlineData("month", "term", "2026-07-05", "2026-03-01..2026-03-31, 2026-04-01..2026-04-30, 2026-05-01..2026-05-31, 2026-06-01..2026-06-30")]
    [InlineData("month", "term", "2026-08-10", "2026-03-01..2026-03-31, 2026-04-01..2026-04-30, 2026-05-01..2026-05-31, 2026-06-01..2026-06-30")]
    [InlineData("term", "term", "2026-08-10", "2026-02-23..2026-07-05")]
    [InlineData("term", "school_year", "2026-04-10", "2025-09-01..2026-01-23, 2026-02-23..2026-07-05 runs")]
    [InlineData("term", "school_year", "2026-02-01", "2025-09-01..2026-01-23")]
    [InlineData("school_year", "school_year", "2026-02-01", "2025-09-01..2026-07-05 runs")]
    [InlineData("school_year", "term", "2026-04-10", "2026-02-23..2026-07-05 runs cut")]
    [InlineData("year", "school_year", "2026-04-10", "2025-09-01..2025-12-31 cut, 2026-01-01..2026-07-05 runs cut")]
    [InlineData("term", null, "2026-08-31", "2026-02-23..2026-07-05")]
    [InlineData("term", null, "2026-09-01", "2026-02-23..2026-07-05, 2026-09-01..2027-01-22 runs")]
    [InlineData("school_year", null, "2026-09-01", "2025-09-01..2026-07-05, 2026-09-01..2027-01-22 runs")]
    [InlineData("term", null, "2025-08-31", "")]
    [InlineData("week", "school_year", "2025-08-31", "")]
    public void A_frame_is_the_one_of_the_day_or_the_last_that_ended(string per, string? within, string day, string expected) =>
        Assert.Equal(expected, Text(Find(per, within, Whole, day)));

    [Theory]
    [InlineData("2026-06-30", "2026-06-01..2026-06-30, 2026-07-01..2026-07-31 runs")]
    [InlineData("2026-07-01", "2026-07-01..2026-07-31 runs")]
    public void What_ended_before_the_rule_began_is_left_out(string since, string expected) =>
        Assert.Equal(expected, Text(PeriodFinder.Find(new PeriodQuestion(PeriodUnit.Month, null, D(since)), null, D("2026-07-10"))));

    [Fact]
    public void What_is_not_known_of_the_calendar_is_not_known_of_the_periods()
    {
        SchoolCalendar open = SchoolCalendar.Create(null, [], [], 10);
        Assert.Equal(UnknownReason.NoCalendar, Find("week", "term", null, "2026-09-16").Missing);
        Assert.Equal(UnknownReason.NoCalendar, Find("term", null, open, "2026-09-16").Missing);
        Assert.All(Find("week", null, open, "2026-09-16").Periods, p => Assert.Null(p.Counts));
        Assert.All(Find("month", null, SchoolCalendar.Create(Terms, [], [], null), "2026-10-16").Periods, p => Assert.Null(p.Counts));
        Assert.All(Find("week", null, SchoolCalendar.Create(Terms, null, [], 10), "2026-09-16").Periods, p => Assert.Null(p.Counts));
        Assert.All(Find("year", null, open, "2026-09-16").Periods, p => Assert.True(p.Counts));
    }

    [Fact]
    public void The_term_of_the_day_is_a_frame_even_where_others_are_not_known()
    {
        CalendarBuilder builder = new(_ => { });
        builder.ReportTerms();
        builder.AddTerm("2026", 1, D("2026-09-01"), D("2027-01-22"), null);
        builder.AddTerm("2026", 2, null, null, null);
        SchoolCalendar partly = builder.Build();
        Assert.Equal("2026-09-01..2027-01-22 runs", Text(Find("term", "term", partly, "2026-09-16")));
        Assert.Equal(UnknownReason.NoCalendar, Find("term", "term", partly, "2026-08-16").Missing);
        Assert.Equal(UnknownReason.NoCalendar, Find("term", "school_year", partly, "2026-09-16").Missing);
        Assert.Equal(UnknownReason.NoCalendar, Find("term", null, partly, "2026-09-16").Missing);
    }

    [Fact]
    public void School_years_that_share_a_day_are_not_known()
    {
        SchoolCalendar entwined = SchoolCalendar.Create([new("a", 1, D("2026-01-01"), D("2026-01-31")), new("b", 1, D("2026-02-01"), D("2026-02-28")), new("a", 2, D("2026-03-01"), D("2026-03-31"))], [], [], 0);
        Assert.Equal(UnknownReason.NoCalendar, Find("school_year", null, entwined, "2026-03-10").Missing);
        Assert.Equal("2026-02-01..2026-02-28, 2026-03-01..2026-03-31 runs", Text(Find("term", null, entwined, "2026-03-10")));
    }

    [Fact]
    public void A_frame_of_too_many_weeks_is_not_gone_through()
    {
        SchoolCalendar endless = SchoolCalendar.Create([new("x", 1, DateOnly.MinValue, DateOnly.MaxValue)], [], [], 0);
        Assert.Equal(UnknownReason.TooMuchWork, Find("week", "term", endless, "2026-03-10").Missing);
        Assert.Equal("0001-01-01..9999-12-31 runs", Text(Find("term", "term", endless, "9999-12-31")));
    }

    [Theory]
    [InlineData("2026-09-05", -1)]
    [InlineData("2026-09-06", 0)]
    [InlineData("2026-09-13", 1)]
    [InlineData("2026-09-14", -1)]
    public void A_day_lies_in_one_period_at_most_and_days_to_come_in_none(string day, int period)
    {
        JudgedPeriods periods = new(null, [new(PeriodUnit.Week, D("2026-09-06"), D("2026-09-06")) { Last = D("2026-09-06") }, new(PeriodUnit.Week, D("2026-09-07"), D("2026-09-20")) { Last = D("2026-09-13") }]);
        Assert.Equal(period, periods.Of(D(day).DayNumber));
    }

    private static JudgedPeriods Find(string per, string? within, SchoolCalendar? calendar, string day) =>
        PeriodFinder.Find(new PeriodQuestion(PeriodNames.Of(per), within is null ? null : PeriodNames.Of(within), null), calendar, D(day));

    private static string Text(JudgedPeriods found)
    {
        Assert.Null(found.Missing);
        return string.Join(", ", found.Periods.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.From:yyyy-MM-dd}..{p.To:yyyy-MM-dd}{(p.IsRunning ? " runs" : string.Empty)}{(p.IsCut ? " cut" : string.Empty)}")));
    }

    private static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
