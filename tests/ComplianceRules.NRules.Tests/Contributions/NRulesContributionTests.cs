using System.Reflection;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests;
using Microsoft.Extensions.DependencyInjection;
using NRules;

namespace ComplianceRules.NRules.Tests.Contributions;

public sealed class NRulesContributionTests
{
    private static readonly Instrument House = new("house", InstrumentKind.SchoolPlan, LocalText.Same("house rules"), null, null, null, null, Certainty.Read);

    private static readonly ContributedRule Crowded = new("crowded", "class_size", "class", LocalText.Same("no crowded rooms"), Binding.Mandatory, new FindingSource("app", House, "4", new DateOnly(2026, 1, 1)));

    private static readonly Snapshot District = Sample.District(Sample.Small);

    [Fact]
    public void What_rule_classes_find_stands_after_the_findings_of_the_packs()
    {
        Assessment judged = Plan.For(Sample.Small, Sample.Day).Run(District);
        Assessment whole = Of(typeof(CrowdedRoom)).AddTo(judged, District);
        Assert.Equal(Sample.Written(judged), Sample.Written(whole with { Findings = FindingList.Of(whole.Findings.Take(judged.Findings.Count)), Rules = judged.Rules }));
        Finding[] added = [.. whole.Findings.Skip(judged.Findings.Count)];
        Assert.Equal(RoomsWith(pupils => pupils > 50), added.Select(f => f.Subject!.Id));
        Assert.All(added, f => Assert.Equal(("app/crowded", Verdict.NonCompliant, Severity.Violation, "house rules"), (f.Rule, f.Verdict, f.Severity, f.Source.Instrument.Title.English)));
        Assert.All(added, f => Assert.Equal(("50", "pupil", "370322"), (f.Limit?.Text, f.Unit, f.Place?.Region?.Text)));
        Assert.Equal(added.Length, whole.Rules[^1].Counts.NonCompliant);
        Assert.Equal(0, whole.Rules[^1].Counts.Compliant);
    }

    [Fact]
    public void A_fact_that_nobody_gave_is_undetermined_and_no_breach()
    {
        SnapshotEdit edit = new(District);
        edit.Table("class").Clear(1, "enrolment");
        Snapshot uncounted = edit.Build();
        FactTable rooms = uncounted.Table("class");
        Assessment whole = Of(typeof(CrowdedRoom), typeof(UncountedRoom)).AddTo(Plan.For(Sample.Small, Sample.Day).Run(uncounted), uncounted);
        Finding[] open = [.. whole.OfRule("app/crowded").Where(f => f.Verdict == Verdict.Undetermined)];
        Assert.Contains(rooms.Key(1), open.Select(f => f.Subject!.Id));
        Assert.Equal(Enumerable.Range(0, rooms.Count).Where(row => !rooms.Column("enrolment")!.IsKnown(row)).Select(rooms.Key), open.Select(f => f.Subject!.Id));
        Assert.All(open, f => Assert.Equal("enrolment", Assert.Single(f.Missing).Path));
        Assert.Equal(open.Length, whole.Rules[^1].Counts.Undetermined);
    }

    [Fact]
    public void A_typo_is_no_missing_fact()
    {
        Exception thrown = Assert.ThrowsAny<RuleLhsExpressionEvaluationException>(() => Of(typeof(MisspeltRoom)).AddTo(Plan.For(Sample.Small, Sample.Day).Run(District), District));
        Assert.Contains("`class` has no field `enrollment`", thrown.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_of_no_rule_is_refused() =>
        Assert.Contains("`strange`", Assert.Throws<InvalidOperationException>(() => Of(typeof(StrangeRoom)).AddTo(Plan.For(Sample.Small, Sample.Day).Run(District), District)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_finding_of_a_row_of_another_table_is_refused()
    {
        NRulesContribution ofSchools = NRulesContribution.Of([typeof(CrowdedRoom)], [Crowded with { Subject = "school" }]);
        Assert.Contains("is of `school`", Assert.Throws<InvalidOperationException>(() => ofSchools.AddTo(Plan.For(Sample.Small, Sample.Day).Run(District), District)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_rule_classes_or_with_two_rules_of_one_id_nothing_is_made()
    {
        Assert.Throws<ArgumentException>(() => NRulesContribution.Of([], [Crowded]));
        Assert.Throws<ArgumentException>(() => NRulesContribution.Of([typeof(CrowdedRoom)], [Crowded, Crowded]));
    }

    [Theory]
    [InlineData(Certainty.Unverified, 2026, Binding.Mandatory, Severity.Warning)]
    [InlineData(Certainty.Read, null, Binding.Mandatory, Severity.Warning)]
    [InlineData(Certainty.Read, 2026, Binding.Principle, Severity.Warning)]
    [InlineData(Certainty.Read, 2026, Binding.Encouraged, Severity.Advice)]
    [InlineData(Certainty.Read, 2026, Binding.Target, Severity.Progress)]
    public void A_breach_is_as_grave_as_its_law_is_strict_and_sure(Certainty certainty, int? since, Binding binding, Severity expected)
    {
        FindingSource source = new("app", House with { Certainty = certainty }, null, since is { } year ? new DateOnly(year, 1, 1) : null);
        Assessment whole = NRulesContribution.Of([typeof(CrowdedRoom)], [Crowded with { Binding = binding, Source = source }]).AddTo(Plan.For(Sample.Small, Sample.Day).Run(District), District);
        Assert.All(whole.OfRule("app/crowded"), f => Assert.Equal(expected, f.Severity));
    }

    [Fact]
    public void Rows_outside_of_what_was_asked_for_are_left_out()
    {
        RegionCode other = RegionCode.Parse("320000");
        Assessment judged = Plan.For(Sample.Small, Sample.Day).Run(District, new RunOptions { Only = other });
        Assert.Empty(Of(typeof(CrowdedRoom)).AddTo(judged, District).OfRule("app/crowded"));
    }

    [Fact]
    public void Every_format_can_be_written_with_what_was_added()
    {
        Assessment whole = Of(typeof(CrowdedRoom)).AddTo(Plan.For(Sample.Small, Sample.Day).Run(District), District);
        foreach ((string format, Func<ReportOptions, IReportWriter> make) in ReportFormats.All)
        {
            using MemoryStream written = new();
            make(new ReportOptions()).Write(whole, written);
            Assert.True(written.Length > 0, format);
        }
    }

    [Fact]
    public void A_service_judges_by_the_packs_in_force_and_adds_what_rule_classes_find()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddComplianceRules(o => o.AddPacksFromDirectory(SmallPacks.Path))
            .AddSingleton(Of(typeof(CrowdedRoom)))
            .AddNRulesEvaluator()
            .BuildServiceProvider();
        NRulesEvaluator evaluator = services.GetRequiredService<NRulesEvaluator>();
        Snapshot district = Sample.District(evaluator.Packs.Catalogue);
        Assessment done = evaluator.Evaluate(district, new EvaluationOptions { AsOf = Sample.Day });
        Assessment expected = Of(typeof(CrowdedRoom)).AddTo(services.GetRequiredService<IComplianceEvaluator>().Evaluate(district, new EvaluationOptions { AsOf = Sample.Day }), district);
        Assert.Equal(Sample.Written(expected), Sample.Written(done));
        Assert.NotEmpty(done.OfRule("app/crowded"));
    }

    [Fact]
    public void The_rule_classes_of_an_assembly_are_found()
    {
        IServiceCollection services = new ServiceCollection().AddNRulesContribution(Assembly.GetExecutingAssembly(), Crowded, Crowded with { Id = "strange" });
        Assert.Contains(services, s => s.ServiceType == typeof(NRulesContribution));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddNRulesContribution(typeof(string).Assembly, Crowded));
    }

    private static NRulesContribution Of(params Type[] classes) => NRulesContribution.Of(classes, [Crowded]);

    private static string[] RoomsWith(Func<double, bool> pupils)
    {
        FactTable rooms = District.Table("class");
        NumberColumn enrolment = Assert.IsType<NumberColumn>(rooms.Column("enrolment"));
        string[] found = [.. Enumerable.Range(0, rooms.Count).Where(row => enrolment.IsKnown(row) && pupils(enrolment[row])).Select(rooms.Key)];
        Assert.NotEmpty(found);
        return found;
    }
}
