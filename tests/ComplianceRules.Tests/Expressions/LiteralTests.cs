using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Numbers and texts as CEL writes them.</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("0x1F == 31")]
    [InlineData("0X1f == 31")]
    [InlineData("-0x10 == -16")]
    [InlineData("0x0 == 0")]
    [InlineData("0x38D7EA4C67FFF == 999999999999999")]
    [InlineData(".5 == 0.5")]
    [InlineData("007 == 7")]
    [InlineData("1e3 == 1000")]
    public void A_number_is_read_as_CEL_writes_it(string expression) => Assert.Equal("true", Written.Value(expression));

    [Theory]
    [InlineData("0x38D7EA4C68000", "CR2016")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFFFFFFF", "CR2016")]
    [InlineData("0x", "CR2016")]
    [InlineData("0xg", "CR2016")]
    [InlineData("1.", "CR2016")]
    [InlineData("1.5.3", "CR2016")]
    [InlineData("1..5", "CR2016")]
    [InlineData("5_000", "CR2016")]
    [InlineData("0x5u", "CR2056")]
    [InlineData("5U", "CR2056")]
    [InlineData("5.0u", "CR2016")]
    public void A_number_that_cannot_be_kept_is_refused_once(string expression, string code) => Assert.Equal(code, Assert.Single(Written.Problems(expression)).Code.ToString());

    [Theory]
    [InlineData("r'a\\d' == 'a\\\\d'")]
    [InlineData("R\"a\\n\" == 'a\\\\n'")]
    [InlineData("'''it's \"so\"''' == \"it's \\\"so\\\"\"")]
    [InlineData("\"\"\"x\"y\"\"\" == 'x\"y'")]
    [InlineData("'''a\nb''' == 'a\\nb'")]
    [InlineData("'''a\r\nb''' == 'a\\nb'")]
    [InlineData("'''a\rb''' == 'a\\nb'")]
    [InlineData("r'''a\\\nb''' == 'a\\\\\\nb'")]
    [InlineData("r\"\" == ''")]
    [InlineData("'''''' == ''")]
    [InlineData("'\\x41\\u4e2d\\101\\U0001F600' == 'A中A😀'")]
    [InlineData("'\\?\\`\\'' == \"?`'\"")]
    public void A_text_is_read_as_CEL_writes_it(string expression) => Assert.Equal("true", Written.Value(expression));

    [Theory]
    [InlineData("name == b'x'", "CR2055")]
    [InlineData("name == B\"x\"", "CR2055")]
    [InlineData("name == br'x'", "CR2055")]
    [InlineData("name == b'''x'''", "CR2055")]
    [InlineData("name == '''x'", "CR2017")]
    [InlineData("name == r'x", "CR2017")]
    [InlineData("name == 'x\\", "CR2017")]
    [InlineData("name == '\\400'", "CR2018")]
    [InlineData("name == '\\x0'", "CR2018")]
    [InlineData("name == '\\u00e'", "CR2018")]
    [InlineData("name == '\\U00110000'", "CR2018")]
    [InlineData("name == '\\r'", "CR2021")]
    [InlineData("name == '\\0001'", "CR2021")]
    public void A_text_that_cannot_be_read_is_refused_once(string expression, string code) => Assert.Equal(code, Assert.Single(Written.Problems(expression)).Code.ToString());

    [Fact]
    public void Two_escapes_in_one_text_are_two_problems() => Assert.Equal([9, 12], Written.Problems("name == '\\q\\w'").Select(p => p.Span!.Column - 2));

    [Fact]
    public void A_text_with_a_line_break_or_tab_is_printed_so_that_it_can_be_read_again() =>
        Assert.Equal("name == \"a\\nb\\tc\"", Written.Printed("name == '''a\nb\\tc'''"));

    [Theory]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("0x7FFFFFFFFFFFFFFF", "9223372036854775807")]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("1.2345678901234567", "1.2345678901234567")]
    [InlineData("1e308", "1e308")]
    [InlineData("8.988466e+307", "8.988466e+307")]
    [InlineData("4.9e-308", "4.9e-308")]
    public void Wide_numbers_are_kept_exactly(string written, string value)
    {
        LiteralSyntax literal = Assert.IsType<LiteralSyntax>(Wide(written, out _));
        Assert.Equal(Rational.Parse(value), Assert.IsType<NumberValue>(literal.Value).Number);
    }

    [Theory]
    [InlineData("-9223372036854775808")]
    [InlineData("-0x8000000000000000")]
    public void The_least_int_stands_behind_a_minus(string written)
    {
        UnarySyntax minus = Assert.IsType<UnarySyntax>(Wide(written, out DiagnosticBag problems));
        Assert.Equal(0, problems.Count);
        Assert.Equal(-(Rational)Rational.Of(long.MinValue), Assert.IsType<NumberValue>(Assert.IsType<LiteralSyntax>(minus.Operand).Value).Number);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("a - (9223372036854775808)")]
    [InlineData("-9223372036854775809")]
    [InlineData("0x10000000000000000")]
    [InlineData("1e309")]
    [InlineData("1e-309")]
    [InlineData("1.23456789012345678")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1.")]
    public void What_is_wider_still_is_refused(string written)
    {
        Wide(written, out DiagnosticBag problems);
        Assert.Equal(DiagnosticCodes.NumberTooWide, Assert.Single(problems.InFileOrder()).Code);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("1e308")]
    [InlineData("1.2345678901234567")]
    public void Packs_have_no_wide_numbers(string written) => Assert.Equal(DiagnosticCodes.MalformedNumber, Assert.Single(Written.Problems(written)).Code);

    private static Syntax? Wide(string written, out DiagnosticBag problems)
    {
        problems = new DiagnosticBag();
        return ExpressionReader.Read(Written.Json(written), problems, wideNumbers: true);
    }
}
