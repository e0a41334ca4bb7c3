using System.Globalization;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Reading allocates nothing a row once it is warm, but for what is kept of the row.</summary>
public sealed class ReadingAllocationTests
{
    private const int Rows = 30_000;
    private const int RowsOfASchool = 20;

    // Ids and places are kept in pieces, so that a row more may take a piece more.
    private const long MostBytesOfPieces = 2 * 64 * 1024;

    // A place in two or three bytes; code that is not optimised also puts on the heap what is kept on the stack else.
#if DEBUG
    private const long MostBytesOfARow = 100;
#else
    private const long MostBytesOfARow = 3;
#endif

    // Its id, its places in the table of ids, and its own place.
    private const long MostBytesOfASchool = 64;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_row_takes_nothing_but_its_cells_its_id_and_its_place(bool isLines)
    {
        _ = BytesTaken(4_000, isLines);
        long more = BytesTaken(4 * Rows, isLines) - BytesTaken(Rows, isLines);
        long kept = (3 * Rows * MostBytesOfARow) + (3 * Rows / RowsOfASchool * MostBytesOfASchool);
        Assert.True(more <= kept + MostBytesOfPieces, $"{more} bytes for {3 * Rows} rows, of which {kept} may be kept");
    }

    // Without the making of the snapshot, which sorts what was read.
    private static long BytesTaken(int rows, bool isLines)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(isLines ? Lines(rows) : $$"""{ "schemaVersion": 1, "schools": [ {{string.Join(",\n", Schools(rows))}} ] }""");
        ISchoolwiseSource source = isLines ? new NdjsonSnapshotSource(() => new MemoryStream(bytes), "made.ndjson") : new JsonSnapshotSource(() => new MemoryStream(bytes), "made.json");
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        // Room for the cells of all rows is made with the first.
        foreach (TableBuilder table in builder.Tables) table.Rows.Expected.Tell(4 * Rows);
        using Stream stream = source.Open();
        long before = GC.GetAllocatedBytesForCurrentThread();
        source.Read(stream, builder, CancellationToken.None);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((rows, false), (builder.Table("class").Count, builder.IsRefused));
        return taken;
    }

    private static string Lines(int rows) => string.Join('\n', Schools(rows).Prepend("""{ "schemaVersion": 1 }"""));

    private static IEnumerable<string> Schools(int rows) => Enumerable.Range(0, rows / RowsOfASchool).Select(school =>
        string.Create(CultureInfo.InvariantCulture, $$"""{ "id": "s{{school}}", "region": "370322", "boarding": true, "classes": [ {{string.Join(", ", Enumerable.Range(0, RowsOfASchool).Select(Class))}} ] }"""));

    private static string Class(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{ "id": "{{number}}", "name": "{{number % 7}}班", "grade": {{(number % 9) + 1}}, "enrolment": {{number + 20}}, "height": 1.{{number}}, "founded": "2020-09-{{(number % 20) + 10}}", "starts": "08:{{number + 10}}", "clubs": ["go"] }""");
}
