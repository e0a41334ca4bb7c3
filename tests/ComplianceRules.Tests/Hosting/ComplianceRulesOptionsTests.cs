using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Tests.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ComplianceRules.Tests.Hosting;

public sealed class ComplianceRulesOptionsTests
{
    private static readonly EvaluationOptions Day = new() { AsOf = new DateOnly(2026, 9, 1) };

    [Fact]
    public async Task A_host_does_not_start_with_packs_that_are_wrong()
    {
        using TempPacks packs = TempPacks.One("""{ "id": "a", "version": "1" }""");
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(s => s.AddComplianceRules(o => o.AddPacksFromDirectory(packs.Path).ValidateOnStart())));
        Assert.Contains(failure.Failures, f => f.Contains("pack.json(1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_does_not_start_with_a_folder_that_is_not_there()
    {
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(s => s.AddComplianceRules(o => o.AddPacksFromDirectory("/no/such/folder").ValidateOnStart())));
        Assert.Contains("CR1100", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_starts_with_packs_that_are_right_and_has_them_loaded()
    {
        using RewrittenPacks packs = new();
        using IHost host = await Start(s => s.AddComplianceRules(o => o.AddPacksFromDirectory(packs.Path).ValidateOnStart()));
        Assert.Equal(PackLoadOutcome.Loaded, host.Services.GetRequiredService<IRulePackMonitor>().LastLoad!.Outcome);
        await host.StopAsync();
    }

    [Fact]
    public async Task Without_validation_on_start_packs_are_loaded_when_they_are_asked_for()
    {
        using IHost host = await Start(s => s.AddComplianceRules(o => o.AddPacksFromDirectory("/no/such/folder")));
        IComplianceEvaluator evaluator = host.Services.GetRequiredService<IComplianceEvaluator>();
        Assert.Null(host.Services.GetRequiredService<IRulePackMonitor>().LastLoad);
        Assert.Contains("CR1100", Assert.Throws<RulePackLoadException>(() => evaluator.Packs).Message, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task Options_without_packs_are_refused_when_the_host_starts()
    {
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(s => s.AddComplianceRules(_ => { })));
        Assert.Contains("AddPacksFromDirectory", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(61_000)]
    public async Task A_settle_time_that_makes_no_sense_is_refused(int milliseconds)
    {
        using RewrittenPacks packs = new();
        OptionsValidationException failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Start(s => s.AddComplianceRules(o => o.AddPacksFromDirectory(packs.Path).WatchForChanges(TimeSpan.FromMilliseconds(milliseconds)))));
        Assert.Contains("settle time", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_folder_without_a_name_is_refused_on_the_spot(string path) => Assert.Throws<ArgumentException>(() => new ComplianceRulesOptions().AddPacksFromDirectory(path));

    [Fact]
    public void Sets_of_packs_under_keys_do_not_touch_each_other()
    {
        using RewrittenPacks one = new(1);
        using RewrittenPacks two = new(2);
        using ServiceProvider provider = new ServiceCollection()
            .AddKeyedComplianceRules("one", o => o.AddPacksFromDirectory(one.Path))
            .AddKeyedComplianceRules("two", o => o.AddPacksFromDirectory(two.Path))
            .BuildServiceProvider();
        Assert.Equal(("1.1.0", "1.2.0"), (Version(provider.GetRequiredKeyedService<IComplianceEvaluator>("one")), Version(provider.GetRequiredKeyedService<IComplianceEvaluator>("two"))));
        Assert.Null(provider.GetService<IComplianceEvaluator>());
        Assert.NotSame(provider.GetRequiredKeyedService<IRulePackMonitor>("one"), provider.GetRequiredKeyedService<IRulePackMonitor>("two"));
        Assert.Equal(HealthStatus.Healthy, Health(RulePackHealthCheck.Of(provider, "two")));
    }

    [Fact]
    public void Added_twice_packs_of_both_are_one_set()
    {
        using RewrittenPacks packs = new();
        using TempPacks more = TempPacks.One(PackText.Pack("more", "US", facts: "{}"));
        using ServiceProvider provider = new ServiceCollection()
            .AddComplianceRules(o => o.AddPacksFromDirectory(packs.Path))
            .AddComplianceRules(o => o.AddPacksFromDirectory(more.Path))
            .BuildServiceProvider();
        Assert.Equal(["inner", "more", "outer"], provider.GetRequiredService<IComplianceEvaluator>().Packs.Catalogue.Packs.Packs.Select(p => p.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Options_that_change_load_the_packs_that_they_name()
    {
        using RewrittenPacks one = new(1);
        using RewrittenPacks two = new(2);
        using ChangingOptions options = new(one.Path);
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<IOptionsChangeTokenSource<ComplianceRulesOptions>>(options)
            .AddComplianceRules(o => o.AddPacksFromDirectory(options.Folder))
            .BuildServiceProvider();
        IComplianceEvaluator evaluator = provider.GetRequiredService<IComplianceEvaluator>();
        Assert.Equal("1.1.0", Version(evaluator));

        options.Change("/no/such/folder");
        IRulePackMonitor monitor = provider.GetRequiredService<IRulePackMonitor>();
        await Eventually(() => monitor.LastLoad!.Outcome == PackLoadOutcome.Refused);
        Assert.Equal("1.1.0", Version(evaluator));

        options.Change(two.Path);
        await Eventually(() => Version(evaluator) == "1.2.0");
    }

    [Fact]
    public void A_health_check_without_packs_is_unhealthy_and_names_the_problem()
    {
        using TestHost host = new(o => o.AddPacksFromDirectory("/no/such/folder"));
        Assert.Equal(HealthStatus.Unhealthy, Health(new RulePackHealthCheck(host.Monitor)));
    }

    [Fact]
    public void Services_that_end_twice_or_during_a_load_do_no_harm()
    {
        using RewrittenPacks packs = new();
        TestHost host = new(o => o.AddPacksFromDirectory(packs.Path).WatchForChanges(TimeSpan.FromMilliseconds(1)));
        IComplianceEvaluator evaluator = host.Evaluator;
        IRulePackMonitor monitor = host.Monitor;
        _ = evaluator.Packs;
        packs.Write(2);
        host.Dispose();
        host.Dispose();
        Assert.NotNull(evaluator.EvaluateOne(new SchoolRecord("s"), Day).Value);
        Assert.Throws<ObjectDisposedException>(() => monitor.Reload());
    }

    private static string Version(IComplianceEvaluator evaluator) => evaluator.EvaluateOne(new SchoolRecord("s") { Region = "370000" }, Day).Value.Packs[0].Version;

    private static HealthStatus Health(RulePackHealthCheck check) =>
        check.CheckHealthAsync(new HealthCheckContext { Registration = new HealthCheckRegistration("packs", check, HealthStatus.Unhealthy, null) }).GetAwaiter().GetResult().Status;

    private static async Task<IHost> Start(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task Eventually(Func<bool> holds)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));
        while (!holds()) await Task.Delay(10, patience.Token);
    }

    private sealed class ChangingOptions(string folder) : IOptionsChangeTokenSource<ComplianceRulesOptions>, IDisposable
    {
        private CancellationTokenSource _change = new();

        public string Folder { get; private set; } = folder;

        public string Name => Options.DefaultName;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(_change.Token);

        public void Change(string folder)
        {
            Folder = folder;
            CancellationTokenSource before = _change;
            _change = new CancellationTokenSource();
            before.Cancel();
        }

        public void Dispose() => _change.Dispose();
    }
}
