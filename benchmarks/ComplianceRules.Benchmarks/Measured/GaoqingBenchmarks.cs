using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The main job of the README: ninety classes of six schools.</summary>
[MemoryDiagnoser]
public class GaoqingBenchmarks
{
    private Catalogue _catalogue = null!;
    private Snapshot _snapshot = null!;
    private Plan _plan = null!;

    /// <summary>Reads packs and facts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _catalogue = Inputs.Catalogue();
        _snapshot = Inputs.Gaoqing(_catalogue.Schema);
        _plan = Plan.For(_catalogue, Inputs.AsOf);
    }

    /// <summary>Reads the snapshot; gives the number of its classes.</summary>
    [Benchmark]
    public int ReadSnapshot() => Inputs.Gaoqing(_catalogue.Schema).Table(BaseTables.Class).Count;

    /// <summary>Makes a plan for a day.</summary>
    [Benchmark]
    public DateOnly MakePlan() => Plan.For(_catalogue, Inputs.AsOf).AsOf;

    /// <summary>Judges every row by every rule.</summary>
    [Benchmark]
    public VerdictCounts Judge() => _plan.Run(_snapshot).Counts;
}
