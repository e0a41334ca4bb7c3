using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Expressions;

public sealed class ExpressionBoundTests
{
    private const int SmallStack = 256 * 1024;

    [Fact]
    public void An_expression_of_4000_characters_is_read_and_one_more_is_refused()
    {
        Assert.NotNull(Written.Typed("a".PadRight(4000)));
        Assert.Equal("CR2041: the expression is longer than 4000 characters (split it into several rules or use a derived field)", Written.Problem("a".PadRight(4001)));
    }

    [Fact]
    public void Five_hundred_tokens_are_read_and_one_more_is_refused()
    {
        Assert.Empty(Written.Problems($"{ListOf(247)} && flag"));
        Assert.Equal("CR2042: the expression has more than 500 words and signs (split it into several rules or use a derived field)", Written.Problem($"{ListOf(247)} && flag && !flag"));
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("!", "flag", "")]
    [InlineData("-", "a", "")]
    [InlineData("flag ? a : ", "a", "")]
    [InlineData("minutes(", "5", ")")]
    public void Nesting_of_32_is_read_and_one_more_is_refused(string open, string inner, string close)
    {
        Assert.Empty(Written.Problems(Nested(open, inner, close, 32)));
        Assert.Equal("CR2043: the expression is nested deeper than 32 levels (remove needless parentheses or split it into several rules)", Written.Problem(Nested(open, inner, close, 33)));
    }

    [Fact]
    public void A_chain_of_operators_is_one_level_and_256_nodes_are_read()
    {
        Assert.Empty(Written.Problems($"!({Chain(127)})"));
        Assert.Equal("CR2044: the expression has more than 256 parts (split it into several rules or use a derived field)", Written.Problem(Chain(129)));
    }

    [Fact]
    public void A_text_of_1000_characters_is_read_and_one_more_is_refused()
    {
        Assert.Empty(Written.Problems($"name == '{new string('x', 1000)}'"));
        Assert.Equal("CR2046: the text is longer than 1000 characters (shorten the text)", Written.Problem($"name == '{new string('x', 1001)}'"));
    }

    [Fact]
    public void A_list_of_256_texts_is_read_and_one_more_is_refused()
    {
        Assert.Empty(Members(256));
        Assert.Equal(["CR2045"], Members(257));
    }

    [Theory]
    [InlineData(20_000, "CR2041")]
    [InlineData(1_900, "CR2042")]
    [InlineData(240, "CR2043")]
    public void Deep_parentheses_are_refused_on_a_small_stack(int depth, string code)
    {
        string? found = null;
        OnSmallStack(() => found = Written.Problem(Nested("(", "a", ")", depth))[..6]);
        Assert.Equal(code, found);
    }

    [Fact]
    public void The_largest_expression_is_read_and_judged_on_a_small_stack()
    {
        string? value = null;
        string? missing = null;
        string large = $"{Nested("(flag && ", $"({Chain(80)})", ")", 31)}";
        OnSmallStack(() => value = Written.Value(large, Written.Class(new SampleRow { ["flag"] = true })));
        OnSmallStack(() => missing = Written.Missing(Written.Typed(large), new SampleFacts()));
        Assert.Equal("true", value);
        Assert.Equal("flag Absent", missing);
    }

    [Theory]
    [InlineData("@", 1)]
    [InlineData("1u ", 3)]
    [InlineData("= ", 1)]
    public void Troubles_are_counted_as_tokens_too(string trouble, int length)
    {
        string many = string.Concat(Enumerable.Repeat(trouble.PadRight(length), 700));
        Assert.Contains(Written.Problems(many), p => p.Code == DiagnosticCodes.TooManyTokens);
        Assert.True(Written.Problems(many).Length <= 501);
    }

    private static string ListOf(int items) => $"a in [{string.Join(",", Enumerable.Repeat("1", items))}]";

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    private static string Chain(int terms) => string.Join(" && ", Enumerable.Repeat("flag", terms));

    private static IEnumerable<string> Members(int count)
    {
        DiagnosticBag problems = new();
        JsonNode[] items = [.. Enumerable.Repeat(Written.Json("art"), count)];
        ExpressionType set = Written.Typed("subjects").Type;
        Assert.Equal(count <= 256, new ExpressionChecker(SampleSchema.Scope(), problems).Operand(Written.Node(JsonKind.Array, "[]", items), set) is not null);
        return problems.InFileOrder().Select(p => p.Code.ToString());
    }

    private static void OnSmallStack(Action action)
    {
        Exception? thrown = null;
        Thread thread = new(() => thrown = Record.Exception(action), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
