using System.Diagnostics;

namespace ComplianceRules.Benchmarks;

/// <summary>Runs contenders of one task by turns and keeps the least processor time of each.</summary>
/// <remarks>
/// Processor time of the process and not time on the clock: the machine has other work. By turns, so that a slow minute is everyone's. The least, because all noise adds.
/// </remarks>
/// <param name="rounds">How often each has its turn.</param>
internal sealed class Race(int rounds)
{
    private const double LeastOfATurn = 25;
    private const double LeastWarmth = 100;
    private const int LeastWarmRuns = 40;
    private const double MostWarmth = 500;
    private const int Compilations = 3;

    // Code compiled in the background arrives a tenth of a second after it was called often enough.
    private static readonly TimeSpan Compiling = TimeSpan.FromMilliseconds(250);

    /// <summary>The least processor time of one run of each, in milliseconds.</summary>
    public double[] Run(params ReadOnlySpan<Contender> contenders)
    {
        int[] repeats = new int[contenders.Length];
        double[] least = new double[contenders.Length];
        for (int i = 0; i < contenders.Length; i++) repeats[i] = Warm(contenders[i]);
        Array.Fill(least, double.MaxValue);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++) least[i] = Math.Min(least[i], Turn(contenders[i], repeats[i]));
        }

        return least;
    }

    // Until the last compilation of everything in it has come: plain, counting, and by what was counted. Gives how many runs make one turn.
    private static int Warm(Contender contender)
    {
        for (int compilation = 0; compilation < Compilations; compilation++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int run = 0; !IsWarm(run, Stopwatch.GetElapsedTime(start).TotalMilliseconds); run++) contender.Act();
            Thread.Sleep(Compiling);
        }

        contender.Act();
        return (int)Math.Clamp(LeastOfATurn / Math.Max(Turn(contender, 1), 0.001), 1, 1_000);
    }

    private static bool IsWarm(int runs, double milliseconds) => (runs >= LeastWarmRuns && milliseconds >= LeastWarmth) || (runs >= 2 && milliseconds >= MostWarmth);

    private static double Turn(Contender contender, int repeats)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < repeats; i++) contender.Act();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / repeats;
    }
}
