using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Columns.Kernels;

/// <summary>Bits of rows above given to the rows below, against a plain loop over rows.</summary>
internal static class SpreadChecks
{
    /// <summary>Rows above that may have no rows below, rows below that no row above has, and a window of the result anywhere.</summary>
    public static void Spread(Random random, int mostWords)
    {
        for (int words = 1; words <= mostWords; words++)
        {
            int[] starts = Starts(random, random.Next(1, 400), random.Next(4) == 0 ? random.Next(200) : 0, least: 0);
            ulong[] above = KernelChecks.Bits(random, (starts.Length + 63) / 64);
            int first = random.Next(0, (starts[^1] / 64) + 1) * 64;
            KernelChecks.Compare(words, row => Above(starts, first + row) is >= 0 and var parent && KernelChecks.Get(above, parent), result => BitRuns.Spread(above, starts, first, result));
        }
    }

    /// <summary>Rows above each of which has some below.</summary>
    public static void TrySpread(Random random, int mostWords)
    {
        for (int i = 1; i <= mostWords; i++)
        {
            int[] starts = Starts(random, random.Next(1, 400), 0, least: 1);
            int rows = starts[^1];
            ulong[] isFirst = new ulong[(rows + 63) / 64];
            foreach (int start in starts.AsSpan(0, starts.Length - 1)) isFirst[start >> 6] |= 1UL << start;
            int word = random.Next(isFirst.Length);
            int words = random.Next(1, isFirst.Length - word + 1);
            ulong[] above = KernelChecks.Bits(random, (starts.Length + 63) / 64);
            ulong[] result = new ulong[words];
            int position = Above(starts, word * 64);
            if (!BitRuns.TrySpread([0, .. above, 0, 0], position, isFirst.AsSpan(word..(word + words)), result)) return;
            for (int row = 0; row < Math.Min(words * 64, rows - (word * 64)); row++)
                Assert.True(KernelChecks.Get(above, Above(starts, (word * 64) + row)) == KernelChecks.Get(result, row), $"row {row} from word {word} of {rows}");
        }
    }

    private static int[] Starts(Random random, int parents, int orphans, int least)
    {
        int[] starts = new int[parents + 1];
        starts[0] = orphans;
        int most = random.Next(4) switch { 0 => 2, 1 => 200, _ => 20 };
        for (int parent = 0; parent < parents; parent++) starts[parent + 1] = starts[parent] + random.Next(least, most);
        return starts;
    }

    private static int Above(int[] starts, int row)
    {
        if (row < starts[0] || row >= starts[^1]) return -1;
        int parent = Array.BinarySearch(starts, row);
        if (parent < 0) return ~parent - 1;
        while (starts[parent + 1] == row) parent++;
        return parent;
    }
}
