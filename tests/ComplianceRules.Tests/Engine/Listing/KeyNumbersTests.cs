using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class KeyNumbersTests
{
    [Fact]
    public void Equal_keys_have_equal_numbers_and_new_ones_take_the_next() => Dice.Check(100, dice =>
    {
        int width = dice.Between(1, 4);
        KeyNumbers numbers = new(width);
        Dictionary<string, int> expected = [];
        for (int i = 0; i < 600; i++)
        {
            long[] key = [.. Enumerable.Range(0, width).Select(_ => (long)dice.Between(-2, 9) << dice.Of(0, 20, 60))];
            string text = string.Join(',', key);
            expected.TryAdd(text, expected.Count);
            Assert.Equal(expected[text], numbers.NumberOf(key));
        }

        Assert.Equal(expected.Count, numbers.Count);
    });

    [Fact]
    public void Numbers_that_differ_in_their_highest_bits_alone_are_all_kept()
    {
        KeyNumbers numbers = new(2);
        for (int i = 0; i < 20_000; i++) Assert.Equal(i, numbers.NumberOf([i % 2, BitConverter.DoubleToInt64Bits(i / 8.0)]));
    }

    [Fact]
    public void Only_so_many_keys_are_kept_and_the_others_have_no_number()
    {
        KeyNumbers numbers = new(1);
        int kept = Enumerable.Range(0, 2 * KeyNumbers.Most).Count(i => numbers.NumberOf([i]) != KeyNumbers.NotKept);
        Assert.InRange(kept, KeyNumbers.Most / 2, KeyNumbers.Most);
        Assert.Equal((0, KeyNumbers.NotKept), (numbers.NumberOf([0]), numbers.NumberOf([(long)int.MaxValue])));
    }
}
