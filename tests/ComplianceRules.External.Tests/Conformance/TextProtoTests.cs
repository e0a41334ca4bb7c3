namespace ComplianceRules.External.Tests.Conformance;

public sealed class TextProtoTests
{
    [Fact]
    public void Messages_have_fields_with_and_without_a_colon()
    {
        ProtoMessage message = TextProto.Read("shelf: { book { title: \"one\" } book: < title: 'two' > } # a remark\nopen: true");
        Assert.Equal(["one", "two"], message["shelf"]!.Message!.All("book").Select(b => b.TextOf("title")));
        Assert.Equal("true", message["open"]!.Word);
    }

    [Fact]
    public void Lists_and_separators_are_read() =>
        Assert.Equal(["1", "-2", "3.5e-7"], TextProto.Read("n: [1, -2]; n: 3.5e-7,").Fields.Select(f => f.Word));

    [Fact]
    public void Texts_side_by_side_are_one() => Assert.Equal("onetwo", TextProto.Read("t: \"one\"\n  'two'").TextOf("t"));

    [Theory]
    [InlineData(@"t: ""a\n\t\\\""""", "a\n\t\\\"")]
    [InlineData(@"t: '\''", "'")]
    [InlineData(@"t: ""\xe2\x9c\x8c""", "✌")]
    [InlineData(@"t: ""\342\234\214""", "✌")]
    [InlineData(@"t: ""\u270c""", "✌")]
    [InlineData(@"t: ""\U0001f431""", "🐱")]
    [InlineData("t: \"班额\"", "班额")]
    [InlineData("t: '# no remark'", "# no remark")]
    public void Escapes_are_bytes_of_the_text(string written, string expected) => Assert.Equal(expected, TextProto.Read(written).TextOf("t"));

    [Fact]
    public void Bytes_need_not_be_a_text() => Assert.Equal([0, 255], TextProto.Read(@"b: '\000\xff'")["b"]!.Bytes);

    [Fact]
    public void An_address_in_brackets_is_a_name() => Assert.Equal("[example.org/some.Thing]", Assert.Single(TextProto.Read("[example.org/some.Thing] { n: 1 }").Fields).Name);

    [Theory]
    [InlineData("a {", 1)]
    [InlineData("a }", 1)]
    [InlineData("}", 1)]
    [InlineData("a: 'open", 1)]
    [InlineData("a: 'open\n'", 1)]
    [InlineData("a: 1\nb 2", 2)]
    [InlineData("a: '\\q'", 1)]
    [InlineData("a: [1, 2", 1)]
    [InlineData("[open", 1)]
    [InlineData("a: '\\x'", 1)]
    public void What_is_not_understood_is_refused_with_its_line(string text, int line) =>
        Assert.Equal($"line {line} is not understood", Assert.Throws<FormatException>(() => TextProto.Read(text)).Message);

    [Fact]
    public void Nesting_is_bounded() => Assert.Throws<FormatException>(() => TextProto.Read(string.Concat(Enumerable.Repeat("a {", 100_000))));

    [Fact]
    public void An_empty_text_is_a_message_without_fields() => Assert.Empty(TextProto.Read(" \n# nothing\n").Fields);
}
