using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Good packs with one place changed: whatever still loads and means something else is told of.</summary>
public sealed class PackDiffMutationTests
{
    private const string Good = "tests/packs/good";

    // Where nothing is to be told, because nothing means anything else.
    private static readonly Regex Same = new(string.Join(
        '|',
        @" \$\.version ",
        @" \$\.language left out$",
        // What is left out says what stood there.
        @"\.lasts\.(days|counting) left out$",
        @"county/pack\.json \$\.calendar left out$",
        // A season that ends on 28 February has 29 February too.
        @"\.season = ""12-01\.\.02-29""$",
        // The next value begins on the day after.
        @"homework\.most'\]\.values\[0\]\.until (left out|= ""2021-09-01"")$"));

    // Keys that mean nothing by themselves, and two that cannot be changed alone.
    private static readonly string[] NotTried = ["$schema", "note", "version", "files", "template", "overrides"];

    [Fact]
    public void Whatever_one_place_of_a_good_pack_says_otherwise_is_told()
    {
        List<string> silent = [];
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (string folder in Directory.GetDirectories(RepositoryRoot.Combine(Good)))
        {
            Catalogue good = PackChecker.Check(PackReader.ReadDirectory(folder).Value).Value;
            foreach ((string what, Catalogue other) in Mutants(folder))
            {
                bool isTold = !PackDiff.Between(good, other).Changes.IsEmpty && !PackDiff.Between(other, good).Changes.IsEmpty;
                if (isTold) told.UnionWith(Regex.Matches(what, "[A-Za-z$-]+").Select(m => m.Value));
                else if (!Same.IsMatch(what)) silent.Add($"{Path.GetFileName(folder)} {what}");
            }
        }

        Assert.Equal([], silent);
        Assert.Equal([], Keys().Except(told).Except(NotTried));
    }

    private static IEnumerable<(string What, Catalogue Packs)> Mutants(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "pack.json", SearchOption.AllDirectories))
        {
            using TempPacks packs = new();
            foreach (string other in Directory.GetFiles(folder, "pack.json", SearchOption.AllDirectories)) packs.With(Path.GetRelativePath(folder, other), File.ReadAllText(other));
            string place = Path.GetRelativePath(folder, file).Replace('\\', '/');
            foreach ((string what, Func<string> text) in PackMutants.Of(File.ReadAllText(file)))
            {
                Checked<PackSet> read = PackReader.ReadDirectory(packs.With(place, text()).Path);
                if (read.IsValid && PackChecker.Check(read.Value) is { IsValid: true, Value: var catalogue }) yield return ($"{place} {what}", catalogue);
            }
        }
    }

    // Every key that a pack may have.
    private static IEnumerable<string> Keys()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("rulepacks/pack.schema.json")))!;
        IEnumerable<JsonNode?> objects = schema["$defs"]!.AsObject().Select(d => d.Value).Append(schema);
        return objects.SelectMany(o => o!["properties"]?.AsObject().Select(p => p.Key) ?? []).Distinct(StringComparer.Ordinal);
    }
}
