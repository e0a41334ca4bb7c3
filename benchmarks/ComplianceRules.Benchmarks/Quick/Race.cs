using System.Diagnostics;

namespace ComplianceRules.Benchmarks;

/// <summary>Runs contenders of one task by turns and keeps the least processor time of each.</summary>
/// <remarks>
/// Processor time of the process and not time on the clock: the machine has other work. By turns, so that a slow minute is everyone's. The least, because all noise adds.
/// </remarks>
/// <param name="Rounds">How often each has its turn.</param>
internal sealed record Race(int Rounds)
{
    private const double LeastOfATurn = 25;
    private const int MostOfATurn = 20_000;
    private const double LeastWarmth = 100;
    private const int LeastWarmRuns = 40;
    private const double MostWarmth = 400;
    private const int AllCompilations = 3;

    // Code compiled in the background arrives a tenth of a second after it was called often enough.
    private static readonly TimeSpan Compiling = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether the contenders have run in an earlier race, only over less.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The least processor time of one run of each, in milliseconds.</summary>
    public double[] Run(params ReadOnlySpan<Contender> contenders)
    {
        Warm(contenders);
        int[] repeats = new int[contenders.Length];
        double[] least = new double[contenders.Length];
        for (int i = 0; i < contenders.Length; i++) repeats[i] = Repeats(contenders[i]);
        Array.Fill(least, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++) least[i] = Math.Min(least[i], Turn(contenders[i], repeats[i]));
        }

        return least;
    }

    // Until the last compilation of everything in it has come: plain, counting, and by what was counted. All wait for the compiler together.
    private void Warm(ReadOnlySpan<Contender> contenders)
    {
        for (int compilation = IsKnown ? AllCompilations - 1 : 0; compilation < AllCompilations; compilation++)
        {
            foreach (Contender contender in contenders) Warm(contender);
            Thread.Sleep(Compiling);
        }
    }

    private static void Warm(Contender contender)
    {
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; !IsWarm(run, Stopwatch.GetElapsedTime(start).TotalMilliseconds); run++) contender.Act();
    }

    // How many runs make one turn.
    private static int Repeats(Contender contender)
    {
        double once = Turn(contender, 1);
        if (once >= LeastOfATurn) return 1;
        int some = (int)Math.Clamp(1 / Math.Max(once, 0.001), 1, 1_000);
        return (int)Math.Clamp(LeastOfATurn / Math.Max(Turn(contender, some), 0.001), 1, MostOfATurn);
    }

    private static bool IsWarm(int runs, double milliseconds) => (runs >= LeastWarmRuns && milliseconds >= LeastWarmth) || milliseconds >= MostWarmth;

    private static double Turn(Contender contender, int repeats)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < repeats; i++) contender.Act();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / repeats;
    }
}
