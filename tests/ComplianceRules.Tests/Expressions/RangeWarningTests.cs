using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class RangeWarningTests
{
    [Theory]
    [InlineData("homework > 700", "CR2070: `homework > 700` never holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("homework > 600", "CR2070: `homework > 600` never holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("700 < homework", "CR2070: `700 < homework` never holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("homework <= 600", "CR2071: `homework <= 600` always holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("homework != -1", "CR2071: `homework != -1` always holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("(flag ? seats : 70.0) > 80", "CR2070: `(flag ? seats : 70) > 80` never holds, for always `0 <= (flag ? seats : 70) <= 70`")]
    [InlineData("seats == 2.5", "CR2070: `seats == 2.5` never holds, for always `0 <= seats <= 60`, `seats % 1 == 0`")]
    [InlineData("seats in [2.5, 61]", "CR2070: `seats in [2.5, 61]` never holds, for always `0 <= seats <= 60`, `seats % 1 == 0`")]
    [InlineData("seats in [2, 61, 62]", "CR2074: `61, 62` in the list never equals `seats`, for always `0 <= seats <= 60`")]
    [InlineData("lights_out < time('16:30')", "CR2071: `lights_out < time(\"40:30\")` always holds, for always `17:00 <= lights_out <= 30:00`")]
    [InlineData("starts < time('05:30')", "CR2070: `starts < time(\"05:30\")` never holds, for always `06:00 <= starts <= 22:00`")]
    [InlineData("month(opened) > 12", "CR2070: `month(opened) > 12` never holds, for always `1 <= month(opened) <= 12`")]
    [InlineData("day_of_month(opened) > 31", "CR2070: `day_of_month(opened) > 31` never holds, for always `1 <= day_of_month(opened) <= 31`")]
    [InlineData("seats + halves < signed - 6", "CR2070: `seats + halves < signed - 6` never holds, for always `1 <= seats + halves <= 64`, `-9 <= signed - 6 <= -0.5`")]
    [InlineData("school.gates < 0", "CR2070: `school.gates < 0` never holds, for always `0 <= school.gates <= 20`")]
    [InlineData("flag && (other || homework < 0)", "CR2070: `homework < 0` never holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("(homework > 700) == true", "CR2070: `homework > 700` never holds, for always `0 <= homework <= 600 min/d`")]
    [InlineData("(homework > 700 ? 1 : 2) > 5", "CR2070: `homework > 700` never holds, for always `0 <= homework <= 600 min/d`")]
    public void A_comparison_that_the_range_decides_is_told_once(string expression, string warning) => Assert.Equal(warning, Assert.Single(RangeSight.Warnings(expression)));

    [Theory]
    [InlineData("classes.size() >= 0", "CR2071: `classes.size() >= 0` always holds, for always `classes.size() >= 0`")]
    [InlineData("classes.all(c, c.seats < 0)", "CR2070: `c.seats < 0` never holds, for always `0 <= c.seats <= 60`")]
    [InlineData("classes.filter(c, c.flag).all(d, d.halves <= 4)", "CR2071: `d.halves <= 4` always holds, for always `1 <= d.halves <= 4`")]
    [InlineData("classes.share(c, c.flag) > 100", "CR2070: `classes.share(c, c.flag) > 100` never holds, for always `0 <= classes.share(c, c.flag) <= 100 %`")]
    [InlineData("classes.map(c, c.seats).sum() < 0", "CR2070: `classes.map(c, c.seats).sum() < 0` never holds, for always `classes.map(c, c.seats).sum() >= 0`")]
    [InlineData("classes.map(c, c.seats).cv() < 0", "CR2070: `classes.map(c, c.seats).cv() < 0` never holds, for always `classes.map(c, c.seats).cv() >= 0`")]
    [InlineData("classes.exists(c, c.seats > 5 && c.seats < 3)", "CR2072: `c.seats > 5` and `c.seats < 3` never hold together")]
    public void A_comparison_over_lists_is_told_with_its_variable(string expression, string warning) =>
        Assert.Equal(warning, Assert.Single(RangeSight.Warnings(expression, BaseTables.School)));

    [Theory]
    [InlineData("signed > 5 && signed < 3", "CR2072: `signed > 5` and `signed < 3` never hold together")]
    [InlineData("signed > 5 && flag && 3 >= signed", "CR2072: `signed > 5` and `3 >= signed` never hold together")]
    [InlineData("seats > 4 && seats < 5", "CR2072: `seats > 4` and `seats < 5` never hold together")]
    [InlineData("seats == 4 && seats == 5", "CR2072: `seats == 4` and `seats == 5` never hold together")]
    [InlineData("kind == 'ordinary' && kind == 'special'", "CR2072: `kind == \"ordinary\"` and `kind == \"special\"` never hold together")]
    [InlineData("seats in [1, 2] && seats > 2", "CR2072: `seats in [1, 2]` and `seats > 2` never hold together")]
    [InlineData("signed < 5 || signed >= 5", "CR2073: one of `signed < 5` and `signed >= 5` always holds")]
    [InlineData("flag || signed <= 3 || signed > 2", "CR2073: one of `signed <= 3` and `signed > 2` always holds")]
    [InlineData("kind != 'ordinary' || kind != 'special'", "CR2073: one of `kind != \"ordinary\"` and `kind != \"special\"` always holds")]
    public void Two_comparisons_of_one_fact_that_exclude_each_other_are_told(string expression, string warning) => Assert.Equal(warning, Assert.Single(RangeSight.Warnings(expression)));

    [Theory]
    [InlineData("homework > 599")]
    [InlineData("homework >= 600")]
    [InlineData("homework < 600")]
    [InlineData("homework == 0")]
    [InlineData("homework <= param('homework.daily_max')")]
    [InlineData("1 == 1")]
    [InlineData("1 > 2 || flag")]
    [InlineData("[1, 2].all(n, n > 0)")]
    [InlineData("written_minutes < 0")]
    [InlineData("as_of > date('2026-09-01')")]
    [InlineData("seats == seats")]
    [InlineData("kind in ['ordinary', 'special']")]
    [InlineData("signed > 3 && signed < 5")]
    [InlineData("signed >= 3 && signed <= 3")]
    [InlineData("signed < 3 || signed > 3")]
    [InlineData("signed > 5 && school.tenths < 0.5 || flag")]
    [InlineData("signed > 5 && has(signed)")]
    [InlineData("halves == 1 || halves == 2")]
    [InlineData("homework / seats > 0")]
    [InlineData("working_days_between(date('2026-09-01'), date('2026-09-11')) > 5")]
    public void What_the_facts_decide_stays_unsaid(string expression) => Assert.Empty(RangeSight.Warnings(expression));

    [Fact]
    public void Previous_and_present_are_two_facts() => Assert.Empty(RangeSight.Warnings("signed > 5 && previous.signed < 3"));

    [Fact]
    public void The_warning_stands_at_the_sign_and_has_help_in_both_languages()
    {
        DiagnosticBag problems = new();
        Assert.NotNull(new ExpressionChecker(SampleSchema.Scope(), problems).Condition(Written.Json("flag || homework > 700")));
        Diagnostic warning = Assert.Single(problems.InFileOrder());
        Assert.Equal((DiagnosticSeverity.Warning, 1, 19), (warning.Severity, warning.Span!.Line, warning.Span.Column));
        Assert.Equal("`homework > 700` 永远不成立，因为总有 `0 <= homework <= 600 min/d`", warning.Message(TextLanguage.Chinese));
        Assert.Equal("check the unit, the direction and the value; correct the field's `range` or `step` if that is what is wrong", warning.Help(TextLanguage.English));
    }

    [Fact]
    public void An_expression_in_trouble_is_not_warned_of()
    {
        ImmutableArray<Diagnostic> problems = Written.Problems("homework > 700 && nothing > 5");
        Assert.Equal(DiagnosticCodes.UnknownFact, Assert.Single(problems).Code);
    }
}
