using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class NaturalMergeTests
{
    [Fact]
    public void Things_come_in_order_and_equal_ones_keep_theirs() => Dice.Check(500, dice =>
    {
        int[] keys = [.. Enumerable.Range(0, dice.Between(0, 80)).Select(_ => dice.Between(0, dice.Of(1, 5, 1000)))];
        int[] expected = [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i])];
        Assert.Equal(expected, NaturalMerge.Order(keys.Length, (a, b) => keys[a].CompareTo(keys[b])) ?? [.. Enumerable.Range(0, keys.Length)]);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void What_is_in_order_is_gone_through_once_and_nothing_is_made(int count)
    {
        int compared = 0;
        Assert.Null(NaturalMerge.Order(count, (a, b) => { compared++; return a.CompareTo(b); }));
        Assert.Equal(Math.Max(count - 1, 0), compared);
    }

    [Fact]
    public void Two_ascending_halves_are_merged_in_one_pass()
    {
        int compared = 0;
        int[]? order = NaturalMerge.Order(2000, (a, b) => { compared++; return (a % 1000).CompareTo(b % 1000); });
        Assert.Equal([0, 1000, 1, 1001], order![..4]);
        Assert.InRange(compared, 1999, 4000);
    }

    [Fact]
    public void The_worst_order_needs_n_log_n_comparisons()
    {
        int compared = 0;
        Assert.Equal(Enumerable.Range(0, 1024).Reverse(), NaturalMerge.Order(1024, (a, b) => { compared++; return b.CompareTo(a); })!);
        Assert.InRange(compared, 1, 1024 * 11);
    }
}
