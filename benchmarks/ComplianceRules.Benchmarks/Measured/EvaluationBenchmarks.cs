using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks;

/// <summary>Forty rules over facts in memory: masks, counts, findings, with and without missing facts, beside the loops that are written by hand.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private EvaluationTask _task = null!;
    private OurEngine _two = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(1_000, 20_000, 200_000)]
    public int Schools { get; set; }

    /// <summary>How many of a hundred facts are missing.</summary>
    [Params(0, 1, 10)]
    public int Missing { get; set; }

    /// <summary>Makes the nation, and holds that all come to the same counts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _task = new EvaluationTask(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200), MissingPercent = Missing });
        _task.Gate();
        _two = _task.OnThreads(2);
    }

    /// <summary>The library: what each rule says of each row.</summary>
    [Benchmark(Baseline = true)]
    public void OursMasks() => _task.Ours.Masks();

    /// <summary>The library: how many rows have which verdict; gives how many verdicts.</summary>
    [Benchmark]
    public long OursCounts() => _task.Ours.Counts().Sum.Total;

    /// <summary>The library: a list of what is broken or open; gives its length.</summary>
    [Benchmark]
    public long OursFindings() => _task.Ours.List();

    /// <summary>The library on two threads: masks.</summary>
    [Benchmark]
    public void OursMasksOnTwoThreads() => _two.Masks();

    /// <summary>The library on two threads: a list; gives its length.</summary>
    [Benchmark]
    public long OursFindingsOnTwoThreads() => _two.List();

    /// <summary>By hand, three-valued, without branches: masks.</summary>
    [Benchmark]
    public void Hand3Masks() => _task.Hand3Masks();

    /// <summary>By hand, three-valued, with branches: masks.</summary>
    [Benchmark]
    public void Hand3BranchingMasks() => _task.Hand3BranchingMasks();

    /// <summary>By hand, three-valued, without branches: a list and counts.</summary>
    [Benchmark]
    public void Hand3Findings() => _task.Hand3List();

    /// <summary>By hand, three-valued, with branches: a list and counts.</summary>
    [Benchmark]
    public void Hand3BranchingFindings() => _task.Hand3BranchingList();

    /// <summary>Adds up all bytes of the columns; gives the sum.</summary>
    [Benchmark]
    public ulong Memory() => MemorySum.Of(MemorySum.Columns(_task.Snapshot));
}
