using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks;

/// <summary>Forty rules over a thousand schools by other kinds of engines.</summary>
public class EngineBenchmarks
{
    private EvaluationTask _task = null!;
    private LinqRules _linq = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(1_000)]
    public int Schools { get; set; }

    /// <summary>How many of a hundred facts are missing.</summary>
    [Params(0, 10)]
    public int Missing { get; set; }

    /// <summary>Makes the nation.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _task = new EvaluationTask(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200), MissingPercent = Missing });
        _linq = new LinqRules(_task.Rows);
        new FairnessGate("engines").With("columns", _task.Ours.Counts()).With("compiled LINQ", _linq.Counts());
    }

    /// <summary>The column engine; gives how many verdicts.</summary>
    [Benchmark(Baseline = true)]
    public long Columns() => _task.Ours.Counts().Sum.Total;

    /// <summary>The interpreter that defines the meaning; gives how many verdicts.</summary>
    [Benchmark]
    public long Reference() => _task.Ours.ByReference().Sum.Total;

    /// <summary>Typed delegates of compiled expression trees; gives how many verdicts.</summary>
    [Benchmark]
    public long CompiledLinq() => _linq.Counts().Sum.Total;
}
