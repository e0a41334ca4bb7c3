using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine.Columns;
using ComplianceRules.Tests.Engine.Streaming;

namespace ComplianceRules.Tests.Engine.Sharding;

/// <summary>Shares that are merged must say what a run over everything says, byte for byte.</summary>
public sealed class ShardPropertyTests
{
    private const int Packs = 8;

    [Fact]
    public void Shares_merged_give_every_report_of_a_run_over_everything()
    {
        (int chunked, int whole) = (0, 0);
        Dice.Check(Packs, dice =>
        {
            PairPacks packs = PairPacks.Make(dice, dice.Between(2, 9));
            string json = PairFacts.Json(dice, packs, dice.Of(0, 1, 2, 4, 8, 16), dice.Of(2, 4, 9));
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, json);
            RunOptions options = PairRun.Options(dice, packs, snapshot, null) with { IncludeAll = dice.OneIn(3), IncludePersonal = dice.OneIn(3), EachRow = dice.OneIn(5), Corrections = dice.OneIn(3), Threads = 1 };
            ShardedReports reports = new(packs.Catalogue, new JsonSnapshotSource(() => new MemoryStream(bytes), "made.json")) { Options = options, RowsOfChunk = dice.Between(1, 40) };
            byte[][] parts = [.. reports.Parts(dice.Of(1, 2, 3, 7, 20)).OrderBy(_ => dice.Between(0, 1000))];
            string? fault = reports.Difference(reports.Merge(parts));
            Assert.True(fault is null, $"seed {dice.Seed}, {options}: {fault}");
            (chunked, whole) = reports.IsChunked ? (chunked + 1, whole) : (chunked, whole + 1);
        });
        Assert.True(chunked > 0 && whole > Packs / 3, $"{chunked} by chunks, {whole} as a whole");
    }

    [Fact]
    public void Shares_of_data_with_trouble_give_every_report_of_a_run_over_everything()
    {
        (int chunked, int refused) = (0, 0);
        Dice.Check(Packs, dice =>
        {
            Catalogue catalogue = MadeWholeRules.Catalogue(dice);
            ISnapshotSource source = new MadeData(dice).Source();
            SnapshotOptions reading = new() { SkipMalformed = true, DefaultRegion = dice.OneIn(5) ? RegionCode.Parse("370300") : null };
            RunOptions options = new() { IncludeAll = dice.OneIn(3), IncludePersonal = dice.OneIn(3), Only = dice.OneIn(6) ? RegionCode.Parse("370300") : null, Threads = 1 };
            if (!source.Read(catalogue.Schema, reading, CancellationToken.None).IsValid)
            {
                refused++;
                return;
            }

            ShardedReports reports = new(catalogue, source) { Options = options, Reading = reading, RowsOfChunk = dice.Between(1, 12) };
            byte[][] parts = [.. reports.Parts(dice.Of(1, 2, 3, 7)).OrderBy(_ => dice.Between(0, 1000))];
            string? fault = reports.Difference(reports.Merge(parts));
            Assert.True(fault is null, $"seed {dice.Seed}, {options}: {fault}");
            chunked += reports.IsChunked ? 1 : 0;
        });
        Assert.True(chunked > Packs / 3 && refused < Packs / 3, $"{chunked} by chunks, {refused} refused");
    }
}
