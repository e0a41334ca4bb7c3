using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Interop;

public sealed class GoodWorkflowTests
{
    public static TheoryData<string> Files => ImportedWorkflows.Files("good");

    [Fact]
    public void There_are_at_least_twelve() => Assert.InRange(ImportedWorkflows.Names("good").Count(), 12, 99);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_workflow_becomes_what_was_approved(string name)
    {
        Checked<ImportedPack> imported = ImportedWorkflows.OfFile("good", name);
        Assert.True(imported.IsValid, string.Join('\n', imported.Diagnostics.Select(d => d.ToString())));
        ApprovedFile.Match($"{ImportedWorkflows.Folder}/good/{name}.becomes.txt", Described(imported.Value, imported.Diagnostics));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_pack_passes_the_check_and_its_readme_names_every_rule(string name)
    {
        ImportedPack pack = ImportedWorkflows.OfFile("good", name).Value;
        Catalogue catalogue = ImportedWorkflows.Catalogue(pack);
        Assert.Equal(pack.Imported, catalogue.Packs.Find("imported")!.Rules.Length);
        string readme = Encoding.UTF8.GetString(pack.Files[1].Bytes.Span);
        Assert.All(pack.Rules, r => Assert.Contains(r.Id ?? r.Name, readme, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void With_all_facts_every_verdict_is_decided(string name)
    {
        VerdictCounts counts = Judged(ImportedWorkflows.OfFile("good", name).Value, "whole").Counts;
        Assert.Equal(0, counts.Undetermined);
        Assert.NotEqual(0, counts.Compliant + counts.NonCompliant);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Without_a_fact_a_rule_is_undetermined_only_where_that_was_told(string name)
    {
        ImportedPack pack = ImportedWorkflows.OfFile("good", name).Value;
        HashSet<string> told = [.. pack.Rules.Where(r => r.Diagnostics.Any(d => d.Code == DiagnosticCodes.NullDiffers && d.Arguments[2].Contains("undetermined", StringComparison.Ordinal))).Select(r => r.Id!)];
        string[] open = [.. Judged(pack, "missing").Rules.Where(r => r.Counts.Undetermined > 0).Select(r => r.Rule)];
        Assert.Equal([], open.Where(r => !told.Any(t => r.EndsWith(t, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Importing_twice_gives_the_same_bytes(string name)
    {
        IEnumerable<string> Once() => ImportedWorkflows.OfFile("good", name).Value.Files.Select(f => Encoding.UTF8.GetString(f.Bytes.Span));
        Assert.Equal(Once(), Once());
    }

    private static Assessment Judged(ImportedPack pack, string inputs)
    {
        Catalogue catalogue = ImportedWorkflows.Catalogue(pack);
        JsonSnapshotSource source = new(RepositoryRoot.Combine($"{ImportedWorkflows.Folder}/inputs/{inputs}.json"));
        Checked<Snapshot> snapshot = source.Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None);
        return Plan.For(catalogue, new DateOnly(2026, 9, 1)).Run(snapshot.Value, new RunOptions { Rules = [.. catalogue.Packs.Find("imported")!.Rules.Select(r => r.Id)] });
    }

    private static string Described(ImportedPack pack, ImmutableArray<Diagnostic> ofFile)
    {
        StringBuilder text = new();
        foreach (Diagnostic told in ofFile) text.Append(told).Append('\n');
        Dictionary<string, JsonElement> rules = ImportedWorkflows.Rules(pack).ToDictionary(r => r.GetProperty("id").GetString()!, StringComparer.Ordinal);
        foreach (ImportedRule rule in pack.Rules)
        {
            text.Append(rule.Workflow).Append(" / ").Append(rule.Name).Append(" -> ").Append(rule.Id is null ? "left out" : $"{rule.Id} of {rules[rule.Id].GetProperty("subject")}: {Kind(rules[rule.Id])}").Append('\n');
            foreach (Diagnostic told in rule.Diagnostics) text.Append("    ").Append(told).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(JsonElement rule) =>
        string.Join(' ', rule.EnumerateObject().Where(p => p.Name is "limit" or "require" or "k-of" or "message").Select(p => $"{p.Name} {JsonSerializer.Serialize(p.Value, Plain)}"));

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
