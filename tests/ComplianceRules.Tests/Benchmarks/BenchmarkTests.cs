using ComplianceRules.Benchmarks;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>What the benchmarks answer, so that none measures the wrong thing.</summary>
public sealed class BenchmarkTests
{
    // 300 classes by 12 rules, 10 schools by 5, 4 regions by 1; counted from the cycles by other means too.
    private static readonly VerdictCounts TenSchools = new(Compliant: 837, NonCompliant: 563, Undetermined: 1_651, NotApplicable: 603, Waived: 0);

    private static readonly VerdictCounts Sample = new(Compliant: 865, NonCompliant: 34, Undetermined: 36, NotApplicable: 179, Waived: 0);

    [Fact]
    public void Reading_packs_gives_every_rule_and_table()
    {
        PackReadingBenchmarks reading = new();
        Assert.Equal(22, reading.Read());
        Assert.Equal(4, reading.ReadAndCheck());
    }

    [Fact]
    public void The_sample_is_read_planned_and_judged()
    {
        GaoqingBenchmarks sample = new();
        sample.SetUp();
        Assert.Equal(90, sample.ReadSnapshot());
        Assert.Equal(new DateOnly(2026, 9, 1), sample.MakePlan());
        Assert.Equal(Sample, sample.Judge());
    }

    [Fact]
    public void A_county_of_ten_schools_is_judged()
    {
        CountyBenchmarks county = new() { Schools = 10 };
        county.SetUp();
        Assert.Equal(TenSchools, county.Judge());
    }
}
