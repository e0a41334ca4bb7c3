using System.Text;
using System.Text.Json.Nodes;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Engine;

public sealed class RepeatabilityTests
{
    private static readonly Catalogue Packs = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;

    [Fact]
    public void The_same_packs_snapshot_and_day_give_the_same_bytes_on_every_thread()
    {
        Plan plan = Plan.For(Packs, Judged.Day);
        Snapshot snapshot = Sample();
        byte[] first = Bytes(plan.Run(snapshot));
        byte[][] others = new byte[8][];
        Parallel.For(0, others.Length, i => others[i] = Bytes(plan.Run(snapshot)));
        Assert.All(others, bytes => Assert.Equal(first, bytes));
    }

    [Fact]
    public void The_order_of_schools_and_classes_in_the_data_does_not_matter()
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("samples/gaoqing/snapshot.json"));
        Assert.Equal(Bytes(Plan.For(Packs, Judged.Day).Run(Sample())), Bytes(Plan.For(Packs, Judged.Day).Run(Read(Turned(text)))));
    }

    [Fact]
    public void Findings_stand_in_the_order_of_rule_table_and_id()
    {
        IEnumerable<(string Rule, string Id)> order = Plan.For(Packs, Judged.Day).Run(Sample()).Findings.Select(f => (f.Rule, f.Subject?.Id ?? string.Empty));
        Assert.Equal(order.OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal), order);
    }

    [Fact]
    public void The_sample_has_every_verdict_and_two_of_its_breaches_have_a_recorded_reason()
    {
        Plan plan = Plan.For(Packs, Judged.Day);
        SourceFile file = new("waivers.json", File.ReadAllBytes(RepositoryRoot.Combine("samples/gaoqing/waivers.json")));
        Assert.Equal(new VerdictCounts(865, 34, 36, 179, 0), plan.Run(Sample()).Counts);
        Assert.Equal(new VerdictCounts(865, 32, 36, 179, 2), plan.Run(Sample(), new RunOptions { Waivers = WaiverFile.Read(file, Packs).Value }).Counts);
    }

    private static Snapshot Sample() => Read(File.ReadAllText(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")));

    private static Snapshot Read(string text) =>
        new JsonSnapshotSource(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), "snapshot.json").Read(Packs.Schema, new SnapshotOptions(), CancellationToken.None).Value;

    private static byte[] Bytes(Assessment assessment)
    {
        using MemoryStream output = new();
        new JsonReportWriter().Write(assessment, output);
        return output.ToArray();
    }

    private static string Turned(string text)
    {
        JsonNode root = JsonNode.Parse(text)!;
        JsonArray schools = Reversed(root["schools"]!.AsArray());
        foreach (JsonNode? school in schools)
        {
            if (school!["classes"] is JsonArray classes) school["classes"] = Reversed(classes);
        }

        root["schools"] = schools;
        return root.ToJsonString();
    }

    private static JsonArray Reversed(JsonArray array) => [.. array.Reverse().Select(n => n!.DeepClone())];
}
