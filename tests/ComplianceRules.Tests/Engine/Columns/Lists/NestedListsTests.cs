using System.Runtime.InteropServices;
using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Columns.Lists;

public sealed class NestedListsTests
{
    private const int Padded = 128;
    private const int Items = 300;

    [Fact]
    public void A_list_made_of_the_lists_of_rows_below_is_not_gone_through_again()
    {
        NestedLists lists = Begin([(0, 30), (0, 20), (0, 10), (10, 20), (20, 30), (20, 30)]);
        Assert.True(lists.IsAny);
        Assert.Equal([0, 0, 0, 10, 0, 20], lists.Own.From[..6].ToArray());
        Assert.Equal([0, 0, 10, 20, 0, 30], lists.Own.To[..6].ToArray());
        double[] numbers = new double[Padded];
        (numbers[2], numbers[3], numbers[5]) = (1, 2, 4);
        lists.AddUp(numbers);
        Assert.Equal([7, 3, 1, 2, 4, 4], numbers[..6]);
    }

    [Theory]
    [InlineData("a gap between the lists below", 0, 30, 0, 10, 20, 30)]
    [InlineData("items before the first list below", 0, 30, 10, 20, 20, 30)]
    [InlineData("items after the last list below", 0, 30, 0, 10, 10, 20)]
    [InlineData("the row above behind those below", 0, 10, 10, 30, 0, 30)]
    [InlineData("lists that share only some items", 0, 20, 10, 30, 30, 40)]
    [InlineData("lists one behind the other", 0, 10, 10, 20, 20, 30)]
    public void Other_lists_are_gone_through(string what, params int[] places)
    {
        NestedLists lists = Begin([.. places.Chunk(2).Select(p => (p[0], p[1]))]);
        Assert.False(lists.IsAny, what);
    }

    [Fact]
    public void What_adds_up_is_the_same_for_any_lists()
    {
        Random random = new(1);
        int made = 0;
        NestedLists lists = new();
        for (int round = 0; round < 2_000; round++)
        {
            List<(int From, int To)> rows = [];
            Add(random, rows, (0, random.Next(1, Items)), 4);
            if (random.Next(4) == 0) random.Shuffle(CollectionsMarshal.AsSpan(rows));
            (int[] from, int[] to) = Places(rows);
            lists.Begin(new ItemPlaces(from, to), Items);
            if (!lists.IsAny) continue;
            made++;
            double[] numbers = [.. lists.Own.From.ToArray().Zip(lists.Own.To.ToArray(), Sum)];
            lists.AddUp(numbers);
            Assert.Equal(from.Zip(to, Sum), numbers);
        }

        Assert.True(made > 500, $"{made}");
    }

    // Squares, so that no other items add up to the same.
    private static double Sum(int from, int to) => Enumerable.Range(from, to - from).Sum(item => (double)item * item);

    private static void Add(Random random, List<(int From, int To)> rows, (int From, int To) items, int depth)
    {
        if (rows.Count >= Padded - 4) return;
        rows.Add(random.Next(10) == 0 ? (0, 0) : items);
        if (depth == 0) return;
        int at = items.From;
        while (at < items.To && rows.Count < Padded - 4)
        {
            if (random.Next(20) == 0) at++;
            int end = Math.Min(items.To, at + random.Next(1, 40 * depth));
            if (at < end) Add(random, rows, (at, end), depth - 1);
            at = end;
        }
    }

    private static NestedLists Begin((int From, int To)[] rows)
    {
        (int[] from, int[] to) = Places(rows);
        NestedLists lists = new();
        lists.Begin(new ItemPlaces(from, to), Items);
        return lists;
    }

    private static (int[] From, int[] To) Places(IReadOnlyList<(int From, int To)> rows)
    {
        (int[] from, int[] to) = (new int[Padded], new int[Padded]);
        for (int row = 0; row < rows.Count; row++) (from[row], to[row]) = rows[row];
        return (from, to);
    }
}
