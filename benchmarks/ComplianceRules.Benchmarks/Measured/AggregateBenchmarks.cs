using BenchmarkDotNet.Attributes;

namespace ComplianceRules.Benchmarks;

/// <summary>Twelve aggregates over the classes of each school, and of each county, beside a loop that makes one pass.</summary>
public class AggregateBenchmarks
{
    private AggregateTask _schools = null!;
    private AggregateTask _counties = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(20_000)]
    public int Schools { get; set; }

    /// <summary>Makes both nations, and holds that all come to the same counts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        NationShape shape = new() { Schools = Schools, Regions = Math.Max(1, Schools / 200) };
        _schools = AggregateTask.OfSchools(shape);
        _counties = AggregateTask.OfCounties(shape);
        _schools.Gate();
        _counties.Gate();
    }

    /// <summary>The library over 18 classes a school.</summary>
    [Benchmark]
    public void OursOfSchools() => _schools.Ours.Masks();

    /// <summary>By hand over 18 classes a school.</summary>
    [Benchmark]
    public void ByHandOfSchools() => _schools.ByHand();

    /// <summary>The library over about 700 classes a county.</summary>
    [Benchmark]
    public void OursOfCounties() => _counties.Ours.Masks();

    /// <summary>By hand over about 700 classes a county.</summary>
    [Benchmark]
    public void ByHandOfCounties() => _counties.ByHand();
}
