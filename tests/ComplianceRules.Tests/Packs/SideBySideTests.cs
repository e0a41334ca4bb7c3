using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_the_order_of_the_items(int threads) =>
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * 2), SideBySide.Each([.. Enumerable.Range(0, 100)], i => i * 2, threads));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Of_several_failures_that_of_the_first_item_is_thrown(int threads)
    {
        Exception failure = Assert.Throws<IOException>(() => SideBySide.Each([.. Enumerable.Range(0, 100)], i => i % 10 == 7 ? throw new IOException($"{i}") : i, threads));
        Assert.Equal("7", failure.Message);
    }
}
