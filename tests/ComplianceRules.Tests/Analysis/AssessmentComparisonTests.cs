using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using Xunit;

namespace ComplianceRules.Tests.Analysis;

public sealed class AssessmentComparisonTests
{
    private const string Class = "s1/101";

    [Fact]
    public void What_is_broken_now_and_was_kept_before_is_new()
    {
        ComparedFinding found = Only(Recorded.Of().With(Class), Recorded.Of(Recorded.Finding(Class)).With(Class));
        Assert.Equal((FindingTrend.New, RecordedState.KeptOrNotConcerned), (found.Trend, found.StateBefore));
    }

    [Fact]
    public void What_is_broken_now_and_was_not_in_the_data_is_new_because_its_row_is()
    {
        ComparedFinding found = Only(Recorded.Of().With("s2/101"), Recorded.Of(Recorded.Finding(Class)).With(Class, "s2/101"));
        Assert.Equal((FindingTrend.New, RecordedState.RowAbsent), (found.Trend, found.StateBefore));
    }

    [Fact]
    public void What_is_broken_now_and_was_undetermined_is_new_and_says_so()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class, Verdict.Undetermined)), Recorded.Of(Recorded.Finding(Class)));
        Assert.Equal((FindingTrend.New, RecordedState.Undetermined), (found.Trend, found.StateBefore));
    }

    [Fact]
    public void What_is_broken_now_and_was_waived_is_new_and_says_so()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class, Verdict.Waived)), Recorded.Of(Recorded.Finding(Class)));
        Assert.Equal((FindingTrend.New, RecordedState.Waived), (found.Trend, found.StateBefore));
    }

    [Fact]
    public void A_breach_of_a_rule_that_was_not_in_force_is_new_and_says_so()
    {
        ComparedFinding found = Only(Recorded.Of().With(Class) with { Rules = [], NotInForce = [Recorded.Rule] }, Recorded.Of(Recorded.Finding(Class)));
        Assert.Equal((FindingTrend.New, RecordedState.RuleNotInForce), (found.Trend, found.StateBefore));
    }

    [Fact]
    public void A_breach_of_a_rule_that_was_not_there_is_new_and_says_so()
    {
        ComparedFinding found = Only(Recorded.Of().With(Class) with { Rules = [] }, Recorded.Of(Recorded.Finding(Class)));
        Assert.Equal((FindingTrend.New, RecordedState.RuleAbsent), (found.Trend, found.StateBefore));
    }

    [Fact]
    public void A_breach_that_is_not_listed_any_more_is_fixed_where_its_row_is_still_in_the_data()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class), Recorded.Of().With(Class));
        Assert.Equal((FindingTrend.Fixed, RecordedState.KeptOrNotConcerned), (found.Trend, found.StateAfter));
    }

    [Fact]
    public void A_breach_is_kept_now_where_the_rule_judges_every_row_and_lets_none_out()
    {
        RecordedAssessment after = Recorded.Of().With(Class, "s1/102") with { Rules = [Recorded.RuleOf(Recorded.Rule, compliant: 0, notApplicable: 0)] };
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class), after);
        Assert.Equal((FindingTrend.Fixed, RecordedState.Compliant), (found.Trend, found.StateAfter));
    }

    [Fact]
    public void A_breach_whose_row_was_dropped_from_the_data_is_gone_and_not_fixed()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class, "s1/102"), Recorded.Of().With("s1/102"));
        Assert.Equal((FindingTrend.Gone, RecordedState.RowAbsent), (found.Trend, found.StateAfter));
    }

    [Fact]
    public void A_breach_that_is_not_listed_any_more_is_unclear_where_nobody_tells_whether_its_row_is_there()
    {
        AssessmentComparison comparison = Compare(Recorded.Of(Recorded.Finding(Class)), Recorded.Of());
        Assert.Equal((FindingTrend.Unclear, RecordedState.NotTold), (comparison.Findings[0].Trend, comparison.Findings[0].StateAfter));
        Assert.Equal([ComparisonCaution.AfterHidesRows], comparison.Cautions.ToArray());
    }

    [Fact]
    public void A_row_that_another_rule_still_lists_is_there()
    {
        RecordedAssessment after = Recorded.Of(Recorded.Finding(Class, rule: "t/other")) with { Rules = [Recorded.RuleOf("t/other"), Recorded.RuleOf(Recorded.Rule)] };
        AssessmentComparison comparison = Compare(Recorded.Of(Recorded.Finding(Class)), after);
        Assert.Equal(FindingTrend.Fixed, comparison.Findings.Single(f => f.Rule == Recorded.Rule).Trend);
    }

    [Fact]
    public void A_school_of_which_a_class_is_listed_is_there()
    {
        RecordedFinding school = Recorded.Finding("s1") with { Subject = new Subject("school", "s1", null) };
        AssessmentComparison comparison = Compare(Recorded.Of(school), Recorded.Of(Recorded.Finding(Class)));
        Assert.Equal(FindingTrend.Fixed, comparison.Findings.Single(f => f.Subject!.Table == "school").Trend);
    }

    [Fact]
    public void A_breach_that_is_listed_as_not_applicable_is_not_fixed()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)), Recorded.Of(Recorded.Finding(Class, Verdict.NotApplicable)));
        Assert.Equal(FindingTrend.NoLongerApplies, found.Trend);
    }

    [Fact]
    public void Where_everything_is_listed_what_is_missing_is_not_judged_any_more()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class), Recorded.Of().With(Class) with { ListsAll = true });
        Assert.Equal((FindingTrend.NoLongerApplies, RecordedState.NotApplicable), (found.Trend, found.StateAfter));
    }

    [Fact]
    public void Where_everything_is_listed_a_row_without_any_finding_has_gone()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)), Recorded.Of(Recorded.Finding("s1/102", Verdict.Compliant)) with { ListsAll = true });
        Assert.Equal(FindingTrend.Gone, found.Trend);
    }

    [Fact]
    public void A_breach_that_is_waived_now_is_excused()
    {
        Assert.Equal(FindingTrend.Excused, Only(Recorded.Of(Recorded.Finding(Class)), Recorded.Of(Recorded.Finding(Class, Verdict.Waived))).Trend);
    }

    [Fact]
    public void A_breach_that_is_undetermined_now_is_no_longer_known()
    {
        Assert.Equal(FindingTrend.NoLongerKnown, Only(Recorded.Of(Recorded.Finding(Class)), Recorded.Of(Recorded.Finding(Class, Verdict.Undetermined))).Trend);
    }

    [Fact]
    public void A_breach_is_no_longer_known_where_all_rows_lack_the_fact()
    {
        RecordedAssessment after = Recorded.Of(Recorded.Lacking()).With(Class) with { Rules = [Recorded.RuleOf(Recorded.Rule, compliant: 0, notApplicable: 0)] };
        AssessmentComparison comparison = Compare(Recorded.Of(Recorded.Finding(Class)).With(Class), after);
        Assert.Equal([FindingTrend.NewlyUnknown, FindingTrend.NoLongerKnown], comparison.Findings.Select(f => f.Trend));
    }

    [Fact]
    public void A_breach_is_unclear_where_many_rows_lack_the_fact_and_others_keep_the_rule()
    {
        AssessmentComparison comparison = Compare(Recorded.Of(Recorded.Finding(Class)).With(Class), Recorded.Of(Recorded.Lacking()).With(Class));
        Assert.Equal(FindingTrend.Unclear, comparison.Findings.Single(f => f.Subject is not null).Trend);
    }

    [Fact]
    public void A_breach_of_a_rule_that_is_not_in_force_any_more_is_gone()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class), Recorded.Of().With(Class) with { Rules = [], NotInForce = [Recorded.Rule] });
        Assert.Equal((FindingTrend.Gone, RecordedState.RuleNotInForce), (found.Trend, found.StateAfter));
    }

    [Fact]
    public void A_breach_outside_the_region_that_alone_was_judged_is_unclear()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class), Recorded.Of().With(Class) with { Only = RegionCode.Parse("370321") });
        Assert.Equal(FindingTrend.Unclear, found.Trend);
    }

    [Fact]
    public void A_breach_inside_the_region_that_alone_was_judged_is_followed()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class)).With(Class), Recorded.Of().With(Class) with { Only = RegionCode.Parse("370300") });
        Assert.Equal(FindingTrend.Fixed, found.Trend);
    }

    [Theory]
    [InlineData(-1, -2, FindingTrend.Worse, -1)]
    [InlineData(-2, -1, FindingTrend.Better, 1)]
    [InlineData(-2, -2, FindingTrend.StillOpen, 0)]
    public void Two_breaches_are_compared_by_their_margins(int before, int after, FindingTrend trend, int gain)
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class, margin: before)), Recorded.Of(Recorded.Finding(Class, margin: after)));
        Assert.Equal((trend, (decimal?)gain, false), (found.Trend, found.Gain, found.LimitChanged));
    }

    [Fact]
    public void Margins_of_different_units_are_not_compared()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class, margin: -1)), Recorded.Of(Recorded.Finding(Class, margin: -60) with { Unit = "min" }));
        Assert.Equal((FindingTrend.StillOpen, (decimal?)null, true), (found.Trend, found.Gain, found.LimitChanged));
    }

    [Fact]
    public void A_limit_that_moved_is_told()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class, margin: -1)), Recorded.Of(Recorded.Finding(Class, margin: -6) with { Limit = "40" }));
        Assert.Equal((FindingTrend.Worse, true), (found.Trend, found.LimitChanged));
    }

    [Fact]
    public void A_breach_that_weighs_more_now_is_worse_where_its_margin_is_the_same()
    {
        RecordedFinding before = Recorded.Finding(Class, margin: -1) with { Severity = Severity.Warning };
        Assert.Equal(FindingTrend.Worse, Only(Recorded.Of(before), Recorded.Of(Recorded.Finding(Class, margin: -1))).Trend);
    }

    [Fact]
    public void What_the_row_has_comes_before_how_grave_the_law_calls_it()
    {
        RecordedFinding before = Recorded.Finding(Class, margin: -2) with { Severity = Severity.Warning };
        Assert.Equal(FindingTrend.Better, Only(Recorded.Of(before), Recorded.Of(Recorded.Finding(Class, margin: -1))).Trend);
    }

    [Fact]
    public void Margins_too_far_apart_for_a_decimal_are_not_compared()
    {
        ComparedFinding found = Only(Recorded.Of(Recorded.Finding(Class) with { Margin = decimal.MinValue }), Recorded.Of(Recorded.Finding(Class) with { Margin = decimal.MaxValue }));
        Assert.Equal((FindingTrend.StillOpen, (decimal?)null), (found.Trend, found.Gain));
    }

    [Fact]
    public void What_was_undetermined_and_is_kept_now_is_decided()
    {
        Assert.Equal(FindingTrend.Decided, Only(Recorded.Of(Recorded.Finding(Class, Verdict.Undetermined)).With(Class), Recorded.Of().With(Class)).Trend);
    }

    [Fact]
    public void What_was_undetermined_and_has_gone_is_not_decided()
    {
        Assert.Empty(Compare(Recorded.Of(Recorded.Finding(Class, Verdict.Undetermined)).With(Class), Recorded.Of().With("s1/102")).Findings);
    }

    [Fact]
    public void What_was_kept_and_is_undetermined_now_is_newly_unknown()
    {
        Assert.Equal(FindingTrend.NewlyUnknown, Only(Recorded.Of().With(Class), Recorded.Of(Recorded.Finding(Class, Verdict.Undetermined)).With(Class)).Trend);
    }

    [Fact]
    public void What_was_kept_and_is_waived_now_is_newly_excused()
    {
        Assert.Equal(FindingTrend.NewlyExcused, Only(Recorded.Of().With(Class), Recorded.Of(Recorded.Finding(Class, Verdict.Waived)).With(Class)).Trend);
    }

    [Fact]
    public void What_was_and_is_undetermined_is_only_counted()
    {
        RecordedAssessment same = Recorded.Of(Recorded.Finding(Class, Verdict.Undetermined));
        AssessmentComparison comparison = Compare(same, same);
        Assert.Empty(comparison.Findings);
        Assert.Equal(1, comparison.Counts[FindingTrend.StillUnknown]);
    }

    [Fact]
    public void The_same_assessment_twice_leaves_everything_open()
    {
        RecordedAssessment same = Recorded.Of(Recorded.Finding(Class, margin: -1), Recorded.Finding("s2/101"), Recorded.Lacking());
        AssessmentComparison comparison = Compare(same, same);
        Assert.All(comparison.Findings, f => Assert.Equal(FindingTrend.StillOpen, f.Trend));
        Assert.Equal((2, 2, 2), (comparison.Counts.BrokenBefore, comparison.Counts.BrokenAfter, comparison.Findings.Length));
        Assert.Empty(comparison.Cautions.ToArray());
        Assert.False(comparison.HasRisen(Severity.Progress));
    }

    [Fact]
    public void Every_breach_of_both_sides_is_counted_once()
    {
        RecordedFinding[] old = [Recorded.Finding("s1/1"), Recorded.Finding("s1/2"), Recorded.Finding("s1/3"), Recorded.Finding("s1/4"), Recorded.Finding("s1/5"), Recorded.Finding("s1/6", margin: -1)];
        RecordedFinding[] now = [Recorded.Finding("s1/3", Verdict.Waived), Recorded.Finding("s1/4", Verdict.Undetermined), Recorded.Finding("s1/5"), Recorded.Finding("s1/6", margin: -2), Recorded.Finding("s1/7")];
        AssessmentComparison comparison = Compare(Recorded.Of(old).With("s1/1", "s1/2"), Recorded.Of(now).With("s1/1", "s1/7"));
        Assert.Equal((6, 3), (comparison.Counts.BrokenBefore, comparison.Counts.BrokenAfter));
    }

    [Fact]
    public void A_region_counts_what_lies_below_it()
    {
        AssessmentComparison comparison = Compare(Recorded.Of().With(Class, "s2/1"), Recorded.Of(Recorded.Finding(Class), Recorded.Finding("s2/1", region: "370321")).With(Class, "s2/1"));
        Assert.Equal([("370000", 2), ("370300", 2), ("370321", 1), ("370322", 1), ("CN", 2)], comparison.Regions.Select(r => (r.Region!.Value.Text, r.Counts[FindingTrend.New])));
    }

    [Fact]
    public void A_finding_without_a_place_counts_in_no_known_region()
    {
        RecordedFinding old = Recorded.Finding(Class) with { Place = null };
        RegionTrend region = Assert.Single(Compare(Recorded.Of(old), Recorded.Of()).Regions);
        Assert.Equal((null, 1), (region.Region, region.Counts[FindingTrend.Unclear]));
    }

    [Fact]
    public void Schools_with_more_new_breaches_than_fixed_ones_rise()
    {
        RecordedAssessment before = Recorded.Of(Recorded.Finding("s1/1"), Recorded.Finding("s2/1")).With("s1/1", "s2/1", "s3/1", "s3/2", "s2/2");
        RecordedAssessment after = Recorded.Of(Recorded.Finding("s2/2"), Recorded.Finding("s3/1"), Recorded.Finding("s3/2")).With("s1/1", "s2/1", "s3/1", "s3/2", "s2/2");
        AssessmentComparison comparison = Compare(before, after);
        Assert.Equal([("s3", 2)], comparison.Risers.Select(s => (s.School.Id, s.Counts.Balance)));
        Assert.Equal([("s1", -1)], comparison.Fallers.Select(s => (s.School.Id, s.Counts.Balance)));
    }

    [Fact]
    public void Persons_are_counted_and_never_listed()
    {
        RecordedRule rule = Recorded.RuleOf("t/pupil") with { IsPersonal = true, Subject = "pupil" };
        RecordedFinding pupil = Recorded.Finding("s1/101/7", rule: "t/pupil") with { Subject = new Subject("pupil", "s1/101/7", "name") };
        AssessmentComparison comparison = Compare(Recorded.Of() with { Rules = [rule] }, Recorded.Of(pupil) with { Rules = [rule] });
        Assert.Empty(comparison.Findings);
        Assert.Empty(comparison.Schools);
        PersonalTrend persons = Assert.Single(comparison.Persons);
        Assert.Equal(("<3", "<3"), (persons.BrokenBefore.ToString(), persons.BrokenAfter.ToString()));
    }

    [Fact]
    public void Days_that_go_backwards_are_warned_of()
    {
        RecordedAssessment early = Recorded.Of().With(Class);
        Assert.Equal([ComparisonCaution.Backwards], AssessmentComparison.Between(early.LaterThan(early), early).Cautions.ToArray());
    }

    [Fact]
    public void Assessments_of_other_places_are_warned_of()
    {
        Assert.Equal([ComparisonCaution.NoSharedSchools], Compare(Recorded.Of().With("s1/1"), Recorded.Of().With("s2/1")).Cautions.ToArray());
    }

    [Fact]
    public void Assessments_by_other_packs_are_warned_of()
    {
        RecordedAssessment other = Recorded.Of().With(Class) with { Rules = [Recorded.RuleOf("u/size")], Packs = [new PackIdentity("u", "1.0.0", null, "01")] };
        AssessmentComparison comparison = Compare(Recorded.Of().With(Class), other);
        Assert.Equal([ComparisonCaution.NoSharedRules], comparison.Cautions.ToArray());
        Assert.Equal([("t", true, false), ("u", false, true)], comparison.Packs.Select(p => (p.Id, p.Before is not null, p.After is not null)));
    }

    [Fact]
    public void Rules_that_one_side_was_not_asked_for_are_warned_of()
    {
        RecordedAssessment more = Recorded.Of().With(Class) with { Rules = [Recorded.RuleOf("t/other"), Recorded.RuleOf(Recorded.Rule)] };
        AssessmentComparison comparison = Compare(Recorded.Of().With(Class), more);
        Assert.Equal([ComparisonCaution.DifferentRules], comparison.Cautions.ToArray());
        Assert.Equal(["t/other"], comparison.RulesAfter.Select(r => r.Id));
    }

    [Fact]
    public void A_rule_that_came_into_force_is_not_warned_of()
    {
        RecordedAssessment before = Recorded.Of().With(Class) with { Rules = [Recorded.RuleOf("t/other")], NotInForce = [Recorded.Rule] };
        RecordedAssessment after = Recorded.Of().With(Class) with { Rules = [Recorded.RuleOf("t/other"), Recorded.RuleOf(Recorded.Rule)] };
        Assert.Empty(Compare(before, after).Cautions.ToArray());
    }

    [Fact]
    public void A_new_breach_below_the_severity_asked_for_is_no_rise()
    {
        AssessmentComparison comparison = Compare(Recorded.Of().With(Class), Recorded.Of(Recorded.Finding(Class) with { Severity = Severity.Advice }).With(Class));
        Assert.Equal((false, true), (comparison.HasRisen(Severity.Warning), comparison.HasRisen(Severity.Advice)));
    }

    private static AssessmentComparison Compare(RecordedAssessment before, RecordedAssessment after) => AssessmentComparison.Between(before, after);

    private static ComparedFinding Only(RecordedAssessment before, RecordedAssessment after) => Assert.Single(Compare(before, after).Findings);
}
