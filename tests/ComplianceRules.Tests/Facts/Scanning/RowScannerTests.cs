using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class RowScannerTests
{
    private const int BytesKeptOfARow = 200;

    // What a row leaves in its columns is kept; a frame, a place or a text for each row would be several times as much.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_as_they_should_be_leave_nothing_behind_but_their_cells(bool isLines)
    {
        byte[] few = Document(200, isLines);
        byte[] many = Document(1_200, isLines);
        Allocated(few, isLines);
        long more = Allocated(many, isLines) - Allocated(few, isLines);
        Assert.InRange(more / 10_000, 0, BytesKeptOfARow);
    }

    [Theory]
    [InlineData(",\"grade\":1", ",\"grade\": 2")]
    [InlineData(",\"grade\":1", ", \"grade\" :\t2")]
    [InlineData(",\"grade\":1,\"enrolment\":30", ",\"enrolment\":31,\"grade\":2")]
    [InlineData(",\"grade\":1,\"enrolment\":30,\"share\":0.5", ",\"share\":0.6")]
    public void What_is_written_another_way_than_in_the_rows_before_means_what_it_says(string usual, string other)
    {
        string rows = string.Join(',', Enumerable.Range(0, 9).Select(i => $"{{\"id\":\"{i}\"{(i % 3 == 2 ? other : usual)}}}"));
        byte[] json = Encoding.UTF8.GetBytes(SampleFacts.Snapshot($"\"schools\":[{{\"id\":\"s\",\"classes\":[{rows}]}}]"));
        Assert.Equal(Text(json, isPlain: true), Text(json, isPlain: false));
    }

    private static string Text(byte[] json, bool isPlain) =>
        SnapshotText.Of(new JsonSnapshotSource(() => new MemoryStream(json), "s.json") { IsPlain = isPlain }.Read(SampleFacts.Schema, new SnapshotOptions(), CancellationToken.None));

    private static long Allocated(byte[] document, bool isLines)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        JsonCursor cursor = new(new JsonBuffer(new MemoryStream(document), 1 << 16, CancellationToken.None) { IsByLine = isLines }, "s.json");
        if (isLines) NdjsonSnapshotReader.Read(cursor, builder, isPlain: false);
        else JsonSnapshotReader.Read(cursor, builder, isPlain: false);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Document(int schools, bool isLines)
    {
        IEnumerable<string> rows = Enumerable.Range(0, schools).Select(school =>
            $"{{\"id\":\"s{school}\",\"region\":\"370322\",\"classes\":[{string.Join(',', Enumerable.Range(0, 10).Select(i => $"{{\"id\":\"{i}\",\"grade\":{i},\"enrolment\":{30 + i},\"share\":{i}.5,\"ends\":\"21:30\",\"clubs\":[\"go\"]}}"))}]}}");
        return Encoding.UTF8.GetBytes(isLines ? "{\"schemaVersion\":1}\n" + string.Join('\n', rows) : SampleFacts.Snapshot($"\"schools\":[{string.Join(',', rows)}]"));
    }
}
