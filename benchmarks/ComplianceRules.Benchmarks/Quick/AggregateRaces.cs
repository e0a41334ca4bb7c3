namespace ComplianceRules.Benchmarks;

/// <summary>The races of aggregates over child rows against a loop that makes one pass.</summary>
internal static class AggregateRaces
{
    public static void Run(QuickOptions options, QuickReport report)
    {
        Race race = new(options.Rounds);
        NationShape shape = new() { Schools = options.Schools };
        Run(race, report, AggregateTask.OfSchools(shape with { Regions = Math.Max(1, options.Schools / 200) }), shape.ClassesOfASchool);
        Run(race, report, AggregateTask.OfCounties(shape), 700);
    }

    private static void Run(Race race, QuickReport report, AggregateTask task, int rows)
    {
        task.Gate();
        Contender[] contenders = [new("ours", task.Ours.Masks), new("one pass by hand", task.ByHand)];
        double[] times = race.Run(contenders);
        report.Add($"twelve aggregates, about {rows} classes a parent", contenders, times, 0);
        report.Ratio($"aggregates_{rows}_vs_hand", times[1] / times[0]);
    }
}
