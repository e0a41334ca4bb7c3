using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Whatever happened to a file, reading it gives a snapshot or problems, and no record a value of another.</summary>
public sealed class HarmedFileTests
{
    private const int Cases = 150;

    // What one accident can touch: the records at both of its ends.
    private const int MostTouched = 2;
    private const long MostBytes = 64L << 20;

    [Theory]
    [InlineData("csv")]
    [InlineData("quoted.csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void One_accident_changes_no_record_that_it_does_not_touch(string kind)
    {
        byte[] whole = HarmedFile.Bytes(kind);
        Dictionary<string, string[]> meant = SnapshotLines.Facts(HarmedFile.Source(kind, whole).Read(OracleSchema.Value, new SnapshotOptions(), CancellationToken.None).Value, "class");
        Chance.Check(Cases, chance =>
        {
            byte[] harmed = kind == "xlsx" && !chance.OneIn(4) ? HarmedFile.WithPart(whole, part => Mutation.Of(part, chance), chance) : Mutation.Of(whole, chance);
            Checked<Snapshot> read = Read(kind, harmed, skip: true);
            if (!read.IsValid) return;
            string[] changed = [.. SnapshotLines.Facts(read.Value, "class").Where(r => r.Value.Except(meant.GetValueOrDefault(r.Key, [])).Any()).Select(r => $"{r.Key}: {string.Join(' ', r.Value)}")];
            Assert.True(changed.Length <= MostTouched, $"{string.Join('\n', changed)}\n{Encoding.UTF8.GetString(harmed)}");
        });
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void Many_accidents_and_bytes_by_chance_are_no_exception(string kind) => Chance.Check(Cases, chance =>
    {
        byte[] bytes = chance.OneIn(4) ? chance.Bytes(chance.Between(0, 400)) : HarmedFile.Bytes(kind);
        for (int count = chance.Between(1, 12); count > 0; count--)
            bytes = kind == "xlsx" && !chance.OneIn(8) && bytes.Length > 400 ? Repacked(bytes, chance) : Mutation.Of(bytes, chance);
        _ = Read(kind, bytes, skip: chance.OneIn(2));
    });

    [Fact]
    public void A_harmed_mapping_is_a_mapping_or_problems() => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        byte[] bytes = Encoding.UTF8.GetBytes(MappingJson.Of(given.Mapping, "file", string.Empty));
        for (int count = chance.Between(1, 3); count > 0; count--) bytes = Mutation.Of(bytes, chance);
        Checked<SnapshotMapping> mapping = SnapshotMapping.Read(new SourceFile("mapping.json", bytes), OracleSchema.Value);
        Assert.All(mapping.Diagnostics, d => Assert.NotEmpty(d.ToText(TextLanguage.Chinese)));
        if (!mapping.IsValid) return;
        byte[] sheet = CaseCsv.Bytes(given.Sheets[0], new CsvManner());
        _ = new SpreadsheetSnapshotSource(() => new MemoryStream(sheet), given.Sheets[0].Name + ".csv", mapping.Value).Read(OracleSchema.Value, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None);
    });

    private static byte[] Repacked(byte[] bytes, Chance chance)
    {
        try
        {
            return HarmedFile.WithPart(bytes, part => Mutation.Of(part, chance), chance);
        }
        catch (InvalidDataException)
        {
            return Mutation.Of(bytes, chance);
        }
    }

    private static Checked<Snapshot> Read(string kind, byte[] bytes, bool skip)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Checked<Snapshot> read = HarmedFile.Source(kind, bytes).Read(OracleSchema.Value, new SnapshotOptions { SkipMalformed = skip }, CancellationToken.None);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < MostBytes, $"{taken} bytes were taken for a file of {bytes.Length}");
        Assert.All(read.Diagnostics, d => Assert.NotEmpty(d.ToText(TextLanguage.English)));
        return read;
    }
}
