using System.Globalization;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Proofs;

/// <summary>A pack that was proved not to be looser lets no row go, whatever its rules are made of; <c>PROOF_PACKS</c> and <c>PROOF_ROWS</c> in the environment ask for more pairs of packs and rows.</summary>
public sealed class PackPairTests
{
    private const int Few = 25;

    [Fact]
    public void No_row_contradicts_what_was_proved_of_two_packs()
    {
        int packs = Asked("PROOF_PACKS", Few);
        PackPairRun run = new(Asked("PROOF_ROWS", 600));
        Dice.Check(packs, dice =>
        {
            if (run.Hold(dice) is { } fault) Assert.Fail($"seed {dice.Seed}: {fault}");
        });
        Assert.All(Enum.GetValues<ProofOutcome>(), o => Assert.True(run.Told.ContainsKey(o), $"{o} was never told"));
        Assert.True(run.Judged.Packs > packs * 9 / 10 && run.Judged.Rules > packs * 8 && run.Judged.Refused > packs, $"{run.Judged}");
        if (packs > Few) Console.WriteLine($"{string.Join(", ", run.Told.OrderBy(t => t.Key))}; {run.Judged}");
    }

    private static int Asked(string name, int otherwise) => int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
