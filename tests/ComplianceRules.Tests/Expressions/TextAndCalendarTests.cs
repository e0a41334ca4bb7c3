using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class TextAndCalendarTests
{
    [Theory]
    [InlineData("name.startsWith('第一')", "true")]
    [InlineData("name.endsWith('小学')", "false")]
    [InlineData("name.contains('实验') && name.size() == 6", "true")]
    [InlineData("size(name) > 6", "false")]
    [InlineData("(flag ? name : 'x').startsWith('x')", "false")]
    [InlineData("subjects.size() == 2", "true")]
    [InlineData("size(subjects)", "2")]
    [InlineData("['a', name].exists(x, x.contains('实验'))", "true")]
    [InlineData("day_of_week(opened)", "1")]
    [InlineData("day_of_week(date('2026-09-06'))", "7")]
    [InlineData("day_of_month(opened)", "31")]
    [InlineData("day_of_month(opened + days(1))", "1")]
    [InlineData("working_days_between(opened, closed) <= 5", "?NoCalendar")]
    [InlineData("working_days_between(date('2026-09-01'), date('2026-09-02'))", "?NoCalendar")]
    public void Texts_sets_and_days_are_asked_in_expressions(string expression, string expected)
    {
        SampleRow row = new() { ["name"] = "第一实验学校", ["flag"] = true, ["subjects"] = "art music", ["opened"] = new DateOnly(2026, 8, 31), ["closed"] = new DateOnly(2026, 9, 4) };
        Assert.Equal(expected, Written.Value(expression, Written.Class(row)));
    }

    [Theory]
    [InlineData("name.startsWith('a')")]
    [InlineData("size(name)")]
    [InlineData("subjects.size()")]
    [InlineData("day_of_week(opened)")]
    [InlineData("day_of_month(opened)")]
    [InlineData("working_days_between(opened, closed)")]
    public void Of_a_missing_fact_nothing_is_known(string expression) => Assert.Equal("?Absent", Written.Value(expression));

    [Theory]
    [InlineData("kind.startsWith('ord')", "CR2080: `kind` is one of declared values and no free text, so `startsWith` cannot be asked of it")]
    [InlineData("name.contains(kind)", "CR2080: `kind` is one of declared values and no free text, so `contains` cannot be asked of it")]
    [InlineData("kind.size() > 3", "CR2080: `kind` is one of declared values and no free text, so `size` cannot be asked of it")]
    [InlineData("startsWith(name, 'a')", "CR2081: `startsWith` stands behind what it is asked of")]
    [InlineData("classes(name)", "CR2006: unknown function `classes`")]
    [InlineData("opened.day_of_week() == 1", "CR2082: `day_of_week` stands in front, with what it is asked of in parentheses")]
    [InlineData("opened.day_of_month() == 1", "CR2082: `day_of_month` stands in front, with what it is asked of in parentheses")]
    [InlineData("day_of_month(starts)", "CR2007: `day_of_month` does not take these arguments")]
    [InlineData("name.startsWith(5)", "CR2007: `startsWith` does not take these arguments")]
    [InlineData("day_of_week(starts)", "CR2007: `day_of_week` does not take these arguments")]
    public void What_they_do_not_take_is_told(string expression, string problem) => Assert.StartsWith(problem, Written.Problem(expression), StringComparison.Ordinal);

    [Theory]
    [InlineData("name.startsWith(\"a\")")]
    [InlineData("name.size() > 3")]
    [InlineData("day_of_month(opened) <= 15")]
    [InlineData("working_days_between(opened, closed) <= 3")]
    public void They_are_printed_as_they_are_written(string expression) => Assert.Equal(expression, Written.Printed(expression));

    [Fact]
    public void Working_days_are_in_days() => Assert.Equal(Unit.Day.Text, Written.UnitOf("working_days_between(opened, closed)"));
}
