using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Expressions;

public sealed class ExpressionPositionTests
{
    [Theory]
    [InlineData("enrolmnt > 5", 2, 8)]
    [InlineData("a > 5 && enrolmnt > 5", 11, 8)]
    [InlineData("a + name > 5", 4, 1)]
    [InlineData("flag && a", 10, 1)]
    [InlineData("flag && a + b", 12, 1)]
    [InlineData("school.bording", 9, 7)]
    [InlineData("scool.boarding", 2, 5)]
    [InlineData("kind == 'specal'", 10, 8)]
    [InlineData("enrolment <= teachers", 12, 2)]
    [InlineData("a > 5 &&", 10, 1)]
    [InlineData("a > param('x')", 12, 3)]
    [InlineData("a > minuts(5)", 6, 6)]
    [InlineData("a = 5", 4, 1)]
    public void A_problem_stands_at_its_token(string expression, int column, int length)
    {
        SourceSpan span = Assert.Single(Written.Problems(expression)).Span!;
        Assert.Equal((1, column, length), (span.Line, span.Column, span.Length));
    }

    [Theory]
    [InlineData("\"kind == \\\"special\\\" && nix\"", "kind == \"special\" && nix", 25)]
    [InlineData("\"\\u0061 > 1 && nix\"", "a > 1 && nix", 16)]
    [InlineData("\"name == '\\u4e2d' && nix\"", "name == '中' && nix", 22)]
    [InlineData("\"name == '中' && nix\"", "name == '中' && nix", 17)]
    [InlineData("\"name == '😀' && nix\"", "name == '😀' && nix", 18)]
    [InlineData("\"name == '\\ud83d\\ude00' && nix\"", "name == '😀' && nix", 28)]
    [InlineData("\"name == '\\\\q'\"", "name == '\\q'", 11)]
    [InlineData("\"kind == \\\"special\\\" && (flag\"", "kind == \"special\" && (flag", 25)]
    [InlineData("\"name == '\\u4e2d' \\u0026 flag\"", "name == '中' & flag", 19)]
    [InlineData("\"flag\\n&& nix\"", "flag\n&& nix", 11)]
    [InlineData("\"flag\\t&&\\/*\"", "flag\t&&/*", 10)]
    public void Escapes_of_the_JSON_string_are_counted(string json, string text, int column)
    {
        DiagnosticBag problems = new();
        Assert.Null(new ExpressionChecker(SampleSchema.Scope(), problems).Read(Written.Raw(json, text)));
        Assert.Equal(column, Assert.Single(problems.InFileOrder()).Span!.Column);
    }

    [Fact]
    public void A_problem_of_a_condition_stands_at_the_outermost_token()
    {
        DiagnosticBag problems = new();
        Assert.Null(new ExpressionChecker(SampleSchema.Scope(), problems).Condition(Written.Json("a + b")));
        Assert.Equal("pack.json(1,4): error CR2009: `a + b` is `number`, but `bool` is needed here (write a value of the type asked for)", Assert.Single(problems.InFileOrder()).ToString());
    }
}
