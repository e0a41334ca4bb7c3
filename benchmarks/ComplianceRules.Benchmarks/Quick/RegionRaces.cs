using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>The race of limits that differ from county to county against one constant.</summary>
internal static class RegionRaces
{
    private static readonly int[] RowsOfACounty = [128, 1_000];

    public static void Run(QuickOptions options, QuickReport report)
    {
        Race race = new(options.Rounds);
        foreach (int rows in RowsOfACounty) Run(race, report, new NationShape { Schools = options.Schools }.WithRowsOfARegion(rows), rows);
    }

    private static void Run(Race race, QuickReport report, NationShape shape, int rows)
    {
        MadeUpNation nation = new(shape);
        OurEngine constant = Engine(nation, Inputs.Bench(BenchRules.Pack));
        OurEngine counties = Engine(nation, RegionalPacks.Catalogue(nation));
        Contender[] contenders = [new("one constant", constant.Masks), new("a limit a county", counties.Masks)];
        double[] times = race.Run(contenders);
        report.Add($"verdict masks by county, about {rows} classes each", contenders, times, 0);
        report.Ratio($"regions_{rows}_within_constant", times[1] / times[0]);
    }

    private static OurEngine Engine(MadeUpNation nation, Catalogue catalogue) => new(Plan.For(catalogue, Inputs.AsOf), ColumnSnapshot.Make(nation, catalogue.Schema));
}
