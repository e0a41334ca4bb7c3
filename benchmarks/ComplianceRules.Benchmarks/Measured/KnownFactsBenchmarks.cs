using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks;

/// <summary>Forty rules over facts that are all known, beside the loop that can do nothing else.</summary>
public class KnownFactsBenchmarks
{
    private EvaluationTask _task = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(1_000, 20_000, 200_000)]
    public int Schools { get; set; }

    /// <summary>Makes the nation, and holds that all come to the same counts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _task = new EvaluationTask(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200) });
        _task.Gate();
    }

    /// <summary>The library: what each rule says of each row.</summary>
    [Benchmark(Baseline = true)]
    public void OursMasks() => _task.Ours.Masks();

    /// <summary>By hand, two-valued: masks.</summary>
    [Benchmark]
    public void Hand2Masks() => _task.Hand2Masks();

    /// <summary>The library: a list of what is broken; gives its length.</summary>
    [Benchmark]
    public long OursFindings() => _task.Ours.List();

    /// <summary>By hand, two-valued: a list and counts.</summary>
    [Benchmark]
    public void Hand2Findings() => _task.Hand2List();
}
