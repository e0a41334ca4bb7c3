using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class CalendarBuilderTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly SourceSpan Place = new("calendar_term.csv", 3, 1);

    private readonly List<Diagnostic> _problems = [];

    [Fact]
    public void A_term_of_which_a_part_is_missing_is_said_once_and_leaves_the_days_outside_the_others_unknown()
    {
        CalendarBuilder builder = new(_problems.Add) { SchoolYearKey = "school_year" };
        builder.ReportTerms();
        builder.ReportDays(isWorking: false);
        builder.AddTerm("2026", 1, First, First.AddDays(6), Place);
        builder.AddTerm(null, null, null, null, Place);
        builder.AddTerm("2026", null, First, First, Place);
        builder.AddTerm("2026", 2, null, First, Place);
        builder.AddTerm("2026", 2, First, null, Place);
        SchoolCalendar calendar = builder.Build();
        Assert.Equal("school_year term from to", string.Join(' ', _problems.Select(p => p.Arguments.Single())));
        Assert.All(_problems, p => Assert.Equal((DiagnosticCodes.CalendarTermIncomplete, Place), (p.Code, p.Span)));
        Assert.Single(calendar.Terms);
        Assert.False(calendar.HasAllTerms);
        Assert.True(calendar.IsTeachingDay(First));
        Assert.Null(calendar.IsTeachingDay(First.AddDays(7)));
    }

    [Fact]
    public void A_term_that_ends_before_it_begins_is_left_out_with_its_two_days()
    {
        CalendarBuilder builder = new(_problems.Add);
        builder.AddTerm("2026", 1, First.AddDays(1), First, Place);
        Assert.Empty(builder.Build().Terms);
        Assert.Equal(
            "calendar_term.csv(3,1): warning CR4035: a term begins on `2026-01-02` and ends before that, on `2026-01-01`; it counts as unknown (see whether the two dates are the wrong way round)",
            Assert.Single(_problems).ToString());
    }

    [Fact]
    public void A_term_of_one_day_is_a_term_and_terms_may_follow_each_other_without_a_gap()
    {
        CalendarBuilder builder = new(_problems.Add);
        builder.AddTerm("2026", 1, First, First, Place);
        builder.AddTerm("2026", 2, First.AddDays(1), First.AddDays(1), Place);
        Assert.Equal(2, builder.Build().Terms.Length);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Exactly_the_terms_that_share_no_day_with_another_are_kept() =>
        Prop.ForAll<(byte From, byte Days)[]>(spans =>
        {
            SchoolTerm[] terms = [.. spans.Select((s, i) => new SchoolTerm("y", i + 1, First.AddDays(s.From), First.AddDays(s.From + (s.Days % 40))))];
            CalendarBuilder builder = new(_ => { });
            builder.ReportTerms();
            foreach (SchoolTerm term in terms) builder.AddTerm(term.SchoolYear, term.Term, term.From, term.To, null);
            SchoolCalendar calendar = builder.Build();
            SchoolTerm[] alone = [.. terms.Where(t => terms.All(o => o == t || o.To < t.From || t.To < o.From)).OrderBy(t => t.From)];
            Assert.Equal(alone, calendar.Terms);
            Assert.Equal(terms.Length == alone.Length && alone.Length > 0, calendar.HasAllTerms);
            Assert.All(alone, t => Assert.Equal(t, calendar.TermOf(t.To)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, true, null)]
    [InlineData(null, null, null)]
    public void A_day_that_cannot_be_used_leaves_the_lists_unknown_that_it_may_belong_to(bool? isWorking, bool? weekday, bool? weekend)
    {
        CalendarBuilder builder = new(_problems.Add);
        builder.ReportDays(isWorking: false);
        builder.ReportDays(isWorking: true);
        builder.AddDay(null, isWorking, Place);
        SchoolCalendar calendar = builder.Build();
        Assert.Equal("CR4038", _problems.Codes());
        Assert.Equal(weekday, calendar.IsWorkingDay(First));
        Assert.Equal(weekend, calendar.IsWorkingDay(First.AddDays(2)));
    }

    [Fact]
    public void A_day_in_both_lists_is_unknown_and_the_others_are_not()
    {
        CalendarBuilder builder = new(_problems.Add);
        builder.ReportDays(isWorking: false);
        builder.AddDay(First, true, Place);
        builder.AddDay(First, false, Place);
        builder.AddDay(First, false, null);
        SchoolCalendar calendar = builder.Build();
        Assert.StartsWith("calendar_term.csv(3,1): warning CR4039: `2026-01-01` is both free and worked", _problems[0].ToString(), StringComparison.Ordinal);
        Assert.Null(calendar.IsWorkingDay(First));
        Assert.True(calendar.IsWorkingDay(First.AddDays(1)));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void A_month_has_no_fewer_than_0_and_no_more_than_31_days(int days, bool usable)
    {
        CalendarBuilder builder = new(_problems.Add);
        builder.SetTeachingMonthMinDays(days, Place);
        Assert.Equal(usable ? days : null, builder.Build().TeachingMonthMinDays);
        Assert.Equal(usable ? [] : [days.ToString(CultureInfo.InvariantCulture)], _problems.Select(p => p.Arguments[^1]));
    }
}
