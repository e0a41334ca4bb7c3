using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>A made-up county, judged row by row by the reference interpreter.</summary>
[MemoryDiagnoser]
public class CountyBenchmarks
{
    private Snapshot _snapshot = null!;
    private Plan _plan = null!;

    /// <summary>How many schools, thirty classes each.</summary>
    [Params(10, 100)]
    public int Schools { get; set; }

    /// <summary>Makes the county.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Catalogue catalogue = Inputs.Catalogue();
        _snapshot = MadeUpCounty.Of(Schools, catalogue.Schema);
        _plan = Plan.For(catalogue, Inputs.AsOf);
    }

    /// <summary>Judges every row by every rule.</summary>
    [Benchmark]
    public VerdictCounts Judge() => _plan.Run(_snapshot).Counts;
}
