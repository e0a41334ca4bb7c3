using System.Collections.Concurrent;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace ComplianceRules.Tests.Hosting;

public sealed class PackReloadTests
{
    private const int Threads = 8;
    private const int Rewrites = 1000;

    private static readonly EvaluationOptions Day = new() { AsOf = new DateOnly(2026, 9, 1), Run = new RunOptions { IncludeAll = true } };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly SchoolRecord School = new("s")
    {
        Region = "370000",
        Classes = [new ClassRecord("1") { Facts = new Dictionary<string, FactValue> { ["enrolment"] = 299 } }],
    };

    [Fact]
    public async Task Eight_threads_that_evaluate_while_packs_are_rewritten_a_thousand_times_never_see_a_mixture()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path).WatchForChanges(TimeSpan.FromMilliseconds(1)));
        _ = host.Evaluator.Packs;
        ConcurrentDictionary<string, int> seen = [];
        using CancellationTokenSource end = new();
        Task[] evaluating = [.. Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() => Evaluate(host.Evaluator, seen, end.Token), TaskCreationOptions.LongRunning))];
        for (int number = 2; number <= Rewrites + 1; number++)
        {
            Rewrite(packs, number, number % 4);
            if (number % 20 == 0) await Eventually(() => Seen(host.Evaluator) == $"1.{number}.0 {number} {number}");
        }

        await Eventually(() => Seen(host.Evaluator) == $"1.{Rewrites + 1}.0 {Rewrites + 1} {Rewrites + 1}");
        await end.CancelAsync();
        await Task.WhenAll(evaluating);
        string[] mixed = [.. seen.Keys.Where(s => s.Split(' ') is var parts && (parts[0] != $"1.{parts[1]}.0" || parts[1] != parts[2]))];
        Assert.Empty(mixed);
        Assert.True(seen.Count > Rewrites / 50, $"only {seen.Count} sets were seen in force");
        Assert.DoesNotContain(host.Log.Lines, line => line.Id is 6 or 7);
    }

    [Fact]
    public async Task A_good_edit_is_in_force_after_it_has_settled()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path).WatchForChanges(TimeSpan.FromMilliseconds(20)));
        Assert.Equal("1.1.0 1 1", Seen(host.Evaluator));
        packs.Write(2);
        await Eventually(() => Seen(host.Evaluator) == "1.2.0 2 2");
    }

    [Fact]
    public async Task A_bad_edit_leaves_the_old_packs_in_force_and_is_told_by_log_event_and_health()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(
            o => o.AddPacksFromDirectory(packs.Path).WatchForChanges(TimeSpan.FromMilliseconds(20)),
            services => services.AddHealthChecks().AddCheck<RulePackHealthCheck>("packs"));
        ConcurrentQueue<PackLoad> heard = [];
        host.Monitor.Loaded += (_, load) => heard.Enqueue(load);
        HealthCheckService health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        packs.Write(isOuter: true, RewrittenPacks.Text(isOuter: true, 1).Replace("\"of\": \"enrolment\"", "\"of\": \"enrolmnet\"", StringComparison.Ordinal));
        await Eventually(() => heard.Any(l => l.Outcome == PackLoadOutcome.Refused));

        Assert.Equal("1.1.0 1 1", Seen(host.Evaluator));
        Assert.Contains(host.Log.Lines, line => line is (3, LogLevel.Error, _) && line.Text.Contains("enrolmnet", StringComparison.Ordinal));
        HealthReport report = await health.CheckHealthAsync();
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains((string[])report.Entries["packs"].Data["problems"], p => p.Contains("did you mean `enrolment`", StringComparison.Ordinal));

        packs.Write(3);
        await Eventually(() => Seen(host.Evaluator) == "1.3.0 3 3");
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
    }

    [Fact]
    public void A_snapshot_read_before_a_reload_is_judged_by_the_new_packs_where_they_speak_of_the_same_facts()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        Snapshot snapshot = Read(host.Evaluator.Packs.Schema);
        packs.Write(5);
        Assert.Equal(PackLoadOutcome.Loaded, host.Monitor.Reload().Outcome);
        Assert.Equal("1.5.0", host.Evaluator.Evaluate(snapshot, Day).Packs[0].Version);
    }

    [Fact]
    public void A_snapshot_read_before_the_facts_changed_is_judged_by_the_packs_that_it_was_read_for()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        Snapshot snapshot = Read(host.Evaluator.Packs.Schema);
        packs.Write(5);
        packs.Write(isOuter: true, RewrittenPacks.Text(isOuter: true, 5).Replace("[0, 300]", "[0, 400]", StringComparison.Ordinal));
        Assert.Equal(PackLoadOutcome.Loaded, host.Monitor.Reload().Outcome);
        Assert.Equal("1.1.0", host.Evaluator.Evaluate(snapshot, Day).Packs[0].Version);
        Assert.Equal("1.5.0", host.Evaluator.Evaluate(Read(host.Evaluator.Packs.Schema), Day).Packs[0].Version);
    }

    [Fact]
    public void A_snapshot_of_packs_that_were_never_loaded_is_the_callers_mistake()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        Assert.Contains("other packs", Assert.Throws<ArgumentException>(() => host.Evaluator.Evaluate(new SnapshotBuilder(BaseTables.Schema, new SnapshotOptions()).Build().Value, Day)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_the_same_files_again_changes_nothing()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        LoadedPacks before = host.Evaluator.Packs;
        Assert.Equal(PackLoadOutcome.Unchanged, host.Monitor.Reload().Outcome);
        Assert.Same(before, host.Evaluator.Packs);
    }

    [Fact]
    public void Packs_that_change_while_they_are_read_again_and_again_are_not_used()
    {
        int number = 1;
        using TestHost host = new(o => o.AddPacks(new ChangingSource(() => number++)));
        RulePackLoadException failure = Assert.Throws<RulePackLoadException>(() => host.Evaluator.Packs);
        Assert.Contains("CR1180", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_throws_is_told_and_the_packs_in_force_stay()
    {
        bool isBroken = false;
        using TestHost host = new(o => o.AddPacks(new ChangingSource(() => isBroken ? throw new TimeoutException("the database is away") : 1)));
        Assert.Equal("1.1.0 1 1", Seen(host.Evaluator));
        isBroken = true;
        PackLoad load = host.Monitor.Reload();
        Assert.Equal((PackLoadOutcome.Failed, "the database is away"), (load.Outcome, load.Failure!.Message));
        Assert.Equal("1.1.0 1 1", Seen(host.Evaluator));
        Assert.Contains(host.Log.Lines, line => line is (5, LogLevel.Error, _));
    }

    [Fact]
    public void A_listener_that_throws_or_loads_again_does_no_harm()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        host.Monitor.Loaded += (_, load) => _ = load.Outcome == PackLoadOutcome.Loaded ? Task.Run(() => host.Monitor.Reload()).Result : load;
        host.Monitor.Loaded += (_, _) => throw new InvalidOperationException("a listener");
        Assert.Equal("1.1.0 1 1", Seen(host.Evaluator));
        Assert.Contains(host.Log.Lines, line => line is (7, LogLevel.Error, _));
    }

    [Fact]
    public void A_load_that_is_stopped_leaves_everything_as_it_was()
    {
        using RewrittenPacks packs = new();
        using TestHost host = new(o => o.AddPacksFromDirectory(packs.Path));
        LoadedPacks before = host.Evaluator.Packs;
        packs.Write(2);
        Assert.ThrowsAny<OperationCanceledException>(() => host.Monitor.Reload(new CancellationToken(canceled: true)));
        Assert.Same(before, host.Evaluator.Packs);
    }

    // Whole, or with half of one pack seen for a while, or with the packs in the wrong order, or with nonsense between.
    private static void Rewrite(RewrittenPacks packs, int number, int way)
    {
        string outer = RewrittenPacks.Text(isOuter: true, number);
        string inner = RewrittenPacks.Text(isOuter: false, number);
        switch (way)
        {
            case 0:
                packs.Write(isOuter: true, outer[..(outer.Length / 2)]);
                Thread.Yield();
                break;
            case 1:
                packs.Write(isOuter: false, inner);
                packs.Write(isOuter: false, inner[..^1]);
                break;
            case 2:
                packs.Write(isOuter: false, "nonsense");
                break;
        }

        packs.Write(number);
    }

    private static void Evaluate(IComplianceEvaluator evaluator, ConcurrentDictionary<string, int> seen, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            seen.AddOrUpdate(Seen(evaluator), 1, (_, count) => count + 1);
            Thread.Sleep(1);
        }
    }

    // Version of the packs, and the limits of both rules, as one evaluation sees them.
    private static string Seen(IComplianceEvaluator evaluator)
    {
        Assessment done = evaluator.EvaluateOne(School, Day).Value;
        PackIdentity[] packs = [.. done.Packs];
        return packs[0].Version != packs[1].Version ? $"{packs[0].Version} {packs[1].Version} ?" : $"{packs[0].Version} {string.Join(' ', done.Findings.OrderBy(f => f.Rule, StringComparer.Ordinal).Select(f => f.Limit!.Text))}";
    }

    private static Snapshot Read(FactSchema schema)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        builder.AddRows(SchoolRecord.Shape, [School]);
        return builder.Build().Value;
    }

    private static async Task Eventually(Func<bool> holds)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!holds()) await Task.Delay(10, patience.Token);
    }

    private sealed class ChangingSource(Func<int> number) : IRulePackSource
    {
        public RulePackFiles Read(CancellationToken cancellation)
        {
            int now = number();
            return new RulePackFiles("changing", [File(isOuter: true, now), File(isOuter: false, now)]);
        }

        private static RulePackFile File(bool isOuter, int number) =>
            new(isOuter ? "outer/pack.json" : "inner/pack.json", System.Text.Encoding.UTF8.GetBytes(RewrittenPacks.Text(isOuter, number)));
    }
}
