using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests;
using NRules;

namespace ComplianceRules.NRules.Tests.Contributions;

public sealed class AbsurdContributionTests
{
    private static readonly Instrument House = new("house", InstrumentKind.SchoolPlan, LocalText.Same("house rules"), null, null, null, null, Certainty.Read);

    private static readonly Snapshot District = Sample.District(Sample.Small);

    private static readonly Assessment Judged = Plan.For(Sample.Small, Sample.Day).Run(District);

    [Theory]
    [InlineData(typeof(CrowdedRoom), typeof(EndlessRoom))]
    [InlineData(typeof(LoopingRoom))]
    public void Rules_that_go_on_to_find_what_they_fire_for_come_to_an_end(params Type[] classes) =>
        Assert.Contains("not come to an end", Assert.Throws<InvalidOperationException>(() => Of(classes).AddTo(Judged, District)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_found_twice_is_told_once() =>
        Assert.Equal(Subjects(Of(typeof(CrowdedRoom))), Subjects(Of(typeof(PairedRoom))));

    [Fact]
    public void A_rule_class_that_is_not_public_or_within_another_is_heard() =>
        Assert.Equal(Subjects(Of(typeof(CrowdedRoom))), Subjects(Of(typeof(NestedRooms.Hidden))));

    [Fact]
    public void What_an_action_throws_is_inside_of_what_is_thrown()
    {
        Exception thrown = Assert.ThrowsAny<RuleRhsExpressionEvaluationException>(() => Of(typeof(ThrowingRoom)).AddTo(Judged, District));
        Assert.Equal("no words", thrown.InnerException!.Message);
    }

    [Fact]
    public void A_finding_without_words_is_refused() =>
        Assert.Contains("without a row or a message", Assert.Throws<InvalidOperationException>(() => Of(typeof(WordlessRoom)).AddTo(Judged, District)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(global::NRules.Fluent.Dsl.Rule))]
    public void A_type_that_is_no_rule_class_is_refused(Type type) =>
        Assert.Contains("no rule class", Assert.Throws<ArgumentException>(() => Of(typeof(CrowdedRoom), type)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_subject_that_is_no_table_is_refused()
    {
        NRulesContribution contribution = NRulesContribution.Of([typeof(CrowdedRoom)], [Rule("crowded", "klass")]);
        Assert.Contains("`klass`", Assert.Throws<ArgumentException>(() => contribution.AddTo(Judged, District)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_the_assessment_has_already_is_refused()
    {
        Assessment once = Of(typeof(CrowdedRoom)).AddTo(Judged, District);
        Assert.Contains("`app/crowded` already", Assert.Throws<ArgumentException>(() => Of(typeof(CrowdedRoom)).AddTo(once, District)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_of_other_packs_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of(typeof(CrowdedRoom)).AddTo(Judged, Sample.District(Sample.All)));

    [Fact]
    public void A_stopped_run_does_not_even_ask_conditions()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Of(typeof(MisspeltRoom)).AddTo(Judged, District, stop.Token));
    }

    [Fact]
    public void Of_nothing_nothing_is_found()
    {
        Snapshot empty = Read(Sample.Small, """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [] }""");
        Assessment whole = Of(typeof(CrowdedRoom), typeof(UncountedRoom)).AddTo(Plan.For(Sample.Small, Sample.Day).Run(empty), empty);
        Assert.Equal(VerdictCounts.None, whole.Rules[^1].Counts);
        Assert.Empty(whole.OfRule("app/crowded"));
    }

    [Fact]
    public void Whether_persons_are_listed_changes_no_verdict_and_tells_few_of_them_only_as_few()
    {
        Catalogue catalogue = Sample.Of("tests/packs/good/composed");
        Snapshot snapshot = Read(catalogue, """
            { "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s1", "region": "110000", "classes": [
              { "id": "1", "pupils": [ { "id": "p1", "load": 61 }, { "id": "p2", "load": 60 } ] }, { "id": "2", "pupils": [] } ] } ] }
            """);
        NRulesContribution contribution = NRulesContribution.Of([typeof(LoadedPupil), typeof(EmptyRoom)], [Rule("loaded", "pupil"), Rule("empty", "class")]);
        foreach (bool listed in new[] { true, false })
        {
            Assessment whole = contribution.AddTo(Plan.For(catalogue, Sample.Day).Run(snapshot, new RunOptions { IncludePersonal = listed }), snapshot);
            Assert.Equal(["s1/2"], whole.OfRule("app/empty").Select(f => f.Subject!.Id));
            Assert.Equal(listed ? ["s1/1/p1"] : [], whole.OfRule("app/loaded").Select(f => f.Subject!.Id));
            Assert.Equal((1, listed), (whole.Rules[^1].Counts.NonCompliant, whole.Rules[^1].Shown.NonCompliant.IsExact));
        }
    }

    [Fact]
    public void A_number_that_a_decimal_would_round_is_not_given_as_another()
    {
        Catalogue catalogue = Sample.Of("tests/packs/good/composed");
        Snapshot snapshot = Read(catalogue, """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s1", "classes": [ { "id": "1", "pupils": [ { "id": "p1", "load": 1e-30 } ] } ] } ] }""");
        NRulesContribution contribution = NRulesContribution.Of([typeof(LoadedPupil)], [Rule("loaded", "pupil")]);
        Assessment judged = Plan.For(catalogue, Sample.Day).Run(snapshot);
        Assert.IsType<OverflowException>(Assert.ThrowsAny<RuleLhsExpressionEvaluationException>(() => contribution.AddTo(judged, snapshot)).InnerException);
    }

    private static string[] Subjects(NRulesContribution contribution)
    {
        string[] found = [.. contribution.AddTo(Judged, District).OfRule("app/crowded").Select(f => f.Subject!.Id)];
        Assert.NotEmpty(found);
        return found;
    }

    private static NRulesContribution Of(params Type[] classes) => NRulesContribution.Of(classes, [Rule("crowded", "class")]);

    private static ContributedRule Rule(string id, string subject) => new(id, "class_size", subject, LocalText.Same(id), Binding.Mandatory, new FindingSource("app", House, "4", new DateOnly(2026, 1, 1)));

    private static Snapshot Read(Catalogue catalogue, string json) => Sample.Read(catalogue, new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(json)), "made.json"));
}
