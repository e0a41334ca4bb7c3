using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Engine.Columns;

namespace ComplianceRules.Tests.Engine.Overviews;

/// <summary>An overview counts what the interpreter says row by row, whatever engine made it, with however many threads.</summary>
public sealed class OverviewPropertyTests
{
    private const int Packs = 60;
    private const int MostShown = 20_000;

    [Fact]
    public void An_overview_counts_what_the_interpreter_says_of_each_row()
    {
        (long measured, int measures, int breaches) = (0, 0, 0);
        Dice.Check(Packs, dice =>
        {
            PairPacks packs = PairPacks.Make(dice, dice.Between(2, 9));
            Plan plan = Plan.For(packs.Catalogue, Judged.Day);
            Snapshot? before = null;
            for (int i = 0; i < 3; i++)
            {
                string json = PairFacts.Json(dice, packs, dice.Of(0, 1, 4, 16, 40), dice.Of(2, 4, 9));
                Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, json);
                RunOptions options = PairRun.Options(dice, packs, snapshot, before) with { Overview = true };
                AssessmentOverview overview = plan.Run(snapshot, options).Overview!;
                OverviewOracle oracle = new(packs.Catalogue, snapshot, options, overview);
                string? fault = oracle.Fault();
                Assert.True(fault is null, $"seed {dice.Seed}, {options}: {fault}\n{packs.Text}\n{json[..Math.Min(json.Length, MostShown)]}");
                foreach (RunOptions other in (ReadOnlySpan<RunOptions>)[options with { Threads = 1 }, options with { Threads = 8, ForReassessment = true }, options with { Engine = JudgingEngine.Reference }])
                    Assert.Equal(OverviewText.Of(overview), OverviewText.Of(plan.Run(snapshot, other).Overview!));
                (measured, measures) = (measured + oracle.Measured, measures + overview.Measures.Length);
                breaches += overview.Schools.SelectMany(s => s.Areas).Count(a => a.Gravest is not null);
                before = snapshot;
            }
        });
        Assert.True(measured > 1_000 && measures > 100 && breaches > 100, $"{measured} rows, {measures} measures, {breaches} breaches");
    }

    [Theory]
    [InlineData(SmallPacks.Folder, "samples/gaoqing/snapshot.json")]
    [InlineData("rulepacks", "samples/gaoqing/snapshot.json")]
    public void An_overview_of_a_sample_counts_what_the_interpreter_says_of_each_row(string packs, string sample)
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine(packs)).Value).Value;
        Snapshot snapshot = new JsonSnapshotSource(RepositoryRoot.Combine(sample), "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        RunOptions options = new() { Overview = true };
        AssessmentOverview overview = Plan.For(catalogue, Judged.Day).Run(snapshot, options).Overview!;
        string? fault = new OverviewOracle(catalogue, snapshot, options, overview).Fault();
        Assert.True(fault is null, fault);
        Assert.NotEmpty(overview.Measures);
    }
}
