using ComplianceRules.Diagnostics;

namespace ComplianceRules.Tests.Expressions;

public sealed class UnitTests
{
    [Theory]
    [InlineData("5", "none")]
    [InlineData("5 + 3", "none")]
    [InlineData("5 * 3", "1")]
    [InlineData("a + 5", "1")]
    [InlineData("enrolment + 5", "pupil")]
    [InlineData("5 - enrolment", "pupil")]
    [InlineData("-enrolment", "pupil")]
    [InlineData("enrolment * 5", "pupil")]
    [InlineData("5 / enrolment", "1/pupil")]
    [InlineData("enrolment / teachers", "pupil/teacher")]
    [InlineData("enrolment * enrolment", "pupil^2")]
    [InlineData("enrolment / enrolment", "1")]
    [InlineData("enrolment % 5", "pupil")]
    [InlineData("rate - rate", "pp")]
    [InlineData("rate - 5", "pp")]
    [InlineData("rate + 5", "%")]
    [InlineData("percent(enrolment, enrolment)", "%")]
    [InlineData("percent(5, enrolment)", "%")]
    [InlineData("per_100(teachers, enrolment)", "teacher/100 pupil")]
    [InlineData("per_hundred / per_hundred", "1")]
    [InlineData("minutes(5)", "min")]
    [InlineData("minutes(a)", "min")]
    [InlineData("minutes(sleep_hours)", "min")]
    [InlineData("minutes(written_hours)", "min/d")]
    [InlineData("minutes(break_minutes)", "min")]
    [InlineData("hours(written_minutes)", "h/d")]
    [InlineData("hours(5)", "h")]
    [InlineData("days(5)", "d")]
    [InlineData("days(opened - closed)", "d")]
    [InlineData("opened - closed", "d")]
    [InlineData("starts - ends", "min")]
    [InlineData("year(opened)", "1")]
    [InlineData("flag ? 5 : enrolment", "pupil")]
    [InlineData("flag ? enrolment : 5 + 1", "pupil")]
    [InlineData("flag ? 5 : 6", "none")]
    public void An_expression_has_the_unit(string expression, string unit) => Assert.Equal(unit, Written.UnitOf(expression));

    [Theory]
    [InlineData("written_minutes <= 60")]
    [InlineData("60 >= written_minutes")]
    [InlineData("written_minutes <= 30 + 30")]
    [InlineData("written_minutes <= -5")]
    [InlineData("written_minutes <= (flag ? 60 : 90)")]
    [InlineData("written_minutes in [60, 90]")]
    [InlineData("60 in [written_minutes, 90]")]
    [InlineData("written_minutes <= param('homework.daily_max')")]
    [InlineData("break_minutes in [5, minutes(10), 15]")]
    [InlineData("starts + break_minutes <= ends")]
    [InlineData("ends - starts <= break_minutes")]
    [InlineData("gap < rate - 3")]
    [InlineData("per_hundred >= per_100(teachers, enrolment)")]
    [InlineData("hours(written_minutes) == written_hours")]
    public void Equal_units_and_literals_go_together(string expression) => Assert.NotNull(Written.Typed(expression));

    [Theory]
    [InlineData("written_minutes <= written_hours", "`written_minutes` is in `min/d`, `written_hours` in `h/d`")]
    [InlineData("written_minutes + written_hours == 5", "`written_minutes` is in `min/d`, `written_hours` in `h/d`")]
    [InlineData("enrolment == teachers", "`enrolment` is in `pupil`, `teachers` in `teacher`")]
    [InlineData("rate + gap > 5", "`rate` is in `%`, `gap` in `pp`")]
    [InlineData("rate - rate > rate", "`rate - rate` is in `pp`, `rate` in `%`")]
    [InlineData("enrolment in [teachers, 1]", "`enrolment` is in `pupil`, `teachers` in `teacher`")]
    [InlineData("written_minutes < 30 * 2", "`written_minutes` is in `min/d`, `30 * 2` in `1`")]
    [InlineData("flag ? enrolment : teachers", "`enrolment` is in `pupil`, `teachers` in `teacher`")]
    [InlineData("percent(enrolment, teachers)", "`enrolment` is in `pupil`, `teachers` in `teacher`")]
    [InlineData("starts + hours(1)", "`hours(1)` is in `h`, `starts` in `min`")]
    [InlineData("opened + break_minutes", "`break_minutes` is in `min`, `opened` in `d`")]
    [InlineData("written_minutes * 7 <= param('homework.weekly_max')", "`written_minutes * 7` is in `min/d`, `param(\"homework.weekly_max\")` in `h/week`")]
    public void Different_units_are_refused_with_both(string expression, string message) => Assert.StartsWith($"CR2011: {message} (", Written.Problem(expression), StringComparison.Ordinal);

    [Fact]
    public void The_refusal_stands_in_both_languages()
    {
        Diagnostic problem = Assert.Single(Written.Problems("enrolment == teachers"));
        Assert.Equal("`enrolment` 的单位是 `pupil`，`teachers` 的单位是 `teacher`", problem.Message(TextLanguage.Chinese));
        Assert.Equal(DiagnosticCodes.UnitsDiffer, problem.Code);
    }

    [Fact]
    public void A_number_per_hundred_is_no_divisor_of_another_unit() =>
        Assert.Equal("CR2036: `per_hundred` is in `teacher/100 pupil` and cannot be divided by (divide by a number that is not per hundred)", Written.Problem("enrolment / per_hundred"));

    [Theory]
    [InlineData("minutes(sleep_hours)", "120")]
    [InlineData("minutes(written_hours)", "45")]
    [InlineData("hours(written_minutes)", "1.5")]
    [InlineData("minutes(break_minutes)", "10")]
    [InlineData("minutes(sleep_hours) == 120", "true")]
    public void Minutes_and_hours_convert_each_other(string expression, string value)
    {
        SampleRow row = new() { ["sleep_hours"] = 2, ["written_hours"] = 0.75, ["written_minutes"] = 90, ["break_minutes"] = 10 };
        Assert.Equal(value, Written.Value(expression, Written.Class(row)));
    }
}
