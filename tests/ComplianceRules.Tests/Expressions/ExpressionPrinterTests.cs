using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Expressions.Hostility;

namespace ComplianceRules.Tests.Expressions;

/// <summary>The canonical text of docs/language.md: what is written in many ways is printed in one, and read back as the same tree.</summary>
public sealed class ExpressionPrinterTests
{
    [Theory]
    [InlineData("a==1&&flag", "a == 1 && flag")]
    [InlineData("((a)) + (b)", "a + b")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("(a - b) - c", "a - b - c")]
    [InlineData("a / (b * c) > a", "a / (b * c) > a")]
    [InlineData("a % (b % c)", "a % (b % c)")]
    [InlineData("(a + b) * c", "(a + b) * c")]
    [InlineData("(a < b) == flag", "a < b == flag")]
    [InlineData("flag == (a < b)", "flag == (a < b)")]
    [InlineData("!(flag && other)", "!(flag && other)")]
    [InlineData("!(flag)", "!flag")]
    [InlineData("!(a == b)", "!(a == b)")]
    [InlineData("!!flag", "!!flag")]
    [InlineData("flag || (other && flag)", "flag || other && flag")]
    [InlineData("(flag || other) && flag", "(flag || other) && flag")]
    [InlineData("flag && (other && flag)", "flag && (other && flag)")]
    [InlineData("(flag ? other : flag) ? a : b", "(flag ? other : flag) ? a : b")]
    [InlineData("flag ? (other ? a : b) : c", "flag ? (other ? a : b) : c")]
    [InlineData("flag ? a : (other ? b : c)", "flag ? a : other ? b : c")]
    [InlineData("(flag ? a : b) + c", "(flag ? a : b) + c")]
    [InlineData("a in [1] in [true]", "a in [1] in [true]")]
    [InlineData("true == (a in [1,2])", "true == (a in [1, 2])")]
    [InlineData("-(a + b)", "-(a + b)")]
    [InlineData("- -a", "--a")]
    [InlineData("a - -b", "a - -b")]
    [InlineData("a - - 5", "a - -5")]
    [InlineData("- - 5 > a", "5 > a")]
    [InlineData("size(name)", "name.size()")]
    [InlineData("name.startsWith('x')", "name.startsWith(\"x\")")]
    [InlineData("(flag ? name : 'b').contains('b')", "(flag ? name : \"b\").contains(\"b\")")]
    public void Signs_and_parentheses_stand_only_where_they_are_needed(string written, string expected) => Prints(expected, written);

    [Theory]
    [InlineData("enrolment > 45.0", "enrolment > 45")]
    [InlineData("2.0 * a", "2.0 * a")]
    [InlineData("2 * a", "2 * a")]
    [InlineData("7 / 2.0 < a", "7 / 2.0 < a")]
    [InlineData("7.50 * a", "7.5 * a")]
    [InlineData("007 * a", "7 * a")]
    [InlineData(".5 * a", "0.5 * a")]
    [InlineData("1e3 * a", "1000.0 * a")]
    [InlineData("1e-3 * a", "0.001 * a")]
    [InlineData("0.0 * a", "0.0 * a")]
    [InlineData("0e9 * a", "0.0 * a")]
    [InlineData("-0 * a", "0 * a")]
    [InlineData("999999999999999 * a", "999999999999999 * a")]
    [InlineData("123456789012345e0 * a", "123456789012345e0 * a")]
    [InlineData("12345678901234e0 * a", "12345678901234.0 * a")]
    [InlineData("100000000000000e0 * a", "1e14 * a")]
    [InlineData("123456789012345e15 * a", "123456789012345e15 * a")]
    [InlineData("a > 1e15", "a > 1e15")]
    [InlineData("a > 1e14", "a > 100000000000000")]
    [InlineData("a > 100000000000000e15", "a > 100000000000000e15")]
    [InlineData("1.23456789012345e-15 * a", "0.00000000000000123456789012345 * a")]
    [InlineData("0.000000000000000000000000000001 * a", "0.000000000000000000000000000001 * a")]
    [InlineData("0.00000000000000000000000000015e-15 * a", "0.00000000000000000000000000015e-15 * a")]
    [InlineData("-1.5 * a", "-1.5 * a")]
    [InlineData("break_minutes < minutes(05)", "break_minutes < minutes(5)")]
    [InlineData("sleep_hours < hours(8.0)", "sleep_hours < hours(8.0)")]
    [InlineData("opened + days(2)", "opened + days(2)")]
    public void A_number_is_printed_so_that_it_is_read_as_the_same_number_of_the_same_kind(string written, string expected) => Prints(expected, written);

    [Theory]
    [InlineData("lights_out > time('0:30')", "lights_out > time(\"24:30\")")]
    [InlineData("starts > time('8:05')", "starts > time(\"08:05\")")]
    [InlineData("opened == date(\"2025-09-01\")", "opened == date(\"2025-09-01\")")]
    [InlineData("subjects == ['music', 'art', 'art']", "subjects == [\"art\", \"music\"]")]
    [InlineData("'art' in subjects", "\"art\" in subjects")]
    [InlineData("kind in ['special','ordinary']", "kind in [\"special\", \"ordinary\"]")]
    [InlineData("name == 'it\\'s \"so\" \\\\ \\u4e2d \\x41 \\101'", "name == \"it's \\\"so\\\" \\\\ 中 A A\"")]
    [InlineData("name == '😀 班'", "name == \"😀 班\"")]
    [InlineData("name == 'a\\tb\\n'", "name == \"a\\u0009b\\u000a\"")]
    [InlineData("a in []", "a in []")]
    [InlineData("param('class.limit','primary') > 1", "param(\"class.limit\", \"primary\") > 1")]
    public void Texts_times_days_and_sets_have_one_spelling(string written, string expected) => Prints(expected, written);

    [Theory]
    [InlineData("classes.map(k,k.flag,k.a).sum()", "classes.filter(k, k.flag).map(k, k.a).sum()")]
    [InlineData("size(classes)", "classes.size()")]
    [InlineData("(boarding ? [1] : [2,3]).max() > 1", "(boarding ? [1] : [2, 3]).max() > 1")]
    [InlineData("(boarding ? classes.filter(k, k.flag) : classes.filter(m, !m.flag)).size()", "(boarding ? classes.filter(k, k.flag) : classes.filter(m, !m.flag)).size()")]
    [InlineData("classes.all(k, k.a > 0 ? k.flag : k.school.boarding)", "classes.all(k, k.a > 0 ? k.flag : k.school.boarding)")]
    [InlineData("classes.map(k, k.previous.school.boarding)", "classes.map(k, k.previous.school.boarding)")]
    [InlineData("[- 5,site].max()", "[-5, site].max()")]
    public void Macros_and_lists_are_printed_with_their_variables(string written, string expected)
    {
        ExpressionScope scope = SampleSchema.Scope(BaseTables.School);
        Assert.Equal(expected, Written.Printed(written, scope));
        Assert.Null(SameTree.Difference(Written.Typed(written, scope), Written.Typed(expected, scope)));
    }

    [Fact]
    public void A_negative_number_stands_in_parentheses_before_a_dot()
    {
        LiteralExpression minusFive = new(new ExpressionType(FieldType.Number) { IsInt = true }, new NumberValue(Rational.Of(-5)));
        MacroVariable item = new("x", 1, minusFive.Type, null);
        MacroExpression mapped = new(minusFive.Type with { IsList = true }, MacroKind.Map, minusFive, item, new VariableExpression(item));
        Assert.Equal("(-5).map(x, x)", new ExpressionPrinter(SampleSchema.Scope()).Text(mapped));
    }

    [Theory]
    [InlineData("a\nb", "\"a\\u000ab\"")]
    [InlineData("\u0085", "\"\\u0085\"")]
    public void A_control_character_of_a_pack_is_printed_as_an_escape(string text, string expected) => Assert.Equal(expected, LiteralText.Quoted(text));

    [Fact]
    public void A_fraction_that_no_decimal_is_prints_rounded()
    {
        LiteralExpression third = new(ExpressionType.Number(Unit.One), new NumberValue(Rational.Of(BigInteger.One) / Rational.Of(3)));
        Assert.Equal("0.333333333333333", new ExpressionPrinter(SampleSchema.Scope()).Text(third));
    }

    [Theory]
    [InlineData("a > 2.0 * b", "a > 2 * b")]
    [InlineData("a - b - c", "a - (b - c)")]
    [InlineData("break_minutes > 5", "a > 5")]
    [InlineData("name == 'a'", "name == 'b'")]
    [InlineData("'art' in subjects", "'art' in ['art']")]
    [InlineData("flag && other", "other && flag")]
    [InlineData("a in [1, 2]", "a in [1, 2, 3]")]
    [InlineData("lights_out > time('01:00')", "study_end > time('01:00')")]
    public void Trees_that_differ_are_told_apart(string left, string right)
    {
        Assert.Null(SameTree.Difference(Written.Typed(left), Written.Typed(left)));
        Assert.NotNull(SameTree.Difference(Written.Typed(left), Written.Typed(right)));
    }

    private static void Prints(string expected, string written)
    {
        Assert.Equal(expected, Written.Printed(written));
        Assert.Null(SameTree.Difference(Written.Typed(written), Written.Typed(expected)));
    }
}
