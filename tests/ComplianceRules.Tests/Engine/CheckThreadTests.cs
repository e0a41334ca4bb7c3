using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using ComplianceRules.Tests.Proofs;

namespace ComplianceRules.Tests.Engine;

/// <summary>What checking and proving say of many packs does not depend on how many threads work on them.</summary>
public sealed class CheckThreadTests
{
    private const int Counties = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Problems_and_proofs_are_the_same_in_the_same_order_whatever_the_number_of_threads(int seed)
    {
        Dice dice = new(seed);
        MadePacks made = MadePacks.Of(dice);
        using TempPacks folder = new TempPacks().With("a/pack.json", made.Nation);
        for (int county = 0; county < Counties; county++)
        {
            MadePacks own = MadePacks.Of(dice);
            string text = (own with { Rules = made.Rules, Own = [.. made.Rules.Where(_ => dice.OneIn(2)).Select(r => r.Replaced(dice))] }).County;
            folder.With($"b{county}/pack.json", text.Replace("\"id\": \"b\"", $"\"id\": \"b{county}\"", StringComparison.Ordinal).Replace("370322", $"3703{county + 21}", StringComparison.Ordinal));
        }

        PackSet packs = PackReader.ReadDirectory(folder.Path).Value;
        string alone = Told(packs, 1);
        Assert.Contains("CR32", alone, StringComparison.Ordinal);
        Assert.Contains("Stricter", alone, StringComparison.Ordinal);
        Assert.All([2, 8], threads => Assert.Equal(alone, Told(packs, threads)));
    }

    private static string Told(PackSet packs, int threads)
    {
        (Checked<Catalogue> read, var proofs) = PackChecker.CheckBy(packs, isWhole: true, threads);
        return string.Join('\n', read.Diagnostics.Select(d => d.ToString()).Concat(proofs.Select(p => $"{p.Pack} {p.Rule} {p.Span.From:O} {p.Replacement} {p.Comparison.Outcome} {p.Comparison.Witness?.Text} {p.Comparison.Witness?.Day:O} {p.Comparison.Term}")));
    }
}
