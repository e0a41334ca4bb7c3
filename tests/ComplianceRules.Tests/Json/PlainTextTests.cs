using ComplianceRules.Json;

namespace ComplianceRules.Tests.Json;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain text")]
    [InlineData("义务教育，学校：“甲”（乙）！")]
    [InlineData("ﾃﾞ ㎡ ① Ａ")]
    [InlineData("café naïve ở")]
    [InlineData("한국어 ひらがな ガギグ")]
    [InlineData("\uFA0E\uFA29")]
    [InlineData("😀")]
    [InlineData("བོད་ཡིག ئۇيغۇرچە")]
    public void Composed_text_is_allowed(string text) => Assert.Equal(-1, PlainText.FirstRefused(text, allowsBreaks: false));

    [Theory]
    [InlineData("ab\u0000", 2)]
    [InlineData("ab\u001B[31m", 2)]
    [InlineData("\u007F", 0)]
    [InlineData("a\u0085", 1)]
    [InlineData("a\u202E", 1)]
    [InlineData("a\u2066", 1)]
    [InlineData("a\u200F", 1)]
    [InlineData("a\uE000", 1)]
    [InlineData("a\uFEFF", 1)]
    [InlineData("a\u2028", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("か\u3099", 1)]
    [InlineData("가\u11A8", 1)]
    [InlineData("\uF900", 0)]
    [InlineData("\u212B", 0)]
    [InlineData("😀\U0010FFFE", 2)]
    [InlineData("\U0002F800", 0)]
    [InlineData("\U000E0041", 0)]
    public void What_hides_or_is_not_composed_is_found(string text, int index) => Assert.Equal(index, PlainText.FirstRefused(text, allowsBreaks: true));

    [Fact]
    public void Half_a_surrogate_pair_is_found()
    {
        Assert.Equal(1, PlainText.FirstRefused("a\uD800", allowsBreaks: true));
        Assert.Equal(1, PlainText.FirstRefused("a\uDC00b", allowsBreaks: true));
        Assert.Equal(0, PlainText.FirstRefused("\uD800\uD800\uDC00", allowsBreaks: true));
    }

    [Fact]
    public void Tabs_and_line_breaks_are_allowed_only_where_asked()
    {
        Assert.Equal(-1, PlainText.FirstRefused("a\t\r\nb", allowsBreaks: true));
        Assert.Equal(1, PlainText.FirstRefused("a\tb", allowsBreaks: false));
        Assert.Equal(1, PlainText.FirstRefused("a\nb", allowsBreaks: false));
    }

    [Fact]
    public void A_character_is_named_by_its_code()
    {
        Assert.Equal("U+202E", PlainText.NameOf("\u202E", 0));
        Assert.Equal("U+1F600", PlainText.NameOf("a😀", 1));
    }
}
