using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.NRules.Tests.Contributions;
using ComplianceRules.Packs;
using ComplianceRules.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceRules.NRules.Tests;

public sealed class NRulesEvaluatorTests
{
    private static readonly Instrument House = new("house", InstrumentKind.SchoolPlan, LocalText.Same("house rules"), null, null, null, null, Certainty.Read);

    private static readonly ContributedRule Crowded = new("crowded", "rooms", "class", LocalText.Same("no crowded rooms"), Binding.Mandatory, new FindingSource("app", House, "4", new DateOnly(2026, 1, 1)));

    [Theory]
    [InlineData("homework", null, false, true)]
    [InlineData("rooms", null, true, false)]
    [InlineData(null, "crowded", true, false)]
    [InlineData(null, "app/crowded", true, false)]
    [InlineData(null, "cn/homework.written", false, true)]
    [InlineData("rooms,homework", null, true, true)]
    [InlineData("homework", "crowded", false, false)]
    public void Areas_and_rules_choose_among_those_of_packs_and_those_of_the_application(string? areas, string? rules, bool own, bool ofPacks)
    {
        using ServiceProvider services = Services(Crowded);
        RunOptions options = new() { Areas = areas is null ? [] : [.. areas.Split(',')], Rules = rules is null ? [] : [rules] };
        Assessment done = Evaluate(services, options);
        Assert.Equal((own, ofPacks), (done.Rules.Any(r => r.Pack == "app"), done.Rules.Any(r => r.Pack != "app" && r.Counts != VerdictCounts.None)));
        Assert.Equal(own, done.Findings.Any(f => f.Pack == "app"));
    }

    [Fact]
    public void A_name_that_neither_packs_nor_the_application_have_is_refused()
    {
        using ServiceProvider services = Services(Crowded);
        Assert.Contains("`crowdet`", Assert.Throws<ArgumentException>(() => Evaluate(services, new RunOptions { Rules = ["crowdet", "crowded"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_contributions_with_one_rule_are_refused_when_the_evaluator_is_asked_for()
    {
        using ServiceProvider services = Services(Crowded, Crowded);
        Assert.Contains("`app/crowded`", Assert.Throws<ArgumentException>(services.GetRequiredService<NRulesEvaluator>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_name_of_one_of_the_packs_is_refused()
    {
        using ServiceProvider services = Services(Crowded with { Id = "homework.written", Source = Crowded.Source with { Pack = "cn" } });
        Assert.Contains("`cn/homework.written` already", Assert.Throws<ArgumentException>(() => Evaluate(services, new RunOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_gives_no_day_is_told()
    {
        using ServiceProvider services = Services(Crowded);
        NRulesEvaluator evaluator = services.GetRequiredService<NRulesEvaluator>();
        Snapshot dayless = new SnapshotBuilder(evaluator.Packs.Schema, new SnapshotOptions()).Build().Value;
        Assert.Contains("`AsOf`", Assert.Throws<ArgumentException>(() => evaluator.Evaluate(dayless)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => evaluator.Evaluate(null!));
    }

    private static Assessment Evaluate(ServiceProvider services, RunOptions options)
    {
        NRulesEvaluator evaluator = services.GetRequiredService<NRulesEvaluator>();
        return evaluator.Evaluate(Sample.District(evaluator.Packs.Catalogue), new EvaluationOptions { AsOf = Sample.Day, Run = options });
    }

    private static ServiceProvider Services(params ContributedRule[] rules)
    {
        IServiceCollection services = new ServiceCollection().AddComplianceRules(o => o.AddPacksFromDirectory(SmallPacks.Path)).AddNRulesEvaluator();
        foreach (ContributedRule rule in rules) services.AddSingleton(NRulesContribution.Of([typeof(CrowdedRoom)], [rule]));
        return services.BuildServiceProvider();
    }
}
