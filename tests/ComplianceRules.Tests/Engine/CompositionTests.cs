using System.Globalization;
using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class CompositionTests
{
    private static readonly string[] Provinces = ["330000", "370000", "440000"];
    private static readonly string[] Cities = ["330100", "370100", "370300", "440100", "440300"];
    private static readonly string[] Counties = ["330102", "330105", "370102", "370103", "370303", "370322", "440103", "440104", "440303"];

    [Fact]
    public void One_run_over_three_provinces_equals_the_runs_of_each_county_apart()
    {
        using TempPacks folder = Nation();
        Plan plan = Plan.For(Judged.Catalogue(folder.Path).Value, Judged.Day);
        string[] together = [.. Shown(plan, Snapshot(Counties), null)];
        Assert.True(together.Length > 100, $"{together.Length}");
        Assert.Equal(together, Counties.SelectMany(county => Shown(plan, Snapshot(county), null)).Order(StringComparer.Ordinal));
        Assert.Equal(together, Counties.SelectMany(county => Shown(plan, Snapshot(Counties), RegionCode.Parse(county))).Order(StringComparer.Ordinal));
        Assert.True(together.Select(t => t[..t.IndexOf(" on ", StringComparison.Ordinal)]).Distinct().Count() >= 9, string.Join('\n', together));
    }

    [Fact]
    public void What_packs_say_together_does_not_depend_on_the_order_in_which_they_are_found()
    {
        using TempPacks folder = Nation();
        using TempPacks backwards = new();
        string[] packs = [.. Directory.GetFiles(folder.Path, "pack.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        for (int i = 0; i < packs.Length; i++) backwards.With($"{packs.Length - i:D3}/pack.json", packs[i]);
        Plan one = Plan.For(Judged.Catalogue(folder.Path).Value, Judged.Day), other = Plan.For(Judged.Catalogue(backwards.Path).Value, Judged.Day);
        Assert.Equal(Shown(one, Snapshot(Counties), null), Shown(other, Snapshot(Counties), null));
    }

    // The nation says 45; provinces, cities and counties tighten the value or replace the rule, each in its own way.
    private static TempPacks Nation()
    {
        string most = """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] } }""";
        string rules = $"[{Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }")}, {Rule("bright", "\"require\": \"bright\"")}]";
        TempPacks folder = new TempPacks().With("cn/pack.json", Pack("cn", parameters: most, rules: rules));
        string[] below = [.. Provinces, .. Cities, .. Counties];
        for (int i = 0; i < below.Length; i++)
        {
            string id = $"cn-{below[i]}";
            int inner = i < 3 ? 40 : i < 8 ? 35 : 30 - (i % 5);
            string own = i % 3 == 1 ? "{}" : $$"""{ "most": { "values": [ { "from": "2021-01-01", "value": {{inner}} } ] } }""";
            string replaced = i % 3 == 1 && i >= 8
                ? Rule("size", $"\"limit\": {{ \"of\": \"enrolment\", \"max\": 2{i % 5} }}", ", \"overrides\": \"cn/size\"")
                : Rule($"more-{below[i]}", $"\"limit\": {{ \"of\": \"enrolment\", \"max\": {44 - i} }}");
            folder.With($"{id}/pack.json", Pack(id, below[i], facts: "{}", parameters: own, rules: $"[{replaced}]", more: ", \"extends\": \"cn\""));
        }

        return folder;
    }

    private static string Snapshot(params string[] counties)
    {
        StringBuilder schools = new();
        foreach (string county in counties)
        {
            for (int school = 0; school < 3; school++)
            {
                IEnumerable<string> classes = Enumerable.Range(0, 6).Select(c => $$"""{ "id": "{{c}}", "enrolment": {{20 + (((int.Parse(county, CultureInfo.InvariantCulture) / 7) + (school * 11) + (c * 5)) % 30)}}{{(c == 0 ? string.Empty : $", \"bright\": {(c % 2 == 0 ? "true" : "false")}")}} }""");
                schools.Append(schools.Length == 0 ? string.Empty : ", ").Append(CultureInfo.InvariantCulture, $$"""{ "id": "{{county}}-{{school}}", "region": "{{county}}", "classes": [ {{string.Join(", ", classes)}} ] }""");
            }
        }

        return $$"""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ {{schools}} ] }""";
    }

    private static IEnumerable<string> Shown(Plan plan, string snapshot, RegionCode? only)
    {
        using TempPacks folder = new TempPacks().With("snapshot.json", snapshot);
        Snapshot facts = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(plan.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return plan.Run(facts, new RunOptions { Only = only, IncludeAll = true }).Findings
            .Select(f => $"{f.Rule} of {f.Pack} max {f.Limit} of {string.Join('<', f.LimitTrail.Select(t => $"{t.Value}@{t.Pack}"))} on {f.Subject}: {f.Verdict} {f.Observed}").Order(StringComparer.Ordinal);
    }
}
