using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks;

/// <summary>One school with its eighteen classes, again and again by the same plan: what a form that is filled in wants.</summary>
[MemoryDiagnoser]
public class SingleSchoolBenchmarks
{
    private EvaluationTask _task = null!;

    /// <summary>How many of a hundred facts are missing.</summary>
    [Params(0, 10)]
    public int Missing { get; set; }

    /// <summary>Makes the school.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _task = new EvaluationTask(new NationShape { Schools = 1, Regions = 1, MissingPercent = Missing });
        _task.Gate();
    }

    /// <summary>Judges it.</summary>
    [Benchmark]
    public void Masks() => _task.Ours.Masks();

    /// <summary>Judges it, counts, and lists what is broken or open; gives how many lines.</summary>
    [Benchmark]
    public long Findings() => _task.Ours.List();
}
