using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Interop;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Interop;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>Workflows at random that were imported, held against RulesEngine itself.</summary>
public sealed class RandomWorkflowTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Few = 30;
    private const int RulesOfOne = 12;

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("IMPORT_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : Few;

    [Fact]
    public void What_is_imported_says_what_RulesEngine_says_but_for_what_is_told()
    {
        HeldRules held = new();
        Dice.Check(Cases, dice =>
        {
            bool isExact = !dice.OneIn(8);
            MadeWorkflow made = MadeWorkflow.Of(dice, RulesOfOne, isExact);
            Checked<ImportedPack> imported = ImportedWorkflows.OfText(made.Json);
            held.Count(imported, RulesOfOne);
            if (!imported.IsValid) return;
            Hold(dice, isExact, made, imported.Value, held, lacksOne: false, ForeignTypes.Plain, ForeignTypes.Nullable, ForeignTypes.Fractions);
            Hold(dice, isExact, made, imported.Value, held, lacksOne: true, ForeignTypes.Nullable);
        });
        Assert.True(held.Faults.Count == 0, $"{held}\n{string.Join("\n\n", held.Faults.Take(40))}");
        Assert.True(held.IsEnough, held.ToString());
        if (Cases > Few) output.WriteLine(held.ToString());
    }

    private static void Hold(Dice dice, bool isExact, MadeWorkflow made, ImportedPack pack, HeldRules held, bool lacksOne, params ReadOnlySpan<ForeignTypes> types)
    {
        byte[] rows = MadeSchools.Json(dice, lacksOne ? 8 : 4, lacksOne, isExact);
        ImportedVerdicts verdicts = ImportedVerdicts.OnMadeRows(pack, made.Json, rows, types);
        foreach (VerdictPair pair in verdicts.PairsAsync().GetAwaiter().GetResult()) held.Hold(made.Rules[pair.Rule.Name], pair, verdicts.Snapshot, $"seed {dice.Seed}", types);
    }
}
