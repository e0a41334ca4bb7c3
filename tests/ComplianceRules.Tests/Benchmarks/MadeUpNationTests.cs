using System.Security.Cryptography;
using ComplianceRules.Benchmarks;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>The generator: the same shape gives the same bytes, and every way to the facts gives the same facts.</summary>
public sealed class MadeUpNationTests
{
    private static readonly NationShape Small = new() { Schools = 12, Regions = 5, MissingPercent = 10, ViolationPercent = 20 };

    [Theory]
    [InlineData(false, false, "1d77a38eac58d0aceb23fda11a638e700d576ef43c6eed0a7e635f5d6978f4b6")]
    [InlineData(true, false, "cd6ad907785eea4f4d53fbfaa76b5dccf9251c5a7981cfd4c89619a4646d9653")]
    [InlineData(false, true, "4487426df4cad68286b06c9fa8ec9dc6a4a5904706d29df217d77efc30bec4dc")]
    public void The_same_seed_gives_the_same_bytes_on_every_machine(bool isShuffled, bool isPretty, string expected) =>
        Assert.Equal(expected, Digest(Json(Small with { HasShuffledKeys = isShuffled, IsPretty = isPretty })));

    [Fact]
    public void Names_of_regions_and_schools_are_added_to_the_same_facts()
    {
        FactSchema schema = Inputs.Bench(BenchRules.Pack).Schema;
        Snapshot named = new JsonSnapshotSource(() => new MemoryStream(Json(Small with { HasNames = true })), "nation.json").Read(schema, new SnapshotOptions(), default).Value;
        FactTable regions = named.Table(BaseTables.Region), schools = named.Table(BaseTables.School);
        Assert.Equal(schools.Count, Enumerable.Range(0, schools.Count).Select(row => (schools.Parent(row), ((TextColumn)schools.Column("name")!)[row])).Distinct().Count());
        Assert.All(Enumerable.Range(0, regions.Count), row => Assert.True(regions.Column("name")!.IsKnown(row)));
        Snapshot plain = new JsonSnapshotSource(() => new MemoryStream(Json(Small)), "nation.json").Read(schema, new SnapshotOptions(), default).Value;
        Assert.Equal(plain.Data.Rows.AsEnumerable(), named.Data.Rows.Where(r => r.Key != BaseTables.Region));
    }

    [Fact]
    public void Another_seed_gives_other_facts() => Assert.NotEqual(Digest(Json(Small)), Digest(Json(Small with { Seed = 2 })));

    [Fact]
    public void A_missing_rate_takes_facts_away_and_changes_no_other()
    {
        ClassFacts[] all = NationRows.Of(new MadeUpNation(Small with { MissingPercent = 0 })).Classes;
        ClassFacts[] some = NationRows.Of(new MadeUpNation(Small)).Classes;
        Assert.All(all, row => Assert.Equal(0x1FFF, row.Known));
        Assert.InRange(some.Sum(row => int.PopCount(row.Known)) / (13.0 * some.Length), 0.85, 0.95);
        Assert.All(all.Zip(some).Where(pair => ((ClassFact)pair.Second.Known).HasFlag(ClassFact.Enrolment)), pair => Assert.Equal(pair.First.Enrolment, pair.Second.Enrolment));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Json_is_read_as_the_columns_that_are_made_straight_away(bool isShuffled, bool isPretty)
    {
        FactSchema schema = Inputs.Bench(BenchRules.Pack).Schema;
        NationShape shape = Small with { HasShuffledKeys = isShuffled, IsPretty = isPretty };
        JsonSnapshotSource source = new(() => new MemoryStream(Json(shape)), "nation.json");
        SameFacts.Assert(source.Read(schema, new SnapshotOptions(), default).Value, ColumnSnapshot.Make(new MadeUpNation(shape), schema));
    }

    [Fact]
    public void Ndjson_is_read_as_the_columns_that_are_made_straight_away()
    {
        FactSchema schema = Inputs.Bench(BenchRules.Pack).Schema;
        using MemoryStream lines = new();
        JsonNation.WriteLines(new MadeUpNation(Small), lines);
        NdjsonSnapshotSource source = new(() => new MemoryStream(lines.ToArray()), "nation.ndjson");
        SameFacts.Assert(source.Read(schema, new SnapshotOptions(), default).Value, ColumnSnapshot.Make(new MadeUpNation(Small), schema));
    }

    [Fact]
    public void Every_county_gets_schools_and_a_code_of_its_own()
    {
        MadeUpNation nation = new(new NationShape { Schools = 6_000, Regions = 3_000 });
        int[] codes = [.. nation.Regions];
        Assert.Equal(3_000, codes.Distinct().Count());
        Assert.Equal(codes.Order(), codes);
        Assert.All(codes, code => Assert.True(RegionCode.TryParse($"{code}", out _)));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(10, 11, 0)]
    [InlineData(10, 1, 101)]
    public void A_nation_that_cannot_be_is_refused(int schools, int regions, double missing) =>
        Assert.Throws<ArgumentException>(() => new MadeUpNation(new NationShape { Schools = schools, Regions = regions, MissingPercent = missing }));

    private static byte[] Json(NationShape shape)
    {
        using MemoryStream bytes = new();
        JsonNation.Write(new MadeUpNation(shape), bytes);
        return bytes.ToArray();
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
