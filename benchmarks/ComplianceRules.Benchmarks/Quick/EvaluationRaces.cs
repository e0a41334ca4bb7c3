using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>The races of judging: masks and lists, with and without missing facts, small and large, against memory.</summary>
internal static class EvaluationRaces
{
    private const int Larger = 10;

    public static void Run(QuickOptions options, QuickReport report)
    {
        Race race = new(options.Rounds);
        NationShape small = new() { Schools = options.Schools, Regions = Math.Max(1, options.Schools / 200) };
        double none = Masks(race, report, new EvaluationTask(small), string.Empty);
        double ten = Masks(race, report, new EvaluationTask(small with { MissingPercent = 10 }), "_10");
        report.Ratio("masks_10_within_0", ten / none);
        NationShape large = small with { Schools = small.Schools * Larger };
        EvaluationTask total = new(large);
        Masks(race with { IsKnown = true }, report, total, "_large");
        MemoryWithin(race, report, total.Ours, "total");
        MemoryWithin(race, report, OurEngine.Of(large with { MissingPercent = 10 }), "nullable");
    }

    // Gives how long our masks take.
    private static double Masks(Race race, QuickReport report, EvaluationTask task, string name)
    {
        task.Gate();
        Contender[] masks =
        [
            new("ours", task.Ours.Masks), new("hand3", task.Hand3Masks), new("hand3 with branches", task.Hand3BranchingMasks),
            .. (Contender[])(task.HasAllFacts ? [new("hand2", task.Hand2Masks)] : []),
        ];
        Contender[] lists = [new("ours", () => task.Ours.List()), new("hand3", task.Hand3List), new("hand3 with branches", task.Hand3BranchingList)];
        string nation = FormattableString.Invariant($"{task.Shape.Schools} schools, {task.Shape.MissingPercent} % missing");
        double[] ofMasks = race.Run(masks);
        double[] ofLists = race.Run(lists);
        report.Add($"verdict masks, {nation}", masks, ofMasks, task.Evaluations);
        report.Add($"findings list and counts, {nation}", lists, ofLists, task.Evaluations);
        if (task.HasAllFacts) report.Ratio($"masks{name}_vs_hand2", ofMasks[3] / ofMasks[0]);
        report.Ratio($"masks{name}_vs_hand3", Math.Min(ofMasks[1], ofMasks[2]) / ofMasks[0]);
        report.Ratio($"list{name}_vs_hand3", Math.Min(ofLists[1], ofLists[2]) / ofLists[0]);
        return ofMasks[0];
    }

    private static void MemoryWithin(Race race, QuickReport report, OurEngine ours, string columns)
    {
        ReadOnlyMemory<FactColumn> cells = MemorySum.Columns(ours.Snapshot);
        ulong sum = 0;
        Contender[] contenders = [new("ours", ours.Masks), new("memory sum", () => sum += MemorySum.Of(cells))];
        double[] times = race.Run(contenders);
        report.Add($"masks and a sum over {MemorySum.Length(cells) / 1_000_000} MB of {columns} columns", contenders, times, 0);
        report.Ratio($"masks_large_within_memory_{columns}", times[0] / times[1]);
        GC.KeepAlive(sum);
    }
}
