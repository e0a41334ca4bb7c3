using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

public sealed class RowHeadsTests
{
    [Fact]
    public void Heads_are_the_rows_that_differ_from_the_row_before_them_in_anything()
    {
        Random random = new(5);
        for (int round = 0; round < 300; round++)
        {
            int rows = random.Next(1, 300);
            int[] numbers = [.. Enumerable.Range(0, rows).Select(_ => random.Next(20) == 0 ? 1 : 0)];
            byte[] bytes = [.. Enumerable.Range(0, rows).Select(_ => (byte)(random.Next(20) == 0 ? 255 : 7))];
            bool[] bits = [.. Enumerable.Range(0, rows).Select(_ => random.Next(20) == 0)];
            RowHeads heads = new(rows);
            heads.Add(numbers);
            heads.Add(bytes);
            heads.AddBits(WordsOf(bits));
            IEnumerable<int> expected = Enumerable.Range(0, rows).Where(row => row == 0 || (numbers[row], bytes[row], bits[row]) != (numbers[row - 1], bytes[row - 1], bits[row - 1]));
            Assert.Equal(expected, RowsOf(heads, rows));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(130)]
    public void Every_row_may_be_made_a_head_and_none_behind_the_last(int rows)
    {
        RowHeads heads = new(rows);
        heads.Add(rows);
        Assert.Equal([0], RowsOf(heads, rows));
        heads.AddAll();
        Assert.Equal(Enumerable.Range(0, rows), RowsOf(heads, rows));
    }

    private static List<int> RowsOf(RowHeads heads, int rows)
    {
        List<int> found = [];
        for (int row = 0; row < rows; row = heads.NextAfter(row)) found.Add(row);
        return found;
    }

    // Bits behind the last row are set: they say nothing.
    private static ulong[] WordsOf(bool[] bits)
    {
        ulong[] words = new ulong[ValidityBits.Words(bits.Length)];
        for (int row = 0; row < words.Length * ValidityBits.PerWord; row++)
        {
            if (row >= bits.Length || bits[row]) ValidityBits.Set(words, row);
        }

        return words;
    }
}
