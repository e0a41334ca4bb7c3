using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.RulesEngine.Tests;

/// <summary>Judges facts by the library and by RulesEngine, and holds the second to the first.</summary>
internal static class BothEngines
{
    private static readonly RunOptions EachRow = new() { EachRow = true, IncludeAll = true, IncludePersonal = true };

    public static Catalogue CatalogueIn(string folder)
    {
        Checked<PackSet> packs = PackReader.ReadDirectory(folder);
        Assert.True(packs.IsValid, string.Join("; ", packs.Diagnostics));
        Checked<Catalogue> catalogue = PackChecker.Check(packs.Value);
        Assert.True(catalogue.IsValid, string.Join("; ", catalogue.Diagnostics));
        return catalogue.Value;
    }

    /// <summary>Judges both ways.</summary>
    /// <returns>What RulesEngine said, and how many verdicts of each kind the library had for the rules that both judged.</returns>
    public static async Task<(HostedAssessment Hosted, Dictionary<Verdict, int> Seen)> Compare(Catalogue catalogue, Snapshot snapshot, DateOnly asOf, string told = "")
    {
        HostedAssessment hosted = await new RulesEngineHost(catalogue, new RulesEngineHostOptions { IncludeAll = true }).RunAsync(snapshot, asOf);
        HashSet<string> leftOut = [.. hosted.LeftOut.Select(d => d.Arguments[0])];
        Dictionary<(string Rule, string Pack, string Subject), Verdict> expected = Plan.For(catalogue, asOf).Run(snapshot, EachRow).Findings
            .ToDictionary(f => (f.Rule, f.Pack, f.Subject!.ToString()), f => f.Verdict);
        Dictionary<Verdict, int> seen = [];
        foreach (Finding finding in hosted.Findings)
        {
            (string, string, string) place = (finding.Rule, finding.Pack, finding.Subject!.ToString());
            Assert.True(expected.Remove(place, out Verdict verdict), $"{place} {told}: judged by RulesEngine alone");
            Verdict alike = verdict == Verdict.NotApplicable ? Verdict.Compliant : verdict;
            Assert.True(alike == finding.Verdict, $"{place} {told}: {finding.Verdict}, not {verdict}: {finding.Message.English}");
            seen[verdict] = seen.GetValueOrDefault(verdict) + 1;
        }

        Assert.DoesNotContain(expected.Keys, left => !leftOut.Any(rule => rule.EndsWith(left.Rule[left.Rule.IndexOf('/', StringComparison.Ordinal)..], StringComparison.Ordinal)));
        return (hosted, seen);
    }
}
