using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>What would fill the memory or never end is unknown instead, and a long list that does neither is exact.</summary>
public sealed class RunawayTests
{
    private const int Rows = 200_000;
    private const string Overflow = "?Overflow";

    [Theory]
    [InlineData("classes.map(k, k.a / k.b).sum()")]
    [InlineData("classes.map(k, k.a / k.b).avg()")]
    [InlineData("classes.map(k, k.a / k.b).cv()")]
    [InlineData("classes.map(k, k.a / k.b).cv(classes.map(k, k.b)) <= 0.5")]
    public void A_sum_of_fractions_with_ever_more_denominators_is_unknown(string expression) => Assert.Equal(Overflow, OfSchool(expression, Quotients(i => i + 1)));

    [Fact]
    public void A_sum_of_many_fractions_whose_common_denominator_is_small_is_exact()
    {
        SampleFacts facts = Quotients(i => (i % 1_000) + 1, 20_000);
        string few = string.Join(" + ", Enumerable.Range(1, 1_000).Chunk(100).Select((_, i) => $"classes.map(k, k.b > {i * 100} && k.b <= {(i + 1) * 100}, k.a / k.b).sum()"));
        Assert.Equal("true", OfSchool($"classes.map(k, k.a / k.b).sum() == {few}", facts));
    }

    [Fact]
    public void Head_counts_of_up_to_11000_may_divide_and_be_summed() =>
        Assert.StartsWith("9.88", OfSchool("classes.map(k, k.a / k.b).sum()", Quotients(i => i + 1, 11_000)), StringComparison.Ordinal);

    [Fact]
    public void Whether_a_sum_is_too_fine_does_not_depend_on_the_order_of_the_rows()
    {
        SampleFacts forth = Quotients(i => i + 1, 12_000);
        SampleFacts back = Quotients(i => 12_000 - i, 12_000);
        Assert.Equal(Overflow, OfSchool("classes.map(k, k.a / k.b).sum()", forth));
        Assert.Equal(Overflow, OfSchool("classes.map(k, k.a / k.b).sum()", back));
    }

    [Theory]
    [InlineData(10, "true")]
    [InlineData(13, Overflow)]
    [InlineData(30, Overflow)]
    public void A_product_that_grows_by_squaring_is_unknown_before_it_fills_the_memory(int times, string expected)
    {
        string squared = string.Concat(Enumerable.Repeat(".map(y, y * y)", times));
        Assert.Equal(expected, OfSchool($"[0.7]{squared}.max() > 0", new SampleFacts()));
    }

    [Theory]
    [InlineData("classes.map(k, k.a).contains_all(classes.map(k, k.b))")]
    [InlineData("[1, 2].map(x, classes.map(k, k.a).contains_all(classes.filter(k, k.flag).map(k, k.b))).exists(t, t)")]
    [InlineData("classes.all(k, k.a in classes.map(m, m.b))")]
    [InlineData("classes.all(k, classes.map(m, m.a).avg() >= k.a)")]
    public void A_list_gone_through_for_each_item_of_another_is_unknown_where_both_are_long(string expression)
    {
        SampleFacts facts = new() { Classes = [.. Enumerable.Range(0, 4_000).Select(i => new SampleRow { ["a"] = i, ["b"] = i, ["flag"] = true })] };
        Assert.Equal("?TooMuchWork", OfSchool(expression, facts));
        Assert.Equal("true", OfSchool("classes.filter(k, k.b < 100).map(k, k.a).contains_all([5, 7])", facts));
    }

    [Theory]
    [InlineData(100_000, "classes.all(k, k.a in WRITTEN)", "true")]
    [InlineData(100_000, "classes.all(k, WRITTEN.exists(x, x == k.a))", "true")]
    [InlineData(100_000, "classes.all(k, WRITTEN.all(x, WRITTEN.exists(y, x + y > k.a)))", "?TooMuchWork")]
    [InlineData(100_000, "classes.all(k, WRITTEN.map(z, z).all(x, x in WRITTEN))", "?TooMuchWork")]
    [InlineData(100, "classes.all(k, WRITTEN.all(x, WRITTEN.exists(y, x + y > k.a)))", "true")]
    public void Lists_that_are_written_out_within_each_other_count_as_others_do(int rows, string expression, string expected)
    {
        SampleFacts facts = new() { Classes = [.. Enumerable.Repeat(new SampleRow { ["a"] = 0 }, rows)] };
        string written = $"[{string.Join(", ", Enumerable.Range(0, 100))}]";
        Assert.Equal(expected, OfSchool(expression.Replace("WRITTEN", written, StringComparison.Ordinal), facts));
    }

    [Theory]
    [InlineData("1e15", 20, Overflow)]
    [InlineData("1e15", 19, "true")]
    [InlineData("1e-15", 60, "true")]
    public void A_product_of_large_or_small_numbers_is_kept_up_to_1e300(string factor, int times, string expected) =>
        Assert.Equal(expected, Written.Value($"{string.Join(" * ", Enumerable.Repeat(factor, times))} * 10 > 0"));

    private static SampleFacts Quotients(Func<int, int> divisor, int rows = Rows) =>
        new() { Classes = [.. Enumerable.Range(0, rows).Select(i => new SampleRow { ["a"] = 1, ["b"] = divisor(i) })] };

    private static string OfSchool(string expression, SampleFacts facts) =>
        Written.Value(Written.Typed(expression, SampleSchema.Scope(BaseTables.School)), facts, BaseTables.School);
}
