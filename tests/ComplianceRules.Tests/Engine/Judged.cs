using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine;

/// <summary>Judges small snapshots by small packs.</summary>
internal static class Judged
{
    public static readonly DateOnly Day = new(2026, 9, 1);

    /// <summary>A snapshot that covers county 370322, with one school <c>s</c> there.</summary>
    /// <param name="classes">The rows of its classes; null for a list that was not reported.</param>
    public static string School(string? classes) => $$"""
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"],
          "schools": [ { "id": "s", "name": "学校", "region": "370322"{{(classes is null ? string.Empty : $", \"classes\": [{classes}]")}} } ] }
        """;

    public static Assessment Of(string pack, string snapshot, DateOnly? asOf = null, RunOptions? options = null) => Of([pack], snapshot, asOf, options);

    public static Assessment Of(string[] packs, string snapshot, DateOnly? asOf = null, RunOptions? options = null)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"packs/{i}/pack.json", packs[i]);
        folder.With("snapshot.json", snapshot);
        Catalogue catalogue = Catalogue(folder.Path + "/packs").Value;
        Checked<Snapshot> facts = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None);
        return Plan.For(catalogue, asOf ?? Day).Run(facts.Value, options);
    }

    public static Checked<Catalogue> Catalogue(string folder) => PackChecker.Check(PackReader.ReadDirectory(folder).Value);

    /// <summary>The one finding of a pack with one rule over one class.</summary>
    public static Finding One(string rule, string facts, string parameters = "{}", DateOnly? asOf = null) =>
        Assert.Single(Of(PackText.Pack(rules: $"[{rule}]", parameters: parameters), School($$"""{ "id": "1", {{facts}} }"""), asOf, new RunOptions { IncludeAll = true }).Findings);

    public static Verdict Verdict(string rule, string facts, string parameters = "{}", DateOnly? asOf = null) => One(rule, facts, parameters, asOf).Verdict;

    /// <summary>How many rows of the whole assessment have which verdict: compliant, not, undetermined, not applicable.</summary>
    public static (long, long, long, long) Counts(Assessment assessment) =>
        (assessment.Counts.Compliant, assessment.Counts.NonCompliant, assessment.Counts.Undetermined, assessment.Counts.NotApplicable);
}
