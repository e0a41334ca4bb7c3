using ComplianceRules.Benchmarks;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>What the benchmarks over a made-up nation answer, and that all contenders answer the same.</summary>
public sealed class NationBenchmarkTests
{
    // 24 rules over 18 classes and 16 over the school itself, for 40 schools.
    private const long Verdicts = 40 * ((24 * 18) + 16);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(60)]
    public void All_that_judge_facts_in_memory_come_to_the_same_counts(int missing)
    {
        EvaluationBenchmarks benchmarks = new() { Schools = 40, Missing = missing };
        benchmarks.SetUp();
        Assert.Equal(Verdicts, benchmarks.OursCounts());
        Assert.Equal(benchmarks.OursFindings(), benchmarks.OursFindingsOnTwoThreads());
        Assert.NotEqual(0UL, benchmarks.Memory());
        benchmarks.OursMasks();
        benchmarks.OursMasksOnTwoThreads();
    }

    [Fact]
    public void The_loop_for_known_facts_comes_to_the_same_counts()
    {
        KnownFactsBenchmarks benchmarks = new() { Schools = 40 };
        benchmarks.SetUp();
        Assert.InRange(benchmarks.OursFindings(), 40, Verdicts / 10);
    }

    [Fact]
    public void Interpreter_columns_and_delegates_judge_every_row()
    {
        EngineBenchmarks benchmarks = new() { Schools = 40, Missing = 10 };
        benchmarks.SetUp();
        Assert.Equal(Verdicts, benchmarks.Columns());
        Assert.Equal(Verdicts, benchmarks.Reference());
        Assert.Equal(Verdicts, benchmarks.CompiledLinq());
    }

    [Fact]
    public void Counties_have_limits_of_their_own()
    {
        RegionBenchmarks benchmarks = new() { Schools = 40, RowsOfACounty = 128 };
        benchmarks.SetUp();
        benchmarks.OneConstant();
        benchmarks.ALimitACounty();
        Assert.Equal(benchmarks.Answers().Reference, benchmarks.Answers().Columns);
    }

    [Fact]
    public void Limits_of_a_county_break_more_than_those_of_the_nation()
    {
        MadeUpNation nation = new(new NationShape { Schools = 40, Regions = 20 });
        Assert.True(Broken(nation, RegionalPacks.Catalogue(nation)) > Broken(nation, Inputs.Bench(BenchRules.Pack)));

        static long Broken(MadeUpNation nation, ComplianceRules.Engine.Catalogue catalogue) =>
            ComplianceRules.Engine.Plan.For(catalogue, Inputs.AsOf).Run(ColumnSnapshot.Make(nation, catalogue.Schema)).Counts.NonCompliant;
    }

    [Fact]
    public void An_overview_counts_every_verdict_of_the_assessment_that_it_belongs_to()
    {
        OverviewBenchmarks benchmarks = new() { Schools = 40 };
        benchmarks.SetUp();
        Assert.Equal(benchmarks.Run(), benchmarks.RunWithOverview());
    }

    [Theory]
    [InlineData(BenchRules.Pack)]
    [InlineData("bench-counties")]
    public void One_changed_class_gives_as_many_verdicts_as_all(string pack)
    {
        ChangeBenchmarks benchmarks = new() { Schools = 40, Pack = pack };
        benchmarks.SetUp();
        benchmarks.Edit();
        Assert.Equal(benchmarks.Run(), benchmarks.Reassess());
    }

    [Fact]
    public void Aggregates_by_hand_come_to_the_same_counts()
    {
        AggregateBenchmarks benchmarks = new() { Schools = 200 };
        benchmarks.SetUp();
        benchmarks.OursOfSchools();
        benchmarks.OursOfCounties();
    }

    [Fact]
    public void All_readers_come_to_the_same_counts()
    {
        ReaderBenchmarks benchmarks = new() { Schools = 40 };
        benchmarks.SetUp();
        Assert.Equal(40 * 18, benchmarks.ReadJson());
        Assert.Equal(40 * 18, benchmarks.ReadLines());
        Assert.Equal(40 * 18, benchmarks.ReadCsv());
        Assert.All(
            [
                benchmarks.Json(), benchmarks.JsonShuffled(), benchmarks.JsonNulls(), benchmarks.Lines(), benchmarks.Csv(), benchmarks.Utf8JsonReader(),
                benchmarks.Utf8JsonReaderShuffled(), benchmarks.SystemTextJson(), benchmarks.Newtonsoft(), benchmarks.CsvHelperParse(), benchmarks.CsvHelperRecords(),
            ],
            verdicts => Assert.Equal(Verdicts, verdicts));
        benchmarks.CleanUp();
    }

    [Fact]
    public void A_report_is_written_from_end_to_end()
    {
        EndToEndBenchmarks benchmarks = new() { Schools = 10 };
        benchmarks.SetUp();
        Assert.InRange(benchmarks.LinesReport(), 10_000, benchmarks.JsonReport());
        benchmarks.CleanUp();
    }

    [Fact]
    public void One_school_is_judged()
    {
        SingleSchoolBenchmarks benchmarks = new() { Missing = 10 };
        benchmarks.SetUp();
        Assert.InRange(benchmarks.Findings(), 20, 100);
        benchmarks.Masks();
    }

    [Fact]
    public void A_thousand_rules_are_read_and_checked()
    {
        ManyRulesBenchmarks benchmarks = new() { Copies = 25 };
        benchmarks.SetUp();
        Assert.Equal(1_000, benchmarks.Read());
        Assert.Equal(1_000, benchmarks.ReadAndCheck());
        Assert.Equal(Inputs.AsOf, benchmarks.MakePlan());
        benchmarks.CleanUp();
    }

    [Fact]
    public void The_tool_starts_says_its_version_and_finds_breaches()
    {
        ColdStartBenchmarks benchmarks = new() { Schools = 4 };
        benchmarks.SetUp();
        Assert.Equal(0, benchmarks.Version());
        Assert.Equal(1, benchmarks.EvaluateJson());
        benchmarks.CleanUp();
    }
}
