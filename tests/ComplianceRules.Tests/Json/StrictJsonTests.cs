using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Json;

public sealed class StrictJsonTests
{
    [Fact]
    public void Every_kind_of_value_becomes_a_node_with_its_place()
    {
        JsonNode root = Reading.Good("{\n  \"a\": [1.50, true, null],\n  \"名\": \"值\\n\"\n}");

        Assert.Equal([JsonKind.Number, JsonKind.Bool, JsonKind.Null], root["a"]!.Items.Select(i => i.Kind));
        Assert.Equal("1.50", root["a"]!.Items[0].Text);
        Assert.True(root["a"]!.Items[1].Truth);
        Assert.Equal("值\n", root["名"]!.Text);
        Assert.Equal((3, 8), (root["名"]!.Span.Line, root["名"]!.Span.Column));
        Assert.Equal((3, 3, 3), (root.Members[1].NameSpan.Line, root.Members[1].NameSpan.Column, root.Members[1].NameSpan.Length));
        Assert.Equal("[1.50, true, null]", Encoding.UTF8.GetString(root["a"]!.Bytes.Span));
    }

    [Fact]
    public void Places_stay_true_in_a_deep_mixture_of_names_and_values()
    {
        JsonNode root = Reading.Good("""{"a":{"b":[{"c":[[],{}]},-0.5e-3]},"d":"\u4e2d\ud83d\ude00x"}""");

        Assert.Equal("-0.5e-3", root["a"]!["b"]!.Items[1].Text);
        Assert.Equal(26, root["a"]!["b"]!.Items[1].Span.Column);
        Assert.Equal("中😀x", root["d"]!.Text);
        Assert.Equal("\"d\"", root.Members[1].NameSpan.LineText!.Substring(root.Members[1].NameSpan.Column - 1, 3));
        Assert.Equal('x', root["d"]!.Span.LineText![root["d"]!.SpanOf(3, 1).Column - 1]);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_not_counted()
    {
        DiagnosticBag problems = new();
        JsonNode? node = StrictJson.Read(new SourceFile("pack.json", (byte[])[0xEF, 0xBB, 0xBF, .. "{\"a\": 1}"u8]), problems);

        Assert.Equal(0, problems.Count);
        Assert.Equal((1, 7), (node!["a"]!.Span.Line, node["a"]!.Span.Column));
    }

    [Theory]
    [InlineData("\"2026-09-01T00:00:00\"", "2026-09-01T00:00:00")]
    [InlineData("\"/Date(1)/\"", "/Date(1)/")]
    public void A_text_that_looks_like_a_date_stays_as_it_is_written(string json, string text) => Assert.Equal(text, Reading.Good(json).Text);

    [Theory]
    [InlineData("{ /* why */ \"a\": 1 }", "CR1008(1,3)")]
    [InlineData("{\n  \"a\": 1, // why\n  \"b\": 2 // too\n}", "CR1008(2,11) CR1008(3,10)")]
    [InlineData("{ \"a\": [1, 2, ], }", "CR1009(1,13) CR1009(1,16)")]
    [InlineData("[1, /* x */ ]", "CR1009(1,3) CR1008(1,5)")]
    [InlineData("[1] // end", "CR1008(1,5)")]
    [InlineData("{ \"a\": 1,\n  \"a\": 2 }", "CR1007(2,3)")]
    [InlineData("[{ \"a\": 1, \"\\u0061\": 2 }]", "CR1007(1,12)")]
    [InlineData("{ \"a\": NaN }", "CR1010(1,8)")]
    [InlineData("[Infinity]", "CR1010(1,2)")]
    [InlineData("[True]", "CR1010(1,2)")]
    [InlineData("{ 'a': 1 }", "CR1010(1,3)")]
    [InlineData("{ a: 1 }", "CR1010(1,3)")]
    [InlineData("[01]", "CR1010(1,2)")]
    [InlineData("[1.]", "CR1010(1,2)")]
    [InlineData("[.5]", "CR1010(1,2)")]
    [InlineData("[+1]", "CR1010(1,2)")]
    [InlineData("[0x10]", "CR1010(1,2)")]
    [InlineData("[1,,2]", "CR1010(1,4)")]
    [InlineData("[,]", "CR1010(1,2)")]
    [InlineData("[1，2]", "CR1010(1,3)")]
    [InlineData("[1 2]", "CR1021(1,4)")]
    [InlineData("{ \"a\": 1 \"b\": 2 }", "CR1021(1,10)")]
    [InlineData("[1 [2]]", "CR1021(1,4)")]
    [InlineData("[{} 5.0]", "CR1021(1,5)")]
    [InlineData("{ \"a\": 1 } \"b\"", "CR1012(1,12)")]
    [InlineData("{ \"a\" 1 }", "CR1010(1,7)")]
    [InlineData("{ \"a\": }", "CR1010(1,8)")]
    [InlineData("[1}", "CR1010(1,3)")]
    [InlineData("]", "CR1010(1,1)")]
    [InlineData("{ \"a\"：1 }", "CR1010(1,6)")]
    [InlineData("[1] [2]", "CR1012(1,5)")]
    [InlineData("{},", "CR1012(1,3)")]
    [InlineData("{ \"a\": [1", "CR1011(1,10)")]
    [InlineData("{ \"a\": 1,\n", "CR1011(2,1)")]
    [InlineData("{ \"a\"", "CR1011(1,6)")]
    [InlineData("[\"a]", "CR1013(1,2)")]
    [InlineData("[\"a\nb\"]", "CR1013(1,4)")]
    [InlineData("[\"a\\qb\"]", "CR1013(1,4)")]
    [InlineData("[\"\\u12G4\"]", "CR1013(1,3)")]
    [InlineData("{ \"a\tb\": 1 }", "CR1013(1,5)")]
    [InlineData("[\"\\ud800\"]", "CR1016(1,3)")]
    [InlineData("[\"x\\udc00\"]", "CR1016(1,4)")]
    [InlineData("[\"\\ud83d\\n\\ude00\"]", "CR1016(1,3)")]
    [InlineData("{ \"\\ud800\": 1 }", "CR1016(1,4)")]
    [InlineData("", "CR1005(1,1)")]
    [InlineData(" \r\n\t ", "CR1005(1,1)")]
    public void What_is_no_strict_json_is_refused_at_its_place(string json, string expected)
    {
        (JsonNode? node, string places) = Reading.Bad(json);

        Assert.Equal(expected, places);
        Assert.Null(node);
    }

    [Theory]
    [InlineData("{ \"a\"：1 }", ":")]
    [InlineData("[1，2]", ",")]
    [InlineData("[\"a\"; 2]", ",")]
    [InlineData("{ \"a\": -2.5， \"b\": 1 }", ",")]
    [InlineData("[1】 ", "]")]
    [InlineData("[“a”]", "\"")]
    [InlineData("['a']", "\"a\"")]
    [InlineData("[２0]", "2")]
    [InlineData("[True]", "true")]
    public void A_sign_of_another_keyboard_is_told_with_the_one_that_is_meant(string json, string meant)
    {
        DiagnosticBag problems = new();
        Assert.Null(StrictJson.Read(Reading.File(json), problems));
        Assert.Equal(meant, Assert.Single(problems.InFileOrder()).DidYouMean);
    }

    [Theory]
    [InlineData("[1e400]", "CR1015(1,2)")]
    [InlineData("[1e16]", "CR1015(1,2)")]
    [InlineData("[10e15]", "CR1015(1,2)")]
    [InlineData("[0.01e-14]", "CR1015(1,2)")]
    [InlineData("[0e400]", "CR1015(1,2)")]
    [InlineData("[1e99999999999999999999]", "CR1015(1,2)")]
    [InlineData("[ 1234567890.123456]", "CR1014(1,3)")]
    [InlineData("[ 1000000000000001 ]", "CR1014(1,3)")]
    public void A_number_that_a_double_would_change_is_refused(string json, string expected) => Assert.Equal(expected, Reading.Bad(json).Places);

    [Theory]
    [InlineData("1e15")]
    [InlineData("1E-15")]
    [InlineData("-1000000000000000")]
    [InlineData("0.000000000000001")]
    [InlineData("0.00000000000000")]
    [InlineData("123456789012345")]
    [InlineData("1234567890.12345000000000000")]
    [InlineData("-0")]
    public void A_number_of_fifteen_digits_and_a_small_exponent_keeps_its_lexeme(string number) => Assert.Equal(number, Reading.Good($"[{number}]").Items[0].Text);

    [Fact]
    public void A_number_padded_with_thousands_of_zeros_is_refused() => Assert.Equal("CR1014(1,2)", Reading.Bad($"[1.{new string('0', 5000)}]").Places);

    [Theory]
    [InlineData("[\"e\\u0301\"]", "CR1017(1,4)")]
    [InlineData("[\"\\u212b\"]", "CR1017(1,3)")]
    [InlineData("[\"\\r\"]", "CR1018(1,3)")]
    [InlineData("[\"a\\u0000\"]", "CR1018(1,4)")]
    [InlineData("[\"\\u0085\"]", "CR1018(1,3)")]
    [InlineData("{ \"a\\n\": 1 }", "CR1018(1,5)")]
    [InlineData("[\"中\u202e文\"]", "CR1019(1,4)")]
    [InlineData("[\"\\u2066\"]", "CR1019(1,3)")]
    [InlineData("[\"\ue000\"]", "CR1020(1,3)")]
    [InlineData("[\"\\udb80\\udc00\"]", "CR1020(1,3)")]
    public void A_character_that_hides_is_refused_and_the_tree_is_still_made(string json, string expected)
    {
        (JsonNode? node, string places) = Reading.Bad(json);

        Assert.Equal(expected, places);
        Assert.NotNull(node);
    }

    [Fact]
    public void Free_text_may_have_line_breaks_tabs_and_letters_of_all_peoples() =>
        Assert.Equal("é\n\t中文 བོད་ ئۇيغۇر ᠮᠣᠩᠭᠣᠯ 한국 😀", Reading.Good("\"é\\n\\t中文 བོད་ ئۇيغۇر ᠮᠣᠩᠭᠣᠯ 한국 😀\"").Text);

    [Theory]
    [InlineData(32, "")]
    [InlineData(33, "CR1006(1,33)")]
    [InlineData(100_000, "CR1006(1,33)")]
    public void Nesting_is_refused_from_the_thirty_third_level_on(int depth, string expected) =>
        Assert.Equal(expected, Reading.Bad(new string('[', depth) + new string(']', depth)).Places);

    [Fact]
    public void A_file_of_faults_ends_after_a_hundred_of_them() =>
        Assert.Equal(100, Reading.Bad("[" + string.Concat(Enumerable.Repeat("1,/**/", 1_000_000 / 2)) + "1]").Places.Split(' ').Length);

    [Fact]
    public void A_large_file_on_one_line_is_read_in_reasonable_time()
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"k{i}\":{i}")) + "}";

        Assert.Equal(200_000, Reading.Good(json).Members.Length);
    }
}
