using System.Globalization;
using ComplianceRules.Findings;
using Xunit.Abstractions;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Corrections of random findings hold what they promise; <c>CORRECTIONS</c> in the environment asks for more findings of each kind, <c>CORRECTIONS_FROM</c> for others.</summary>
public sealed class CorrectionPairTests(ITestOutputHelper output)
{
    private const int Few = 8;
    private const int SeedsForFew = 1_000;
    private const int MostShown = 3;

    [Fact]
    public void A_correction_applied_makes_the_row_compliant_and_breaks_nothing_and_no_cheaper_one_does()
    {
        (int first, int wanted) = (Asked("CORRECTIONS_FROM", 1), Asked("CORRECTIONS", Few));
        CorrectionRun run = new();
        List<string> faults = [];
        for (int seed = first; seed < first + (SeedsForFew * (1 + (wanted / Few))) && faults.Count < MostShown && !CorrectionRun.AllKinds.All(k => run.HasEnough(k, wanted)); seed++)
        {
            if (run.Hold(seed, wanted) is { } fault) faults.Add(fault);
        }

        output.WriteLine(string.Join("\n", run.Kinds.Select(k => $"{k.Key}: {k.Value}")));
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.Equal(CorrectionRun.AllKinds, run.Kinds.Keys);
        Assert.All(run.Kinds, k => Assert.True(k.Value.Findings >= wanted, $"{k.Key}: {k.Value}"));
        Assert.True(run.Kinds.Values.Sum(k => k.Of(CorrectionKind.Cheapest)) > wanted && run.Kinds.Values.Sum(k => k.Tried) > wanted, string.Join("\n", run.Kinds));
    }

    /// <summary>A date that only chooses the season of a limit; a rule over all schools of a region; facts inside a filter; what was found once stays found; a fact with a far range; a part that is not known any more; a limit just beside a step; a number of more digits than data keeps; corners that many boxes have.</summary>
    [Theory]
    [InlineData(767)]
    [InlineData(1506)]
    [InlineData(2370)]
    [InlineData(40043)]
    [InlineData(700780)]
    [InlineData(700791)]
    [InlineData(9221469)]
    [InlineData(9224125)]
    public void What_once_was_wrong_is_not_wrong_again(int seed) => Assert.Null(new CorrectionRun().Hold(seed, int.MaxValue));

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
