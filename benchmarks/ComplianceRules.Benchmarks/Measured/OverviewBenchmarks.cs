using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>What an overview costs beside the assessment that it belongs to.</summary>
[MemoryDiagnoser]
public class OverviewBenchmarks
{
    private Plan _plan = null!;
    private Snapshot _snapshot = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(20_000)]
    public int Schools { get; set; }

    /// <summary>Makes the nation.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Catalogue catalogue = Inputs.Bench(BenchRules.Pack);
        _plan = Plan.For(catalogue, Inputs.AsOf);
        _snapshot = ColumnSnapshot.Make(new MadeUpNation(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200), MissingPercent = 1 }), catalogue.Schema);
    }

    /// <summary>Judges without an overview; gives how many verdicts there are.</summary>
    [Benchmark(Baseline = true)]
    public long Run() => _plan.Run(_snapshot).Counts.Total;

    /// <summary>Judges with one; gives how many verdicts it counts in its schools.</summary>
    [Benchmark]
    public long RunWithOverview() => _plan.Run(_snapshot, new RunOptions { Overview = true }).Overview!.Schools.Sum(s => s.Areas.Sum(a => a.Counts.Total));
}
