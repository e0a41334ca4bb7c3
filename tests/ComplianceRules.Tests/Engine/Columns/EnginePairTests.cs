using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using Xunit.Abstractions;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Columns say of every row what the interpreter says, which defines the meaning; <c>ENGINE_PAIRS</c> in the environment asks for more packs and snapshots, <c>ENGINE_FROM</c> for others.</summary>
public sealed class EnginePairTests(ITestOutputHelper output)
{
    private const int Few = 600;
    private const int MostShown = 3;

    [Fact]
    public void Both_engines_say_the_same_of_every_row_in_counts_and_in_reports()
    {
        (int seed, int count) = (Asked("ENGINE_FROM", 1), Asked("ENGINE_PAIRS", Few));
        PairRun run = new();
        List<string> faults = [];
        for (; run.Pairs < count && faults.Count < MostShown; seed++)
        {
            if (run.Hold(seed) is { } fault) faults.Add(fault);
        }

        output.WriteLine($"{run.Pairs} pairs, {run.Rules}, {string.Join(", ", run.Verdicts)}\n{string.Join(", ", run.Nodes)}");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.True(run.Rules.Kept > run.Rules.Made * 0.9, $"{run.Rules}");
        Assert.True(run.Rules.Native > run.Rules.Kept * 0.6, $"{run.Rules}");
        Assert.All([Verdict.Undetermined, Verdict.NotApplicable, Verdict.Compliant, Verdict.NonCompliant, Verdict.Waived], v => Assert.True(run.Verdicts[v] > count / 2, $"{v}"));
        Assert.Equal([], Kinds(typeof(TruthNode)).Concat(Kinds(typeof(NumberNode))).Except(run.Nodes.Keys));
    }

    private static IEnumerable<string> Kinds(Type node) => node.Assembly.GetTypes().Where(t => t.IsSubclassOf(node) && !t.IsAbstract).Select(t => t.Name);

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
