using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Findings;

public sealed class AssessmentScopeTests
{
    private static readonly Lazy<(Plan Plan, Snapshot Snapshot)> County = new(Load);

    private static Assessment All => County.Value.Plan.Run(County.Value.Snapshot, new RunOptions { IncludeAll = true, EachRow = true });

    [Fact]
    public void The_findings_of_all_schools_and_regions_together_are_all_findings_each_once()
    {
        Assessment all = All;
        FactTable schools = County.Value.Snapshot.Table(BaseTables.School);
        string[] ofSchools = [.. Enumerable.Range(0, schools.Count).SelectMany(row => all.For(schools.Id(row)).Select(Line))];
        Assert.Equal(all.Findings.Where(f => f.Place?.School is not null).Select(Line).Order(StringComparer.Ordinal), ofSchools.Order(StringComparer.Ordinal));
        Assert.Equal(all.Findings.Select(Line), all.In(RegionCode.Parse("CN")).Select(Line));
        Assert.NotEmpty(ofSchools);
    }

    [Fact]
    public void The_findings_of_a_region_are_those_that_lie_in_it()
    {
        Assessment all = All;
        foreach (RegionCode code in all.Findings.Select(f => f.Place?.Region).OfType<RegionCode>().Distinct())
            Assert.Equal(all.Findings.Where(f => f.Place?.Region is { } place && code.Contains(place)).Select(Line), all.In(code).Select(Line));
    }

    [Fact]
    public void Rows_that_one_finding_stands_for_are_told_one_by_one_for_their_school()
    {
        using TempPacks packs = TempPacks.One(PackText.Pack(rules: $"[{PackText.Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }")}]"));
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(packs.Path).Value).Value;
        SnapshotBuilder builder = new(catalogue.Schema, new SnapshotOptions());
        builder.AddRows(SchoolRecord.Shape, [School("s", 2), School("t", 3), School("u", 0)]);
        Snapshot snapshot = builder.Build().Value;
        Assessment together = Plan.For(catalogue, new DateOnly(2026, 9, 1)).Run(snapshot);
        Assert.Null(Assert.Single(together.Findings).Subject);
        Assert.Equal(["class:s/1", "class:s/2"], together.For("s").Select(f => f.Subject!.ToString()));
        Assert.Equal(3, together.For("t").Count);
        Assert.Empty(together.For("u"));
        Assert.Equal(5, together.In(RegionCode.Parse("CN")).Count);
    }

    [Fact]
    public void The_findings_of_rules_and_areas_are_those_that_name_them()
    {
        Assessment all = All;
        foreach (RuleSummary rule in all.Rules) Assert.Equal(all.Findings.Where(f => f.Rule == rule.Rule).Select(Line), all.OfRule(rule.Rule).Select(Line));
        foreach (string area in all.Rules.Select(r => r.Area).Distinct(StringComparer.Ordinal)) Assert.Equal(all.Findings.Where(f => f.Area == area).Select(Line), all.OfArea(area).Select(Line));
    }

    [Fact]
    public void What_is_not_there_is_an_exception_and_never_an_empty_list()
    {
        Assessment all = All;
        Assert.Throws<KeyNotFoundException>(() => all.For("no-such-school"));
        Assert.Throws<KeyNotFoundException>(() => all.In(RegionCode.Parse("110000")));
        Assert.Contains("did you mean", Assert.Throws<KeyNotFoundException>(() => all.OfArea("homewrok")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => all.OfRule("cn/none"));
    }

    [Fact]
    public void Findings_that_somebody_made_are_parted_by_their_places()
    {
        Assessment all = All;
        Assessment given = all with { Findings = FindingList.Of(all.Findings) };
        string school = all.Findings.First(f => f.Place?.School is not null).Place!.School!.Id;
        Assert.Equal(all.For(school).Select(Line), given.For(school).Select(Line));
        Assert.Throws<KeyNotFoundException>(() => given.For("no-such-school"));
        Assert.Throws<InvalidOperationException>(() => (given with { Findings = [], Subjects = null }).For(school));
    }

    private static SchoolRecord School(string id, int classes) =>
        new(id) { Region = "370322", Classes = [.. Enumerable.Range(1, classes).Select(number => new ClassRecord($"{number}"))] };

    private static string Line(Finding finding) => $"{finding.Rule} {finding.Pack} {finding.Subject} {finding.Verdict} {finding.Message.English}";

    private static (Plan Plan, Snapshot Snapshot) Load()
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        Snapshot snapshot = new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")).Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        return (Plan.For(catalogue, new DateOnly(2026, 9, 1)), snapshot);
    }
}
