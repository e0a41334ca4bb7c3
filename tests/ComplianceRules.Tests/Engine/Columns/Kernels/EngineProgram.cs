using System.Globalization;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Tests.Engine.Columns.Kernels;

/// <summary>What a process of its own runs, so that the processor can be told to do without its wide registers: checks of kernels, then packs and snapshots by both engines.</summary>
internal static class EngineProgram
{
    /// <summary>Writes the widest register at hand; throws where an answer is wrong.</summary>
    /// <param name="arguments">How many packs are to meet a snapshot.</param>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var count]) return 1;
        foreach (Action<Random> check in KernelChecks.All.Values) check(new Random(1));
        PairRun run = new();
        for (int seed = 1; run.Pairs < int.Parse(count, CultureInfo.InvariantCulture); seed++)
        {
            if (run.Hold(seed) is { } fault) throw new InvalidOperationException(fault);
        }

        Console.Write(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64);
        return 0;
    }
}
