using System.Text;

namespace ComplianceRules.Tests.Json;

public sealed class JsonBytesTests
{
    private const string Json = "{ \"title\": \"学校\" }";

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Utf_16_is_refused_with_or_without_its_mark(bool bigEndian, bool mark)
    {
        UnicodeEncoding encoding = new(bigEndian, mark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Json)];

        Assert.Equal("CR1002(1,1)", Reading.Bad(bytes).Places);
    }

    [Fact]
    public void Gbk_is_refused_at_its_first_byte_that_is_no_utf_8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("{\n  \"题\": \""), 0xC3, 0xFB, 0xB3, 0xC6, .. "\" }"u8];

        Assert.Equal("CR1004(2,9)", Reading.Bad(bytes).Places);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_refused_even_after_the_root() => Assert.Equal("CR1004(1,4)", Reading.Bad([.. "{} "u8, 0xFF]).Places);

    [Fact]
    public void A_file_of_exactly_4_MiB_is_read_and_one_byte_more_is_not()
    {
        byte[] bytes = new byte[(4 * 1024 * 1024) + 1];
        bytes.AsSpan().Fill((byte)' ');
        bytes[0] = (byte)'1';

        Assert.Equal("CR1001(0,0)", Reading.Bad(bytes).Places);
        Assert.Equal("1", Reading.Bad(bytes[..^1]).Node?.Text);
    }

    [Fact]
    public void A_file_that_holds_only_the_mark_is_empty() => Assert.Equal("CR1005(1,1)", Reading.Bad([0xEF, 0xBB, 0xBF]).Places);
}
