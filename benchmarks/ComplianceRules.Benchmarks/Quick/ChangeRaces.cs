namespace ComplianceRules.Benchmarks;

/// <summary>The race of one changed class against judging all classes again.</summary>
internal static class ChangeRaces
{
    public static void Run(QuickOptions options, QuickReport report)
    {
        NationShape shape = new() { Schools = options.Schools, Regions = Math.Max(1, options.Schools / 200) };
        ChangeTask task = new(shape, BenchRules.Pack);
        task.Gate();
        Contender[] contenders =
        [
            new("one class judged anew", () => task.Reassess()), new("its change made", () => task.Edit()), new("all judged, listed", () => task.Run()), new("all judged, masks", task.Masks),
        ];
        double[] times = new Race(options.Rounds).Run(contenders);
        report.Add($"one changed class of {shape.Classes}", contenders, times, 0);
        report.Ratio("change_vs_run", times[2] / times[0]);
        report.Ratio("change_vs_masks", times[3] / times[0]);
        report.Ratio("change_and_edit_vs_run", times[2] / (times[0] + times[1]));
    }
}
