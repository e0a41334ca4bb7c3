using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine;

/// <summary>Which value is in force over a stack, against a plain fold; and that regions judged together are judged as each alone.</summary>
public sealed class StackFoldTests
{
    private const int Stacks = 200;

    private static readonly string[] Counties = ["440100", "370100", "370303", "370322"];

    [Fact]
    public void The_value_in_force_is_the_fold_of_the_packs_from_the_outermost_inwards()
    {
        (int accepted, int refused) = (0, 0);
        Dice.Check(Stacks, dice =>
        {
            MadeStack stack = new(dice);
            using TempPacks folder = Folder(stack);
            Checked<Catalogue> catalogue = Judged.Catalogue(folder.Path);
            string packs = $"seed {dice.Seed}: {string.Join("\n", stack.Packs)}";
            if (stack.IsLooser)
            {
                refused++;
                Assert.True(!catalogue.IsValid && catalogue.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).All(d => d.Code == DiagnosticCodes.LooserValue || d.Code == DiagnosticCodes.LoosenedByValues || d.Code == DiagnosticCodes.IncomparableByValues), $"{string.Join("; ", catalogue.Diagnostics)} {packs}");
                return;
            }

            accepted++;
            Assert.True(catalogue.IsValid, $"{string.Join("; ", catalogue.Diagnostics)} {packs}");
            for (int i = 0; i < 4; i++) AssertInForce(dice, stack, catalogue.Value, packs);
        });
        Assert.True(accepted > Stacks / 5 && refused > Stacks / 5, $"{accepted} accepted, {refused} refused");
    }

    private static void AssertInForce(Dice dice, MadeStack stack, Catalogue catalogue, string packs)
    {
        DateOnly day = new DateOnly(2020, 1, 1).AddDays(dice.Between(0, 8 * 365));
        int[] facts = [.. Counties.Select(_ => stack.Any(dice))];
        string[] schools = [.. Counties.Select((county, i) => $$"""{ "id": "s{{i}}", "region": "{{county}}", "classes": [{{stack.Class(facts[i])}}] }""")];
        string together = Findings(catalogue, day, schools);
        string expected = string.Join('\n', facts.Select((fact, i) => $"class:s{i}/1 {(stack.Holds(i, day, fact) ? Verdict.Compliant : Verdict.NonCompliant)} {stack.Limit(i, day)}"));
        Assert.True(expected == together, $"{day:O}\n{expected}\n--\n{together}\n{packs}");
        Assert.Equal(together, string.Join('\n', schools.Select(school => Findings(catalogue, day, school))));
    }

    private static string Findings(Catalogue catalogue, DateOnly day, params string[] schools)
    {
        byte[] json = System.Text.Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{{string.Join(", ", schools)}}] }""");
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assessment assessment = Plan.For(catalogue, day).Run(snapshot, new RunOptions { IncludeAll = true });
        return string.Join('\n', assessment.Findings.Select(f => $"{f.Subject} {f.Verdict} {f.Limit!.Text}"));
    }

    private static TempPacks Folder(MadeStack stack)
    {
        TempPacks folder = new();
        foreach ((string pack, int level) in stack.Packs.Select((pack, level) => (pack, level))) folder.With($"k{level}/pack.json", pack);
        return folder;
    }
}
