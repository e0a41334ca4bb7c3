using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Waiving;

/// <summary>Judges small snapshots with waivers, by both engines.</summary>
internal static class Waived
{
    /// <summary>A rule of class: at most 45 pupils.</summary>
    public const string AtMost45 = "\"limit\": { \"of\": \"enrolment\", \"max\": 45 }";

    /// <summary>Two schools of county 370322: <c>s</c> with classes 1 (46 pupils), 2 (45) and 3 (unknown), and <c>t</c> with class 1 (50).</summary>
    public const string Sample = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [
          { "id": "s", "name": "甲校", "region": "370322", "classes": [ { "id": "1", "enrolment": 46 }, { "id": "2", "enrolment": 45 }, { "id": "3" } ] },
          { "id": "t", "name": "乙校", "region": "370322", "classes": [ { "id": "1", "enrolment": 50 } ] } ] }
        """;

    /// <summary>A waiver of the whole of 2026.</summary>
    public static string Waiver(string what = "\"rule\": \"r\"", string whom = "\"subject\": \"class:s/1\"", string kind = "waiver", string from = "2026-01-01", string until = "2026-12-31", string more = "") =>
        $$"""{ {{what}}, {{whom}}, "from": "{{from}}", "until": "{{until}}", "kind": "{{kind}}", "reason": { "zh": "校舍修缮", "en": "building work" }{{more}} }""";

    /// <summary>The members that a pack with waivers has more.</summary>
    public static string Waivers(params string[] waivers) => $", \"waivers\": [{string.Join(", ", waivers)}]";

    /// <summary>The assessment of both engines, which must be the same.</summary>
    public static Assessment Of(string[] packs, string snapshot = Sample, DateOnly? asOf = null, RunOptions? options = null, string? file = null)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"packs/{i}/pack.json", packs[i]);
        folder.With("snapshot.json", snapshot);
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Snapshot facts = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        RunOptions asked = (options ?? new RunOptions { IncludeAll = true }) with { Waivers = file is null ? null : File(file, catalogue).Value };
        Plan plan = Plan.For(catalogue, asOf ?? Judged.Day);
        Assessment columns = plan.Run(facts, asked);
        Assessment reference = plan.Run(facts, asked with { Engine = JudgingEngine.Reference });
        Assert.Equal(reference.Findings.Select(Text), columns.Findings.Select(Text));
        Assert.Equal(reference.Counts, columns.Counts);
        return columns;
    }

    /// <summary>A file of waivers read against packs.</summary>
    public static Checked<WaiverFile> File(string text, Catalogue catalogue) => WaiverFile.Read(new SourceFile("waivers.json", Encoding.UTF8.GetBytes(text)), catalogue);

    /// <summary>The verdict of each row by its subject text.</summary>
    public static Dictionary<string, Verdict> Verdicts(Assessment assessment, string rule = "a/r") =>
        assessment.Findings.Where(f => f.Rule == rule && f.Subject is not null).ToDictionary(f => $"{f.Subject}", f => f.Verdict, StringComparer.Ordinal);

    /// <summary>The verdicts of <see cref="Sample"/> by a pack of one rule with waivers.</summary>
    public static Dictionary<string, Verdict> Verdicts(string waiver, string rule = "", DateOnly? asOf = null) =>
        Verdicts(Of([Pack(rules: $"[{Rule(kind: AtMost45, more: rule)}]", more: Waivers(waiver))], asOf: asOf));

    private static string Text(Finding finding) => $"{finding.Rule} {finding.Subject} {finding.Rows} {finding.Verdict} {finding.Waiver?.Place} {finding.Message.In(TextLanguage.English)} {finding.Message.In(TextLanguage.Chinese)}";
}
