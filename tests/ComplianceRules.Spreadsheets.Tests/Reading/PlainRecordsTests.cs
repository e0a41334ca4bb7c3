using System.Text;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

public sealed class PlainRecordsTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", 2)]
    [InlineData("a,b\r\n,\r\n", 2)]
    [InlineData("a,b\n校,\u00A0\n", 2)]
    [InlineData("a,b\nc,d", 1)]
    [InlineData("a,b\r\nc,d\n", 1)]
    [InlineData("a,b\nc,\"d\"\n", 1)]
    [InlineData("a,b\nc,d\0\n", 1)]
    [InlineData("a,b\nc,d\re,f\n", 1)]
    [InlineData("a,b\n\nc,d\n", 1)]
    [InlineData("a,b\nc,d,e\n", 1)]
    [InlineData("a,b\nc\nd\n", 1)]
    [InlineData("\na,b\n", 0)]
    [InlineData("\"a\",b\n", 0)]
    [InlineData("", 0)]
    public void Records_up_to_the_first_that_is_not_plain_are_found(string text, int count)
    {
        RecordBatch? batch = Of(Encoding.UTF8.GetBytes(text)).Next();
        Assert.Equal(count, batch?.Count ?? 0);
        string[] lines = text.Split('\n');
        for (int record = 0; record < count; record++)
        {
            string line = lines[record].TrimEnd('\r');
            Assert.Equal(line, Encoding.UTF8.GetString(batch!.Record(record)));
            Assert.Equal(line.Split(','), (string[])[Cell(batch, record, 0), Cell(batch, record, 1)]);
        }
    }

    [Fact]
    public void A_record_that_is_no_text_ends_them() => Assert.Equal(1, Of([.. "a,校\nb,"u8, 0xE6, 0xA0, (byte)'\n', .. "c,d\n"u8]).Next()!.Count);

    [Fact]
    public void Records_of_a_file_larger_than_the_buffer_come_each_once_with_their_lines()
    {
        const int Records = 60_000;
        string text = string.Concat(Enumerable.Range(0, Records).Select(i => $"{i},{new string('x', i % 29)}\n"));
        PlainRecords plain = Of(Encoding.UTF8.GetBytes(text));
        int next = 0;
        while (plain.Next() is { } batch)
        {
            Assert.Equal(next + 1, batch.Line);
            for (int record = 0; record < batch.Count; record++, next++) Assert.Equal($"{next},{new string('x', next % 29)}", Encoding.UTF8.GetString(batch.Record(record)));
        }

        Assert.Equal((Records, (long)text.Length, Records + 1L), (next, plain.Offset, plain.Line));
    }

    [Fact]
    public void A_record_longer_than_a_window_is_not_plain() => Assert.Null(Of(Encoding.UTF8.GetBytes($"a,{new string('x', 40_000)}\n")).Next());

    private static PlainRecords Of(byte[] bytes)
    {
        PlainRecords plain = new(new MemoryStream(bytes), 2);
        plain.Seek(0, 1);
        return plain;
    }

    private static string Cell(RecordBatch batch, int record, int column) => Encoding.UTF8.GetString(batch.Cell(record, column));
}
