using System.Globalization;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Cells read from their bytes mean what they mean as texts; <c>ORACLE_CASES</c> in the environment asks for more documents.</summary>
public sealed class DirectReadingTests
{
    private const int Cases = 1_000;
    private const int RowsOfASchool = 2_000;
    private const int Rows = 30_000;

    // Ids and places are kept in pieces, so that a row more may take a piece more.
    private const long MostBytesOfPieces = 2 * 64 * 1024;

    // A place in two or three bytes; the id of a class, at most one byte and four digits, is kept again where others came since.
    // Code that is not optimised also puts on the heap what is kept on the stack else.
#if DEBUG
    private const long MostBytesOfARow = 100;
#else
    private const long MostBytesOfARow = 3 + 5;
#endif

    // Five of the shortest texts.
    private const long LeastBytesOfTexts = 5 * 24;

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

    [Fact]
    public void A_row_takes_nothing_but_its_cells_its_id_and_its_place_where_it_is_read_from_bytes()
    {
        _ = BytesTaken(2_000, readsTexts: false);
        long more = BytesTaken(4 * Rows, readsTexts: false) - BytesTaken(Rows, readsTexts: false);
        Assert.True(more <= (3 * Rows * MostBytesOfARow) + MostBytesOfPieces, $"{more} bytes for {3 * Rows} rows");
    }

    [Fact]
    public void A_row_takes_texts_for_its_cells_where_it_is_read_as_texts()
    {
        _ = BytesTaken(2_000, readsTexts: true);
        long more = BytesTaken(4_000, readsTexts: true) - BytesTaken(1_000, readsTexts: true);
        Assert.True(more > 3_000 * LeastBytesOfTexts, $"{more} bytes for 3000 rows");
    }

    private static byte[] Harmed(byte[] bytes, Chance chance)
    {
        for (int count = chance.OneIn(2) ? chance.Between(1, 3) : 0; count > 0; count--) bytes = Mutation.Of(bytes, chance);
        return bytes;
    }

    // Without the making of the snapshot, which sorts what was read.
    private static long BytesTaken(int rows, bool readsTexts)
    {
        StringBuilder text = new("id,school,enrolment,homework,opened,starts,boarding,kind,note,area\n");
        for (int row = 0; row < rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row % RowsOfASchool},S{row / RowsOfASchool},{row % 60},{row % 50}.5,2025-09-01,8:{10 + (row % 50)},true,full,普通,{row % 90}.{row % 10}\n");
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        SpreadsheetSnapshotSource source = new(() => new MemoryStream(bytes), "class.csv") { ReadsTexts = readsTexts };
        SnapshotBuilder builder = new(NamedTables.Schema, new SnapshotOptions { SkipMalformed = true });
        // Room for the cells of all rows is made with the first.
        builder.Table("class").Rows.Expected.Tell(4 * Rows);
        long before = GC.GetAllocatedBytesForCurrentThread();
        source.Read(builder, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
