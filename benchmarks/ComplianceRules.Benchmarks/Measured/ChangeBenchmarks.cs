using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks;

/// <summary>One class changes: an assessment of what that touches beside one of everything.</summary>
[MemoryDiagnoser]
public class ChangeBenchmarks
{
    private ChangeTask _task = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(20_000)]
    public int Schools { get; set; }

    /// <summary>Forty rules of classes and schools, or twelve aggregates over the classes of counties.</summary>
    [Params(BenchRules.Pack, "bench-counties")]
    public string Pack { get; set; } = BenchRules.Pack;

    /// <summary>Makes the nation and its change, and holds that both ways come to the same.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _task = new ChangeTask(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200) }, Pack);
        if (Pack == BenchRules.Pack) _task.Gate();
    }

    /// <summary>Makes the changed snapshot.</summary>
    [Benchmark]
    public void Edit() => _task.Edit();

    /// <summary>Judges what the change touches; gives how many verdicts there are.</summary>
    [Benchmark]
    public long Reassess() => _task.Reassess().Counts.Total;

    /// <summary>Judges everything.</summary>
    [Benchmark(Baseline = true)]
    public long Run() => _task.Run().Counts.Total;
}
