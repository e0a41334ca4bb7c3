using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;
using Xunit.Abstractions;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Facts that keep all rules are disturbed: so there is a change that puts them right, and nearly always one is found. <c>DESCENTS</c> in the environment asks for more of each measure.</summary>
public sealed class DescentShareTests(ITestOutputHelper output)
{
    private const int Few = 3;
    private const double LeastShare = 0.9;

    private const string Changeable = """
        { "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "change": { "cost": 30, "movesWithin": "grade" } },
            "written": { "type": "number", "unit": "1", "range": [0, 600], "step": 5, "change": { "cost": 1 } },
            "oral": { "type": "number", "unit": "1", "range": [0, 600], "step": 5, "change": { "cost": 3 } } } } }
        """;

    private static readonly RunOptions Options = new() { Corrections = true, Threads = 1 };

    [Fact]
    public void What_was_disturbed_is_put_right_and_nothing_else_put_wrong()
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("DESCENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : Few;
        List<string> faults = [];
        Dictionary<string, CorrectionTally> tallies = MeasuresOfLists.All.ToDictionary(m => m.Name, _ => new CorrectionTally());
        foreach (MeasuresOfLists measure in MeasuresOfLists.All)
        {
            for (int seed = 1; tallies[measure.Name].Findings < wanted && seed < 20 * wanted; seed++) Hold(measure, new Dice(seed), tallies[measure.Name], faults);
        }

        output.WriteLine(string.Join("\n", tallies.Select(t => $"{t.Key}: {t.Value}")));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.All(tallies, t => Assert.True(t.Value.Findings >= wanted, $"{t.Key}: {t.Value}"));
        int findings = tallies.Values.Sum(t => t.Findings);
        Assert.True(findings - tallies.Values.Sum(t => t.Of(CorrectionKind.None)) >= LeastShare * findings, string.Join("\n", tallies));
    }

    private static void Hold(MeasuresOfLists measure, Dice dice, CorrectionTally tally, List<string> faults)
    {
        MeasuresOfLists.Class[] kept = [.. Enumerable.Range(0, dice.Between(1, 3)).SelectMany(s => Enumerable.Range(0, dice.Between(3, 9)).Select(_ => Drawn(dice, s)))];
        double limit = measure.Subject == "region" ? measure.Measure(kept) : kept.GroupBy(c => c.School).Max(s => measure.Measure([.. s]));
        string[] rules = [Rule("even", measure.Limited(limit), subject: measure.Subject), .. Beside(kept, dice)];
        using TempPacks folder = new();
        folder.With("packs/a/pack.json", Pack(facts: Changeable, rules: $"[{string.Join(", ", rules)}]")).With("snapshot.json", Json(Disturbed(kept, dice)));
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Snapshot snapshot = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Plan plan = Plan.For(catalogue, Judged.Day);
        VerdictMap before = new(plan, snapshot, Options);
        foreach (Finding finding in plan.Run(snapshot, Options).Findings.Where(f => f is { Rule: "a/even", Verdict: Verdict.NonCompliant }))
        {
            tally.Findings++;
            tally.Count(finding.Correction!.Kind);
            if (finding.Correction.Changes.IsEmpty) continue;
            VerdictMap after = new(plan, AppliedChanges.To(snapshot, finding.Correction.Changes), Options);
            string[] wrong = [.. after.WorseThan(before)];
            if (after.Of(finding.Rule, finding.Subject!.ToString()) != Verdict.Compliant || wrong.Length > 0)
                faults.Add($"{measure.Name}, seed {dice.Seed}, {finding.Subject}: {finding.Correction.Message.In(TextLanguage.English)}: {string.Join(", ", wrong)}");
        }
    }

    private static MeasuresOfLists.Class Drawn(Dice dice, int school) => new(school, dice.Between(1, 3), dice.Between(25, 45), 5 * dice.Between(3, 12), 5 * dice.Between(1, 8));

    // Rules that the facts keep before they are disturbed.
    private static IEnumerable<string> Beside(MeasuresOfLists.Class[] kept, Dice dice)
    {
        if (dice.OneIn(2)) yield return Rule("full", $"\"limit\": {{ \"of\": \"enrolment\", \"max\": {kept.Max(c => c.Enrolment)} }}");
        if (dice.OneIn(2)) yield return Rule("enough", $"\"require\": \"written + oral >= {kept.Min(c => c.Written + c.Oral)}\"");
        if (dice.OneIn(2)) yield return Rule("most", $"\"require\": \"written <= {kept.Max(c => c.Written)} || oral <= {kept.Min(c => c.Oral)}\"");
        if (dice.OneIn(3)) yield return Rule("least", $"\"require\": \"classes.map(c, c.written).sum() >= {kept.GroupBy(c => c.School).Min(s => s.Sum(c => c.Written))}\"", subject: "school");
    }

    private static MeasuresOfLists.Class[] Disturbed(MeasuresOfLists.Class[] kept, Dice dice)
    {
        MeasuresOfLists.Class[] classes = [.. kept.Select(c => dice.OneIn(2) ? c with { Written = 5 * dice.Between(3, 40), Oral = 5 * dice.Between(1, 20) } : c)];
        for (int move = 0; move < 2 * classes.Length; move++)
        {
            (int from, int to) = (dice.Between(0, classes.Length - 1), dice.Between(0, classes.Length - 1));
            if (from == to || (classes[from].School, classes[from].Grade) != (classes[to].School, classes[to].Grade)) continue;
            int moved = dice.Between(0, classes[from].Enrolment);
            classes[from] = classes[from] with { Enrolment = classes[from].Enrolment - moved };
            classes[to] = classes[to] with { Enrolment = classes[to].Enrolment + moved };
        }

        return classes;
    }

    private static string Json(MeasuresOfLists.Class[] classes)
    {
        IEnumerable<string> schools = classes.GroupBy(c => c.School).Select(s => $$"""
            { "id": "s{{s.Key}}", "region": "370322", "classes": [ {{string.Join(", ", s.Select((c, i) => $$"""{ "id": "{{i}}", "grade": {{c.Grade}}, "enrolment": {{c.Enrolment}}, "written": {{c.Written}}, "oral": {{c.Oral}} }"""))}} ] }
            """);
        return $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "regions": [ { "code": "370322", "level": "county" } ], "schools": [ {{string.Join(", ", schools)}} ] }""";
    }
}
