using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Tests;

namespace ComplianceRules.RulesEngine.Tests;

public sealed class SamplePackTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Theory]
    [InlineData(SmallPacks.Folder)]
    [InlineData("rulepacks")]
    public async Task RulesEngine_and_the_library_say_the_same_of_the_sample_district(string packs)
    {
        Catalogue catalogue = BothEngines.CatalogueIn(RepositoryRoot.Combine(packs));
        Snapshot snapshot = new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")).Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        (_, Dictionary<Verdict, int> seen) = await BothEngines.Compare(catalogue, snapshot, snapshot.Date ?? Day);
        Assert.True(seen[Verdict.NonCompliant] > 0);
    }

    [Fact]
    public async Task RulesEngine_and_the_library_say_the_same_of_the_sample_county()
    {
        Catalogue catalogue = BothEngines.CatalogueIn(RepositoryRoot.Combine("rulepacks"));
        Snapshot snapshot = new SpreadsheetSnapshotSource(RepositoryRoot.Combine("samples/county/csv"), "csv").Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        (_, Dictionary<Verdict, int> seen) = await BothEngines.Compare(catalogue, snapshot, snapshot.Date ?? Day);
        Assert.True(seen[Verdict.NonCompliant] > 0);
    }
}
