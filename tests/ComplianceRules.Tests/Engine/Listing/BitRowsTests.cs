using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class BitRowsTests
{
    private delegate int Way(ReadOnlySpan<ulong> words, int first, ref int rows);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(60)]
    [InlineData(99)]
    [InlineData(100)]
    public void Every_way_finds_the_rows_whose_bits_are_set(int percent) => Dice.Check(60, dice =>
    {
        ulong[] words = Words(dice, dice.Between(0, 40), percent);
        int first = dice.Of(0, 64, 17, 1_000_000);
        int[] expected = [.. Enumerable.Range(0, words.Length * 64).Where(i => (words[i / 64] >> (i % 64) & 1) != 0).Select(i => first + i)];
        Assert.Equal(expected.Length, Bitmaps.Count(words));
        Assert.Equal(expected, Expanded(words, first, BitRows.Plain));
        Assert.Equal(expected, Expanded(words, first, BitRows.FewAWord));
        if (System.Runtime.Intrinsics.X86.Avx2.IsSupported) Assert.Equal(expected, Expanded(words, first, BitRows.Tabled));
        if (System.Runtime.Intrinsics.X86.Avx512Vbmi2.IsSupported) Assert.Equal(expected, Expanded(words, first, BitRows.Compressed));
        int[] rows = new int[expected.Length + BitRows.Slack];
        Assert.Equal(BitRows.Slack, BitRows.Expand(words, first, expected.Length, rows).Length);
        Assert.Equal(expected, rows[..expected.Length]);
    });

    [Fact]
    public void Rows_need_room_beyond_themselves() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BitRows.Expand([1UL], 0, 1, new int[BitRows.Slack]).Length);

    [Fact]
    public void Nothing_is_written_beyond_the_slack() => Dice.Check(200, dice =>
    {
        ulong[] words = Words(dice, dice.Between(1, 10), dice.Between(0, 100));
        int count = Bitmaps.Count(words);
        int[] rows = [.. Enumerable.Repeat(-7, count + (2 * BitRows.Slack))];
        BitRows.Expand(words, 0, count, rows.AsSpan(0, count + BitRows.Slack));
        Assert.All(rows[(count + BitRows.Slack)..], row => Assert.Equal(-7, row));
    });

    private static int[] Expanded(ulong[] words, int first, Way way)
    {
        int[] rows = new int[(words.Length * 64) + BitRows.Slack];
        return rows[..way(words, first, ref rows[0])];
    }

    private static ulong[] Words(Dice dice, int count, int percent)
    {
        ulong[] words = new ulong[count];
        for (int i = 0; i < count * 64; i++)
        {
            if (dice.Between(1, 100) <= percent) words[i / 64] |= 1UL << (i % 64);
        }

        return words;
    }
}
