namespace ComplianceRules.Benchmarks;

/// <summary>One school with its eighteen classes, again and again by the same plan: what it takes, in microseconds and in bytes.</summary>
internal static class SingleSchoolRaces
{
    private const int Runs = 1_000;

    public static void Run(QuickOptions options, QuickReport report)
    {
        EvaluationTask task = new(new NationShape { Schools = 1, Regions = 1 });
        task.Gate();
        Contender[] contenders = [new("ours, masks", task.Ours.Masks), new("ours, list and counts", () => task.Ours.List()), new("hand2, masks", task.Hand2Masks)];
        double[] times = new Race(options.Rounds).Run(contenders);
        report.Add("one school with 18 classes", contenders, times, task.Evaluations);
        report.Ratio("single_school_us", times[0] * 1_000);
        report.Ratio("single_school_bytes", Bytes(task.Ours.Masks));
    }

    // What one run allocates.
    private static double Bytes(Action judge)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < Runs; run++) judge();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Runs;
    }
}
