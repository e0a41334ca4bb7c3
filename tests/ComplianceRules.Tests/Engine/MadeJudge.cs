using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine;

/// <summary>Judges made-up facts by one made-up pack, every row listed.</summary>
internal sealed class MadeJudge
{
    private readonly Catalogue _catalogue;
    private readonly Plan _plan;

    public MadeJudge(IEnumerable<MadeRule> rules)
    {
        using TempPacks folder = TempPacks.One(MadeRules.Pack(rules));
        Checked<PackSet> packs = PackReader.ReadDirectory(folder.Path);
        Assert.True(packs.IsValid, string.Join("; ", packs.Diagnostics));
        Checked<Catalogue> catalogue = PackChecker.Check(packs.Value);
        Assert.True(catalogue.IsValid, string.Join("; ", catalogue.Diagnostics));
        _catalogue = catalogue.Value;
        _plan = Plan.For(_catalogue, Judged.Day);
    }

    /// <summary>The finding of every rule on every row.</summary>
    public Dictionary<(string Rule, string Subject), Finding> Judge(MadeRow nation)
    {
        byte[] json = Encoding.UTF8.GetBytes(MadeFacts.Json(nation));
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(_catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assert.Empty(snapshot.Data.Issues);
        Assessment assessment = _plan.RunCase((snapshot, null), _plan.StackOf(_catalogue.Packs.Packs[0]), [], [], CancellationToken.None).Assessment;
        return assessment.Findings.ToDictionary(f => (f.Rule[2..], f.Subject!.ToString()!));
    }
}
