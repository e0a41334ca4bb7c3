using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.RulesEngine.Tests;

public sealed class RandomPackTests
{
    private const int Packs = 40;

    [Fact]
    public void RulesEngine_and_the_library_say_the_same_of_random_rows_by_random_rules()
    {
        Dictionary<Verdict, int> seen = [];
        int exported = 0;
        Dice.Check(Packs, dice =>
        {
            IReadOnlyList<MadeRule> rules = new MadeRules(dice, isTotal: false, hasLists: true).Make(20);
            using TempPacks folder = TempPacks.One(MadeRules.Pack(rules));
            Catalogue catalogue = BothEngines.CatalogueIn(folder.Path);
            foreach (int height in new[] { dice.Of(2, 3), 6, 6 })
            {
                byte[] json = Encoding.UTF8.GetBytes(MadeFacts.Json(MadeFacts.Nation(dice, height)));
                Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(catalogue.Schema, new SnapshotOptions(), default).Value;
                (HostedAssessment hosted, Dictionary<Verdict, int> verdicts) = BothEngines.Compare(catalogue, snapshot, Judged.Day, $"seed {dice.Seed}").GetAwaiter().GetResult();
                foreach ((Verdict verdict, int count) in verdicts) seen[verdict] = seen.GetValueOrDefault(verdict) + count;
                exported += rules.Count - hosted.LeftOut.Length;
            }
        });
        Assert.Equal([Verdict.Undetermined, Verdict.NotApplicable, Verdict.Compliant, Verdict.NonCompliant], seen.Keys.Order());
        Assert.True(seen.Values.Sum() > 3_000, $"{string.Join(", ", seen)}; {exported} of {Packs * 60} rules");
    }
}
