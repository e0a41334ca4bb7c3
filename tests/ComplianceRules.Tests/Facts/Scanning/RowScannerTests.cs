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

    [Theory]
    [InlineData("\"grade\":1,\"grade\":2")]
    [InlineData("\"enrolment\":,\"grade\":2")]
    [InlineData("\"enrolment\":31 ,\"grade\":3")]
    [InlineData("\"enrolment\":1e1,\"share\":0.30")]
    [InlineData("\"enrolment\":201,\"share\":0.25")]
    [InlineData("\"ends\":\"8:20\",\"starts\":\"08:60\"")]
    [InlineData("\"ends\":\"00:30\",\"height\":-0.5")]
    [InlineData("\"height\":12345678.25,\"enrolment\":007")]
    [InlineData("\"name\":\"a,\\\"grade\\\":1\",\"grade\":4")]
    [InlineData("\"name\":\"a,b}\",\"grade\":4")]
    [InlineData("\"stage\":\"primar\",\"note\":{\"id\":1}")]
    [InlineData("\"share\":99.9")]
    [InlineData("\"grade\":null,\"id\":null")]
    [InlineData("\"surprise\":1,\"clubs\":[\"go\"]")]
    public void Keys_in_any_order_mean_what_they_say_whatever_stands_among_them(string odd)
    {
        string[] members = ["\"grade\":{0}", "\"enrolment\":1{0}", "\"share\":{0}.5", "\"height\":{0}.25", "\"ends\":\"2{0}:15\"", "\"starts\":\"08:0{0}\"", "\"stage\":\"primary\"", "\"share\":null"];
        Random random = new(7);
        IEnumerable<string> rows = Enumerable.Range(0, 400).Select(i =>
        {
            string[] own = [$"\"id\":\"{i}\"", .. members[..^1].Select(m => m.Replace("{0}", $"{i % 4}", StringComparison.Ordinal)).Where(m => i % 100 != 99 || !odd.Contains(m[..5], StringComparison.Ordinal))];
            if (i % 7 == 3) own = [.. own.Select(m => m.StartsWith("\"share", StringComparison.Ordinal) ? members[^1] : m)];
            random.Shuffle(own);
            return $"{{{string.Join(',', own)}{(i % 100 == 99 ? $",{odd}" : string.Empty)}}}";
        });
        byte[] json = Encoding.UTF8.GetBytes(SampleFacts.Snapshot($"\"schools\":[{{\"id\":\"s\",\"classes\":[{string.Join(',', rows)}]}}]"));
        Assert.Equal(Text(json, isPlain: true), Text(json, isPlain: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_may_have_more_fields_than_a_word_has_bits(bool isShuffled)
    {
        FieldSchema[] fields = [.. Enumerable.Range(0, 90).Select(i => new FieldSchema($"f{i}", FieldType.Number) { Unit = Unit.One, Range = new NumberRange(0, 200 * i), Step = i % 3 == 0 ? null : 1 })];
        TableSchema classes = SampleFacts.Schema.Table(BaseTables.Class)!;
        FactSchema schema = new(SampleFacts.Schema.Tables.SetItem(BaseTables.Class, classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) }), SampleFacts.Schema.Units);
        Random random = new(7);
        IEnumerable<string> rows = Enumerable.Range(0, 150).Select(i =>
        {
            string[] own = [$"\"id\":\"{i}\"", .. fields.Select((f, at) => $"\"{f.Name}\":{(i + at) % 9}")];
            if (isShuffled) random.Shuffle(own);
            return $"{{{string.Join(',', own)}}}";
        });
        byte[] json = Encoding.UTF8.GetBytes(SampleFacts.Snapshot($"\"schools\":[{{\"id\":\"s\",\"classes\":[{string.Join(',', rows)}]}}]"));
        Assert.Equal(Text(json, isPlain: true, schema), Text(json, isPlain: false, schema));
    }

    private static string Text(byte[] json, bool isPlain, FactSchema? schema = null) =>
        SnapshotText.Of(new JsonSnapshotSource(() => new MemoryStream(json), "s.json") { IsPlain = isPlain }.Read(schema ?? SampleFacts.Schema, new SnapshotOptions { SkipMalformed = true }, CancellationToken.None));

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
