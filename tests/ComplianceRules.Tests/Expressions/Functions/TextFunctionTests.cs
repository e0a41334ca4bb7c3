using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Expressions.Functions;

public sealed class TextFunctionTests
{
    [Theory]
    [InlineData("startsWith", "实验小学", "实验", "true")]
    [InlineData("startsWith", "实验小学", "小学", "false")]
    [InlineData("startsWith", "", "", "true")]
    [InlineData("startsWith", "abc", "AB", "false")]
    [InlineData("endsWith", "实验小学", "小学", "true")]
    [InlineData("endsWith", "实验小学", "实验", "false")]
    [InlineData("endsWith", "a", "", "true")]
    [InlineData("contains", "第一实验小学", "实验", "true")]
    [InlineData("contains", "a", "aa", "false")]
    [InlineData("contains", "strasse", "ß", "false")]
    public void Texts_are_compared_code_unit_by_code_unit(string name, string text, string part, string expected) =>
        Assert.Equal(expected, Called.Value(name, null, new TextValue(text), new TextValue(part)));

    [Theory]
    [InlineData("", "0")]
    [InlineData("abc", "3")]
    [InlineData("小学", "2")]
    [InlineData("😀𠮷", "2")]
    [InlineData("e\u0301", "2")]
    public void The_size_of_a_text_is_its_code_points(string text, string expected) => Assert.Equal(expected, Called.Value("size", null, new TextValue(text)));

    [Fact]
    public void The_size_of_a_set_is_its_members()
    {
        Assert.Equal("2", Called.Value("size", null, SetValue.Of(["music", "art", "art"])));
        Assert.Equal("0", Called.Value("size", null, SetValue.Of([])));
    }

    [Fact]
    public void Texts_give_a_truth_value_and_sizes_a_plain_number()
    {
        Assert.Equal("Bool", Called.Type("startsWith", ExpressionType.Text, ExpressionType.Text));
        Assert.Equal("Bool", Called.Type("endsWith", ExpressionType.Text, ExpressionType.Text));
        Assert.Equal("Bool", Called.Type("contains", ExpressionType.Text, ExpressionType.Text));
        Assert.Equal("Number 1", Called.Type("size", ExpressionType.Text));
        Assert.Equal("Number 1", Called.Type("size", Called.Set));
    }

    [Theory]
    [InlineData("startsWith")]
    [InlineData("endsWith")]
    [InlineData("contains")]
    public void The_key_of_an_enum_is_no_text(string name)
    {
        Assert.Null(Called.Type(name, Called.Enum, ExpressionType.Text));
        Assert.Null(Called.Type(name, ExpressionType.Text, Called.Enum));
        Assert.Null(Called.Type(name, ExpressionType.Text));
        Assert.Null(Called.Type("size", Called.Enum));
    }
}
