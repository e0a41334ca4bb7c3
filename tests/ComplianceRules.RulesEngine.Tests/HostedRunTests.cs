using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceRules.RulesEngine.Tests;

/// <summary>What a host is asked for: days, regions, areas and rules.</summary>
public sealed class HostedRunTests
{
    private static readonly Catalogue Composed = BothEngines.CatalogueIn(RepositoryRoot.Combine("tests/packs/good/composed"));

    private static readonly Snapshot Places = Read(Composed, """
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [
          { "id": "s3", "region": "110000", "boards": true, "classes": [ { "id": "1", "stage": "primary", "grade": 3, "enrolment": 99, "written": 99, "starts": "06:00", "sort": "plain", "offers": [] } ] },
          { "id": "s2", "region": "370322", "boards": false, "classes": [ { "id": "2" }, { "id": "1", "stage": "junior", "grade": 8, "enrolment": 99, "written": 99, "starts": "06:00", "sort": "plain", "offers": [] } ] },
          { "id": "s1", "region": "999999", "boards": false, "classes": [ { "id": "1", "stage": "primary", "grade": 3, "enrolment": 99, "written": 99, "starts": "06:00", "sort": "plain", "offers": [] } ] } ] }
        """);

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("370322", null, null)]
    [InlineData("110000", "homework,start", null)]
    [InlineData(null, null, "nation/homework")]
    [InlineData(null, "start", "exact")]
    [InlineData("123456", null, null)]
    public async Task Regions_areas_and_rules_choose_as_they_do_for_the_library(string? region, string? areas, string? rule)
    {
        RunOptions options = new()
        {
            Only = region is null ? null : RegionCode.Parse(region),
            Areas = areas is null ? [] : [.. areas.Split(',')],
            Rules = rule is null ? [] : [rule],
            IncludeAll = true,
            EachRow = true,
        };
        RulesEngineHost host = new(Composed);
        HostedAssessment told = await host.RunAsync(Places, Judged.Day, options);
        HashSet<string> leftOut = [.. told.LeftOut.Select(d => d.Arguments[0])];
        string[] judged = [.. told.Findings.Select(Row)];
        string[] expected = [.. Plan.For(Composed, Judged.Day).Run(Places, options).Findings.Where(f => judged.Contains(Row(f)) || !leftOut.Contains($"{f.Pack}{f.Rule[f.Rule.IndexOf('/', StringComparison.Ordinal)..]}")).Select(Row)];
        Assert.Equal(expected, judged);
        Assert.Equal(region == "123456", expected.Length == 0);
        Assert.True((await host.RunAsync(Places, Judged.Day)).Judged >= told.Judged);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2019, 12, 31)]
    [InlineData(2021, 8, 31)]
    [InlineData(9999, 12, 31)]
    public async Task RulesEngine_and_the_library_say_the_same_on_days_before_and_after_all_values(int year, int month, int day) =>
        Assert.NotNull((await BothEngines.Compare(Composed, Places, new DateOnly(year, month, day))).Hosted);

    [Fact]
    public async Task Of_nothing_nothing_is_said()
    {
        Snapshot empty = Read(Composed, """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s1", "classes": [] } ] }""");
        Assert.Equal(0, (await new RulesEngineHost(Composed).RunAsync(new SnapshotBuilder(Composed.Schema, new SnapshotOptions()).Build().Value, Judged.Day)).Judged);
        Assert.NotNull((await BothEngines.Compare(Composed, empty, Judged.Day)).Hosted);
    }

    [Fact]
    public async Task An_option_that_names_what_is_not_there_or_cannot_be_said_is_refused()
    {
        RulesEngineHost host = new(Composed);
        Assert.Contains("`homewrok`", (await Assert.ThrowsAsync<ArgumentException>(() => host.RunAsync(Places, Judged.Day, new RunOptions { Areas = ["homewrok"] }))).Message, StringComparison.Ordinal);
        WaiverFile waivers = WaiverFile.Read(new SourceFile("w.json", Encoding.UTF8.GetBytes("""{ "waivers": [] }""")), Composed).Value;
        Assert.Contains("waivers", (await Assert.ThrowsAsync<ArgumentException>(() => host.RunAsync(Places, Judged.Day, new RunOptions { Waivers = waivers }))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => host.RunAsync(null!, Judged.Day));
    }

    [Fact]
    public async Task A_stopped_run_of_nothing_is_stopped() => await Assert.ThrowsAsync<OperationCanceledException>(
        () => new RulesEngineHost(Composed).RunAsync(new SnapshotBuilder(Composed.Schema, new SnapshotOptions()).Build().Value, Judged.Day, new CancellationToken(canceled: true)));

    [Fact]
    public async Task Many_threads_may_judge_by_one_host_while_packs_are_loaded_anew()
    {
        using ServiceProvider services = new ServiceCollection().AddComplianceRules(o => o.AddPacksFromDirectory(SmallPacks.Path)).AddRulesEngineHost().BuildServiceProvider();
        IRulePackMonitor monitor = services.GetRequiredService<IRulePackMonitor>();
        RulesEngineHost host = services.GetRequiredService<RulesEngineHost>();
        Snapshot snapshot = new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")).Read(monitor.Current.Schema, new SnapshotOptions(), default).Value;
        RunOptions homework = new() { Areas = ["homework"] };
        string expected = Told(await new RulesEngineHost(monitor.Current.Catalogue).RunAsync(snapshot, Judged.Day, homework));
        Task<string>[] runs = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () => Told(await host.RunAsync(snapshot, Judged.Day, homework))))];
        monitor.Reload();
        Assert.All(await Task.WhenAll(runs), told => Assert.Equal(expected, told));
        Assert.NotEmpty(expected);
    }

    private static string Row(Finding finding) => $"{finding.Rule} {finding.Pack} {finding.Subject}";

    private static string Told(HostedAssessment told) => string.Join('\n', told.Findings.Select(f => $"{f.Rule} {f.Subject} {f.Verdict}"));

    private static Snapshot Read(Catalogue catalogue, string json) =>
        new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(json)), "s.json").Read(catalogue.Schema, new SnapshotOptions(), default).Value;
}
