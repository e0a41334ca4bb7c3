namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Characters that hide, turn round or imitate others are refused by their code, in names and in texts.</summary>
public sealed class UnicodeTrickTests
{
    private const string Foreign = "CR2020";
    private const string Refused = "CR2021";

    [Theory]
    [InlineData("flаg", "Cyrillic a")]
    [InlineData("fⅼag", "Roman numeral fifty")]
    [InlineData("ｆｌａｇ", "full width")]
    [InlineData("fl\u0430g", "Cyrillic a, escaped")]
    [InlineData("\u2800flag", "a blank that is none")]
    [InlineData("fl\u00ADag", "soft hyphen")]
    [InlineData("fl\u200Bag", "zero width space")]
    [InlineData("fl\u200Dag", "joiner")]
    [InlineData("fl\u2060ag", "word joiner")]
    [InlineData("fla\u0301g", "combining accent")]
    [InlineData("flág", "accent")]
    [InlineData("\u202Eflag", "override")]
    [InlineData("fl\u2066ag\u2069", "isolate")]
    [InlineData("flag\u200F", "right-to-left mark")]
    [InlineData("\uFEFFflag", "byte order mark")]
    [InlineData("fl\uE000ag", "private use")]
    [InlineData("flag\U000F0000", "private plane")]
    [InlineData("fl\0ag", "NUL")]
    [InlineData("fl\u001Bag", "escape")]
    [InlineData("flag\u0085", "next line")]
    [InlineData("flag\u2028", "line separator")]
    [InlineData("fl\uD800ag", "lone surrogate")]
    [InlineData("flag\uDC00", "lone low surrogate")]
    [InlineData("flag\uFFFF", "no character")]
    [InlineData("flag\U000E0041", "tag")]
    [InlineData("flag 𝚊𝚗𝚍 other", "mathematical letters")]
    [InlineData("a == １", "full width digit")]
    [InlineData("a == ٣", "Arabic digit")]
    [InlineData("a ＜ 3", "full width sign")]
    [InlineData("a ≤ 3", "one sign for two")]
    [InlineData("a − 3 > 0", "minus sign")]
    [InlineData("a\u00A0> 0", "no-break space")]
    [InlineData("（flag）", "full width parentheses")]
    [InlineData("name == “x”", "curly quotes")]
    public void In_names_signs_and_blanks_only_ASCII_is_taken(string expression, string why) =>
        Assert.True(Written.Problems(expression).Any(p => p.Code.ToString() == Foreign), $"{why}: {string.Join("; ", Written.Problems(expression))}");

    [Theory]
    [InlineData("\u202A")]
    [InlineData("\u202E")]
    [InlineData("\u2066")]
    [InlineData("\u2069")]
    [InlineData("\0")]
    [InlineData("\u0007")]
    [InlineData("\u007F")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\uFEFF")]
    [InlineData("\uE000")]
    [InlineData("\U000F0000")]
    [InlineData("\U0010FFFD")]
    [InlineData("\uFDD0")]
    [InlineData("\uFFFE")]
    [InlineData("\U000E0041")]
    [InlineData("e\u0301")]
    [InlineData("\u1100\u1161")]
    [InlineData("\u212B")]
    [InlineData("\u2126")]
    [InlineData("\uF900")]
    public void In_texts_what_hides_turns_round_or_has_a_second_spelling_is_refused(string text)
    {
        string escaped = string.Concat(text.EnumerateRunes().Select(r => $"\\U{r.Value:x8}"));
        Assert.Equal([Refused], Written.Problems($"name == 'a{text}b'").Select(p => p.Code.ToString()));
        Assert.Equal([Refused], Written.Problems($"name == 'a{escaped}b'").Select(p => p.Code.ToString()));
    }

    [Theory]
    [InlineData("中文")]
    [InlineData("é")]
    [InlineData("Å")]
    [InlineData("가")]
    [InlineData("ئۇيغۇر")]
    [InlineData("བོད")]
    [InlineData("👨\u200D👩\u200D👧")]
    [InlineData("ａ１")]
    [InlineData("а")]
    public void In_texts_the_scripts_of_the_world_are_taken(string text)
    {
        Assert.Empty(Written.Problems($"name == '{text}'"));
        Assert.Equal($"name == \"{text}\"", Written.Printed($"name == '{text}'"));
    }

    [Theory]
    [InlineData("name == '\\uD800'")]
    [InlineData("name == '\\uD83D\\uDE00'")]
    [InlineData("name == '\\U00110000'")]
    [InlineData("name == '\\Uffffffff'")]
    [InlineData("name == '\\u12'")]
    [InlineData("name == '\\x1'")]
    [InlineData("name == '\\400'")]
    [InlineData("name == '\\q'")]
    public void An_escape_of_no_character_is_refused(string expression) => Assert.Contains("CR2018", Written.Problems(expression).Select(p => p.Code.ToString()));

    [Theory]
    [InlineData("flаg", "flag")]
    [InlineData("ｆｌａｇ", "flag")]
    [InlineData("a ≤ 3", "<=")]
    [InlineData("a ＜ 3", "<")]
    public void What_was_probably_meant_is_offered(string expression, string meant) => Assert.Equal(meant, Written.Problems(expression)[0].DidYouMean);
}
