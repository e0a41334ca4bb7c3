using System.Globalization;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Cells read from their bytes mean what they mean as texts; <c>ORACLE_CASES</c> in the environment asks for more documents.</summary>
public sealed class DirectReadingTests
{
    private const int Cases = 1_000;
    private const int RowsOfASchool = 2_000;

    // What a row itself takes while it is gathered and in the snapshot, and the room that grows for it: a text a cell would be several times that.
    private const long MostBytesOfARow = 140;

    [Fact]
    public void Any_tables_by_name_give_the_same_facts_and_problems_as_texts()
    {
        (int sound, int all) = (0, 0);
        Chance.Check(Cases, chance =>
        {
            NamedTables made = new(chance);
            if (new TwoReadings(made.Files()) { Schema = NamedTables.Schema, Options = made.Options }.HoldTheSame()) sound++;
            all++;
        });
        Assert.InRange(sound, all / 4, all - 1);
    }

    [Fact]
    public void Any_tables_by_a_mapping_give_the_same_facts_and_problems_as_texts() => Chance.Check(Cases, chance =>
    {
        OracleCase given = CaseMaker.Make(chance);
        CsvManner manner = new(chance.Of("\n", "\r\n"), chance.OneIn(3), chance.OneIn(4));
        _ = new TwoReadings([.. given.Sheets.Select(s => KeyValuePair.Create(s.Name + ".csv", Harmed(CaseCsv.Bytes(s, manner), chance)))])
        {
            Mapping = CaseMapping.Of(given.Mapping, "file", ".csv"),
            Options = new SnapshotOptions { SkipMalformed = !chance.OneIn(4) },
        }.HoldTheSame();
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plain_rows_take_no_memory_but_their_facts_do_where_they_are_read_from_bytes(bool readsTexts)
    {
        _ = BytesTaken(1_000, readsTexts);
        long few = BytesTaken(20_000, readsTexts);
        long ofARow = (BytesTaken(60_000, readsTexts) - few) / 40_000;
        if (readsTexts) Assert.True(ofARow > MostBytesOfARow, $"{ofARow} bytes");
        else Assert.True(ofARow <= MostBytesOfARow, $"{ofARow} bytes");
    }

    private static byte[] Harmed(byte[] bytes, Chance chance)
    {
        for (int count = chance.OneIn(2) ? chance.Between(1, 3) : 0; count > 0; count--) bytes = Mutation.Of(bytes, chance);
        return bytes;
    }

    private static long BytesTaken(int rows, bool readsTexts)
    {
        StringBuilder text = new("id,school,enrolment,homework,opened,starts,boarding,kind,note,area\n");
        for (int row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row % RowsOfASchool},S{row / RowsOfASchool},{row % 60},{row % 50}.5,2025-09-01,8:{10 + (row % 50)},true,full,普通,{row % 90}.{row % 10}\n");
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        SpreadsheetSnapshotSource source = new(() => new MemoryStream(bytes), "class.csv") { ReadsTexts = readsTexts };
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = source.Read(NamedTables.Schema, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
