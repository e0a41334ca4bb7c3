using BenchmarkDotNet.Attributes;
using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>Limits that differ from county to county, beside one limit for all.</summary>
public class RegionBenchmarks
{
    private OurEngine _constant = null!;
    private OurEngine _counties = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(20_000)]
    public int Schools { get; set; }

    /// <summary>About how many classes a county has.</summary>
    [Params(128, 1_000)]
    public int RowsOfACounty { get; set; }

    /// <summary>Makes the nation and a pack for each county.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        MadeUpNation nation = new(new NationShape { Schools = Schools, MissingPercent = 1 }.WithRowsOfARegion(RowsOfACounty));
        _constant = Engine(nation, Inputs.Bench(BenchRules.Pack));
        _counties = Engine(nation, RegionalPacks.Catalogue(nation));
    }

    /// <summary>One limit for all.</summary>
    [Benchmark(Baseline = true)]
    public void OneConstant() => _constant.Masks();

    /// <summary>A limit for each county.</summary>
    [Benchmark]
    public void ALimitACounty() => _counties.Masks();

    /// <summary>The counts by county, by columns and by the interpreter.</summary>
    public (VerdictCounts Columns, VerdictCounts Reference) Answers() => (_counties.Counts().Sum, _counties.ByReference().Sum);

    private static OurEngine Engine(MadeUpNation nation, Catalogue catalogue) => new(Plan.For(catalogue, Inputs.AsOf), ColumnSnapshot.Make(nation, catalogue.Schema));
}
