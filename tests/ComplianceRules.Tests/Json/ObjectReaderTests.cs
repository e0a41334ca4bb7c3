using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Json;

public sealed class ObjectReaderTests
{
    private readonly DiagnosticBag _problems = new();

    private ObjectReader Open(string json) => new(Reading.Good(json), _problems);

    [Fact]
    public void Good_values_are_read_and_nothing_is_reported()
    {
        ObjectReader reader = Open("""{ "id": "cn-3.a_b", "title": { "zh": "甲", "en": "A" }, "of": 12, "on": "2024-02-29", "is": true, "list": ["x", ""], "sub": { "n": 1.5 }, "none": null, "note": "why" }""");

        Assert.Equal("cn-3.a_b", reader.RequiredId("id"));
        Assert.Equal(new LocalText("甲", "A"), reader.RequiredLocalText("title", TextLanguage.Chinese));
        Assert.Equal(12, reader.OptionalWhole("of"));
        Assert.Equal(new DateOnly(2024, 2, 29), reader.RequiredDate("on"));
        Assert.True(reader.OptionalBool("is"));
        Assert.Equal<string>(["x", ""], reader.OptionalTexts("list"));
        Assert.Equal("1.5", reader.RequiredObject("sub")!.RequiredNumber("n")!.Text);
        Assert.True(reader.IsNull("none"));
        Assert.Null(reader.OptionalText("absent"));
        reader.Done();
        Assert.Equal(0, _problems.Count);
    }

    [Fact]
    public void Plain_text_is_a_title_in_the_language_of_the_pack()
    {
        Assert.Equal(new LocalText("甲", null), Open("""{ "t": "甲" }""").OptionalLocalText("t", TextLanguage.Chinese));
        Assert.Equal(new LocalText(null, "A"), Open("""{ "t": "A" }""").OptionalLocalText("t", TextLanguage.English));
    }

    [Fact]
    public void A_title_without_the_language_of_the_pack_is_reported()
    {
        Assert.Null(Open("""{ "t": { "en": "A" } }""").OptionalLocalText("t", TextLanguage.Chinese));

        Assert.Equal("CR1030(1,8)", Reading.Places(_problems));
    }

    [Fact]
    public void An_unknown_key_is_reported_at_its_name_with_the_nearest_key()
    {
        ObjectReader reader = Open("{\n  \"tittle\": 1 }");
        _ = reader.OptionalText("title");
        reader.Done();

        Assert.Equal("pack.json(2,3): error CR1003: unknown key `tittle` (did you mean `title`?)", _problems.InFileOrder()[0].ToString());
    }

    [Fact]
    public void A_key_is_known_only_where_it_was_asked_for_and_a_note_must_be_text()
    {
        Open("""{ "note": 1, "x": 2 }""").Done();

        Assert.Equal("CR1031(1,11) CR1003(1,14)", Reading.Places(_problems));
    }

    [Theory]
    [InlineData("""{ }""", "CR1030(1,1)")]
    [InlineData("""{ "k": 1 }""", "CR1031(1,8)")]
    [InlineData("""{ "k": null }""", "CR1031(1,8)")]
    [InlineData("""{ "k": "" }""", "CR1038(1,8)")]
    [InlineData("""{ "k": " \t" }""", "CR1038(1,8)")]
    public void A_text_must_be_there_and_say_something(string json, string expected) => Refused(json, r => r.RequiredText("k"), expected);

    [Theory]
    [InlineData("""{ "k": "a b" }""", "CR1039(1,8)")]
    [InlineData("""{ "k": "学校" }""", "CR1039(1,8)")]
    [InlineData("""{ "k": "a/b" }""", "CR1039(1,8)")]
    [InlineData("""{ "k": [] }""", "CR1031(1,8)")]
    public void An_id_is_letters_digits_and_three_signs(string json, string expected) => Refused(json, r => r.RequiredId("k"), expected);

    [Theory]
    [InlineData("""{ "k": "2026-9-1" }""", "CR1037(1,8)")]
    [InlineData("""{ "k": "2025-02-29" }""", "CR1037(1,8)")]
    [InlineData("""{ "k": "2026-09-01 " }""", "CR1037(1,8)")]
    [InlineData("""{ "k": 2026 }""", "CR1031(1,8)")]
    public void A_date_is_a_day_that_there_is(string json, string expected) => Refused(json, r => r.RequiredDate("k"), expected);

    [Theory]
    [InlineData("""{ "k": "1" }""", "CR1033(1,8)")]
    [InlineData("""{ "k": 1.5 }""", "CR1034(1,8)")]
    [InlineData("""{ "k": 1e3 }""", "CR1034(1,8)")]
    [InlineData("""{ "k": 1234567890 }""", "CR1034(1,8)")]
    public void A_whole_number_has_neither_point_nor_exponent(string json, string expected) => Refused(json, r => r.OptionalWhole("k"), expected);

    [Fact]
    public void True_in_quotes_is_not_true() => Refused("""{ "k": "true" }""", r => r.OptionalBool("k"), "CR1032(1,8)");

    [Fact]
    public void An_array_is_in_square_brackets() => Refused("""{ "k": {} }""", r => r.OptionalArray("k").Length, "CR1035(1,8)");

    [Fact]
    public void Each_item_of_a_list_of_texts_must_be_a_text() => Refused("""{ "k": ["a", 1, null] }""", r => r.OptionalTexts("k").Length, "CR1031(1,14) CR1031(1,17)");

    [Fact]
    public void An_object_is_in_braces() => Refused("""{ "k": [] }""", r => r.OptionalObject("k"), "CR1036(1,8)");

    [Fact]
    public void A_map_is_in_braces() => Refused("""{ "k": 3 }""", r => r.RequiredMembers("k").Length, "CR1036(1,8)");

    [Fact]
    public void A_root_that_is_no_object_is_reported_once()
    {
        ObjectReader reader = Open("[1]");
        _ = reader.RequiredText("id");
        reader.Done();

        Assert.Equal("CR1036(1,1)", Reading.Places(_problems));
    }

    [Fact]
    public void A_word_that_is_not_allowed_is_reported_with_the_nearest_one()
    {
        Assert.Null(Open("""{ "k": "noticee" }""").RequiredWord("k", "law", "notice"));

        Assert.Equal("pack.json(1,8): error CR1040: `k` cannot be `noticee` (did you mean `notice`?)", _problems.InFileOrder()[0].ToString());
    }

    private void Refused<T>(string json, Func<ObjectReader, T> read, string expected)
    {
        T value = read(Open(json));

        Assert.Equal(expected, Reading.Places(_problems));
        Assert.True(value is null or int, "a refused value is not handed out");
    }
}
