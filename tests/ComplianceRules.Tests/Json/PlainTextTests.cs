using System.Text;
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
    [InlineData("བོད་ཡིག ئۇيغۇرچە ᠮᠣᠩᠭᠣᠯ")]
    [InlineData("m\u033B \u200D\u200F")]
    [InlineData("\U0001F468\u200D\U0001F469")]
    public void Composed_text_of_all_peoples_is_allowed(string text) => Assert.Null(PlainText.FirstFault(text, isName: true));

    [Theory]
    [InlineData("ab\u0000", 2, "CR1018")]
    [InlineData("ab\u001B[31m", 2, "CR1018")]
    [InlineData("\u007F", 0, "CR1018")]
    [InlineData("a\u0085", 1, "CR1018")]
    [InlineData("a\r", 1, "CR1018")]
    [InlineData("a\u2028", 1, "CR1018")]
    [InlineData("a\u2029", 1, "CR1018")]
    [InlineData("a\uFEFF", 1, "CR1018")]
    [InlineData("\U000E0041", 0, "CR1018")]
    [InlineData("a\u202A", 1, "CR1019")]
    [InlineData("a\u202E", 1, "CR1019")]
    [InlineData("a\u2066", 1, "CR1019")]
    [InlineData("a\u2069", 1, "CR1019")]
    [InlineData("a\uE000", 1, "CR1020")]
    [InlineData("a\uFDD0", 1, "CR1020")]
    [InlineData("a\uFFFE", 1, "CR1020")]
    [InlineData("😀\U0010FFFE", 2, "CR1020")]
    [InlineData("😀\U0001FFFF", 2, "CR1020")]
    [InlineData("e\u0301", 1, "CR1017")]
    [InlineData("か\u3099", 1, "CR1017")]
    [InlineData("가\u11A8", 1, "CR1017")]
    [InlineData("\uF900", 0, "CR1017")]
    [InlineData("\u212B", 0, "CR1017")]
    [InlineData("\U0002F800", 0, "CR1017")]
    public void What_hides_or_is_not_composed_is_found(string text, int index, string code)
    {
        Assert.Equal($"{index} {code}", Fault(text, isName: false));
        Assert.Equal($"{index} {code}", Fault(text, isName: true));
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    public void Tabs_and_line_breaks_are_allowed_in_texts_only(string text)
    {
        Assert.Equal("none", Fault(text, isName: false));
        Assert.Equal("1 CR1018", Fault(text, isName: true));
    }

    [Fact]
    public void A_character_is_named_by_its_code()
    {
        Assert.Equal("U+202E", PlainText.NameOf(new Rune('\u202E')));
        Assert.Equal("U+1F600", PlainText.NameOf(new Rune(0x1F600)));
    }

    private static string Fault(string text, bool isName) => PlainText.FirstFault(text, isName) is { } fault ? $"{fault.Index} {fault.Code}" : "none";
}
