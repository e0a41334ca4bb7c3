using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using ComplianceRules.Interop;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceRules.RulesEngine.Tests;

public sealed class RulesEngineHostTests
{
    private const string Facts = """
        { "class": { "fields": { "area": { "type": "number", "unit": "m2", "range": [0, 1000] }, "pupils": { "type": "number", "unit": "pupil", "range": [0, 100], "step": 1 } } } }
        """;

    private static readonly string Enough = PackText.Rule("enough", """ "require": "area / pupils >= 1.5" """);

    [Fact]
    public async Task A_breach_is_told_with_rule_row_severity_source_and_title()
    {
        HostedAssessment told = await Run("""{ "id": "1", "area": 1.4, "pupils": 1 }""");
        Finding finding = Assert.Single(told.Findings);
        Assert.Equal(("p/enough", "class:s/1", Verdict.NonCompliant, "p"), (finding.Rule, finding.Subject!.ToString(), finding.Verdict, finding.Pack));
        Assert.Equal("law", finding.Source.Instrument.Id);
        Assert.Contains(finding.Title.Chinese!, finding.Message.Chinese, StringComparison.Ordinal);
        Assert.Null(finding.Observed);
    }

    [Theory]
    [InlineData("""{ "id": "1", "area": 1.5, "pupils": 1 }""", 1)]
    [InlineData("""{ "id": "1", "area": null, "pupils": 1 }""", 0)]
    [InlineData("""{ "id": "1", "area": 1.5, "pupils": 0 }""", 0)]
    [InlineData("""{ "id": "1" }""", 0)]
    public async Task What_is_missing_or_divided_by_zero_is_undetermined(string row, int kept)
    {
        HostedAssessment told = await Run(row);
        Assert.Equal((1, kept), (told.Judged, told.Kept));
        Assert.All(told.Findings, f => Assert.Equal(Verdict.Undetermined, f.Verdict));
    }

    [Fact]
    public async Task A_number_that_a_decimal_would_round_is_undetermined_and_names_its_field()
    {
        Finding finding = Assert.Single((await Run("""{ "id": "1", "area": 1.4999999999999, "pupils": 1 }""")).Findings);
        Assert.Equal(Verdict.Undetermined, finding.Verdict);
        Assert.Contains("`area`", finding.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_of_an_application_judges_by_the_packs_in_force()
    {
        ServiceCollection services = new();
        services.AddComplianceRules(o => o.AddPacksFromDirectory(SmallPacks.Path)).AddRulesEngineHost(o => o.IncludeAll = true).AddWorkflowHost("""{ "WorkflowName": "w", "Rules": [] }""");
        using ServiceProvider provider = services.BuildServiceProvider();
        Catalogue catalogue = provider.GetRequiredService<IRulePackMonitor>().Current.Catalogue;
        Snapshot snapshot = new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")).Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        HostedAssessment told = await provider.GetRequiredService<RulesEngineHost>().RunAsync(snapshot, Judged.Day);
        Assert.Equal(told.Judged, told.Findings.Length);
        Assert.Equal(["w"], provider.GetRequiredService<WorkflowHost>().Names.AsEnumerable());
    }

    [Theory]
    [InlineData(1.5, Verdict.Compliant, Verdict.NonCompliant)]
    [InlineData(1.4, Verdict.NonCompliant, Verdict.Compliant)]
    public async Task The_file_that_an_export_writes_is_what_RulesEngine_reads(double area, Verdict kept, Verdict broken)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack("p", facts: Facts, rules: $"[{Enough}]"));
        using MemoryStream output = new();
        WorkflowExport.OfPack(BothEngines.CatalogueIn(folder.Path), "p", Judged.Day).Write(output);
        WorkflowHost host = new(Encoding.UTF8.GetString(output.ToArray()));
        Dictionary<string, object?> row = new() { ["area"] = (decimal)area, ["pupils"] = 1m };
        ImmutableArray<Finding> findings = await host.RunAsync("p/class", new Subject("class", "s/1", null), new Dictionary<string, object?> { ["input1"] = row });
        Assert.Equal([("p/class/p/enough", kept), ("p/class/p/enough!breach", broken)], findings.Select(f => (f.Rule, f.Verdict)));
    }

    [Fact]
    public async Task A_run_that_is_stopped_gives_no_assessment() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Run("""{ "id": "1" }""", new CancellationToken(canceled: true)));

    private static async Task<HostedAssessment> Run(string row, CancellationToken cancellation = default)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack("p", facts: Facts, rules: $"[{Enough}]"));
        Catalogue catalogue = BothEngines.CatalogueIn(folder.Path);
        byte[] json = Encoding.UTF8.GetBytes(Judged.School(row));
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "s.json").Read(catalogue.Schema, new SnapshotOptions(), cancellation.IsCancellationRequested ? default : cancellation).Value;
        return await new RulesEngineHost(catalogue).RunAsync(snapshot, Judged.Day, cancellation);
    }
}
