using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Expressions;

public sealed class PrecedenceTests
{
    [Theory]
    [InlineData("flag || other && flag", "flag || (other && flag)")]
    [InlineData("flag && other || flag", "(flag && other) || flag")]
    [InlineData("!flag && other", "(!flag) && other")]
    [InlineData("!flag == other", "(!flag) == other")]
    [InlineData("a < b == flag", "(a < b) == flag")]
    [InlineData("a + b < c", "(a + b) < c")]
    [InlineData("a + b * c == a", "(a + (b * c)) == a")]
    [InlineData("a - b - c == a", "((a - b) - c) == a")]
    [InlineData("a / b * c == a", "((a / b) * c) == a")]
    [InlineData("a % b + c == a", "((a % b) + c) == a")]
    [InlineData("-a * b == c", "((-a) * b) == c")]
    [InlineData("a in [1, 2] && flag", "(a in [1, 2]) && flag")]
    [InlineData("flag ? a : b + c", "flag ? a : (b + c)")]
    [InlineData("flag ? a : other ? b : c", "flag ? a : (other ? b : c)")]
    [InlineData("flag || other ? a : b", "(flag || other) ? a : b")]
    [InlineData("a + b in [3] == flag", "((a + b) in [3]) == flag")]
    public void Operators_bind_as_in_CEL(string written, string meant)
    {
        Assert.Equal(Written.Printed(meant), Written.Printed(written));
        Assert.Equal(Written.Typed(meant).ToString(), Written.Typed(written).ToString());
    }

    [Theory]
    [InlineData("(a - b) - c", "a - b - c")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("(flag || other) && flag", "(flag || other) && flag")]
    [InlineData("((a))", "a")]
    [InlineData("!(flag && other)", "!(flag && other)")]
    [InlineData("-(a + b)", "-(a + b)")]
    [InlineData("(flag ? a : b) + c", "(flag ? a : b) + c")]
    [InlineData("(flag ? flag : other) ? a : b", "(flag ? flag : other) ? a : b")]
    [InlineData("kind == 'special'", "kind == \"special\"")]
    [InlineData("starts<time('8:20')", "starts < time(\"08:20\")")]
    [InlineData("opened\n\t>= date('2025-09-01')", "opened >= date(\"2025-09-01\")")]
    [InlineData("enrolment <= param('class.limit','junior')", "enrolment <= param(\"class.limit\", \"junior\")")]
    [InlineData("school.boarding && has(school.classes)", "school.boarding && has(school.classes)")]
    [InlineData("percent(a,b) - rate", "percent(a, b) - rate")]
    [InlineData("name == 'a\\\\\"b'", "name == \"a\\\\\\\"b\"")]
    [InlineData("subjects == ['music', 'art', 'art']", "subjects == [\"art\", \"music\"]")]
    [InlineData("-a - -3 > -3", "-a - -3 > -3")]
    [InlineData("opened < as_of", "opened < as_of")]
    public void A_checked_tree_prints_in_one_canonical_way(string written, string printed) => Assert.Equal(printed, Written.Printed(written));

    [Fact]
    public void What_is_printed_reads_as_the_same_tree()
    {
        const string Text = "(flag || !(a - (b - c) * 2 in [1, 2])) && (kind == 'special' ? a : b) % 3 >= -c";
        string printed = Written.Printed(Text);
        Assert.Equal(printed, Written.Printed(printed));
    }

    [Fact]
    public void The_walker_names_every_part_once_from_left_to_right()
    {
        TypedExpression tree = Written.Typed("a + b > 2 && enrolment <= param('class.limit')");
        string[] names = [.. ExpressionWalker.SelfAndDescendants(tree).OfType<FieldExpression>().Select(f => f.Field.Name)];
        Assert.Equal(["a", "b", "enrolment", "stage"], names);
        Assert.Single(ExpressionWalker.SelfAndDescendants(tree).OfType<ParameterExpression>());
    }
}
