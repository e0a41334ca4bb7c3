using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class ColumnFileRoundTripTests
{
    [Fact]
    public void Everything_that_a_snapshot_holds_comes_back()
    {
        Snapshot snapshot = ColumnFile.Small();
        Snapshot read = ColumnFile.Read(ColumnFile.Of(snapshot)).Value;
        Assert.NotEmpty(snapshot.Data.Issues);
        Assert.Equal(ColumnFile.TextOf(snapshot), ColumnFile.TextOf(read));
        Assert.Same(SampleFacts.Schema, read.Schema);
    }

    [Fact]
    public void A_snapshot_without_rows_comes_back()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("\"schools\":[]")).Value;
        Assert.Equal(ColumnFile.TextOf(snapshot), ColumnFile.TextOf(ColumnFile.Read(ColumnFile.Of(snapshot)).Value));
    }

    [Fact]
    public void One_snapshot_gives_the_same_bytes_each_time_and_so_does_the_snapshot_that_was_read_back()
    {
        byte[] first = ColumnFile.Of(ColumnFile.Small());
        Assert.Equal(first, ColumnFile.Of(ColumnFile.Small()));
        Assert.Equal(first, ColumnFile.Of(ColumnFile.Read(first).Value));
    }

    [Fact]
    public void Skipped_records_are_told_again()
    {
        Snapshot snapshot = SampleFacts.Read(SampleFacts.Snapshot("\"schools\":[{\"id\":\"a\"},{\"name\":\"no id\"},{\"id\":\"a\"}]"), new SnapshotOptions { SkipMalformed = true }).Value;
        Snapshot read = ColumnFile.Read(ColumnFile.Of(snapshot)).Value;
        Assert.Equal(2, read.Data.Skipped.Length);
        Assert.Equal(snapshot.Data.Skipped.Select(d => d.ToText(TextLanguage.Chinese)), read.Data.Skipped.Select(d => d.ToText(TextLanguage.Chinese)));
    }

    [Fact]
    public void Whatever_json_becomes_comes_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), seeds => Check(SampleFacts.Read(RandomSchools.Json(seeds), new SnapshotOptions { SkipMalformed = true })))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Whatever_rows_become_comes_back() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), seeds =>
    {
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        RandomRows.Fill(builder, seeds);
        if (seeds.Length > 0) builder.Cover(RegionCode.Parse("370300"));
        Check(builder.Build());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Snapshots_of_any_schema_come_back() => Dice.Check(150, dice =>
    {
        FactSchema schema = RandomSchema.Of(dice);
        Check(RandomSchema.Fill(schema, dice));
    });

    private static void Check(Checked<Snapshot> made)
    {
        if (made.IsValid) Check(made.Value);
    }

    private static void Check(Snapshot made)
    {
        byte[] file = ColumnFile.Of(made);
        Snapshot read = ColumnFile.Read(file, made.Schema).Value;
        Assert.Equal(ColumnFile.TextOf(made), ColumnFile.TextOf(read));
        Assert.Equal(file, ColumnFile.Of(read));
    }
}
