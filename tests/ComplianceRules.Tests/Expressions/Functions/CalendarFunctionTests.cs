using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Functions;

public sealed class CalendarFunctionTests
{
    private static readonly SchoolCalendar Autumn = SchoolCalendar.Create(
        null, [.. Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d))], [new DateOnly(2026, 10, 10)], null);

    [Theory]
    [InlineData("2026-08-31", "1")]
    [InlineData("2026-09-05", "6")]
    [InlineData("2026-09-06", "7")]
    [InlineData("0001-01-01", "1")]
    public void The_week_begins_on_monday_with_1(string day, string expected) => Assert.Equal(expected, Called.Value("day_of_week", null, Day(day)));

    [Theory]
    [InlineData("2026-08-31", "31")]
    [InlineData("2028-02-29", "29")]
    [InlineData("0001-01-01", "1")]
    [InlineData("9999-12-31", "31")]
    public void The_days_of_a_month_begin_with_1(string day, string expected) => Assert.Equal(expected, Called.Value("day_of_month", null, Day(day)));

    [Theory]
    [InlineData("2026-09-30", "2026-10-08", "1")]
    [InlineData("2026-09-30", "2026-10-12", "4")]
    [InlineData("2026-10-12", "2026-09-30", "-4")]
    [InlineData("2026-09-30", "2026-09-30", "0")]
    public void Working_days_go_by_the_calendar(string after, string upTo, string expected) =>
        Assert.Equal(expected, Called.Value("working_days_between", Autumn, Day(after), Day(upTo)));

    [Fact]
    public void Without_a_calendar_that_says_enough_the_number_is_unknown()
    {
        Assert.Equal("?NoCalendar", Called.Value("working_days_between", null, Day("2026-09-01"), Day("2026-09-02")));
        Assert.Equal("?NoCalendar", Called.Value("working_days_between", SchoolCalendar.Create(null, null, null, null), Day("2026-09-01"), Day("2026-09-02")));
    }

    [Fact]
    public void They_take_days_and_give_a_plain_number_and_days()
    {
        Assert.Equal("Number 1", Called.Type("day_of_week", ExpressionType.Date));
        Assert.Equal("Number 1", Called.Type("day_of_month", ExpressionType.Date));
        Assert.Equal("Number d", Called.Type("working_days_between", ExpressionType.Date, ExpressionType.Date));
        Assert.Null(Called.Type("day_of_week", ExpressionType.Time));
        Assert.Null(Called.Type("day_of_month", ExpressionType.Text));
        Assert.Null(Called.Type("day_of_month", ExpressionType.Date, ExpressionType.Date));
        Assert.Null(Called.Type("working_days_between", ExpressionType.Date));
    }

    private static DateValue Day(string text) => new(DateOnly.ParseExact(text, "yyyy-MM-dd"));
}
