using System.Numerics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;

namespace ComplianceRules.Tests.Engine.Columns.Kernels;

/// <summary>What is made of the items of lists, against plain loops: short and long lists, none, lists within others, and those that end where the cells end.</summary>
internal static class ItemChecks
{
    private const int Rounds = 60;
    private const int Percent = 100;

    // Sums of as many items go beyond what one lane holds.
    private const int MostWords = 3_000;

    /// <summary>Bits of items.</summary>
    public static void Counts(Random random) => Each(random, (words, from, to) =>
    {
        ulong[] bits = KernelChecks.Bits(random, words);
        double[] counts = new double[from.Length];
        ItemCounting.Count(bits, new ItemPlaces(from, to), counts);
        AssertRows(row => Items(from, to, row).Count(item => KernelChecks.Get(bits, item)), counts, from);
        ItemCounting.Count(new ItemPlaces(from, to), counts);
        AssertRows(row => to[row] - from[row], counts, from);
        KernelChecks.Compare(from.Length / 64, row => Items(from, to, row).Any(item => KernelChecks.Get(bits, item)), result => ItemCounting.Any(bits, new ItemPlaces(from, to), result));
    });

    /// <summary>Cells of items that do not count are left out.</summary>
    public static void Masks(Random random)
    {
        for (int words = 0; words <= Rounds; words++)
        {
            ulong[] bits = KernelChecks.Bits(random, words);
            AssertMasked(bits, Bytes(random, words), words);
            ushort[] wide = UInt16s(random, words);
            ushort[] kept = new ushort[words * 64];
            if (!ItemSumKernel.IsSupported) continue;
            ItemMask.Keep(wide, bits, kept);
            Assert.Equal(wide.Select((cell, item) => KernelChecks.Get(bits, item) ? cell : (ushort)0), kept);
        }
    }

    /// <summary>The bits of a word between two places.</summary>
    public static void Words(Random random)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong[] bits = KernelChecks.Bits(random, 5);
            int from = random.Next(320);
            int to = random.Next(from, 321);
            for (int word = from >> 6; word << 6 < to; word++)
            {
                ulong found = ItemMask.Word(bits, word, from, to);
                for (int bit = 0; bit < 64; bit++) Assert.Equal(KernelChecks.Get(bits, (word * 64) + bit) && (word * 64) + bit >= from && (word * 64) + bit < to, (found >> bit & 1) != 0);
            }
        }
    }

    /// <summary>Sums of narrow cells.</summary>
    public static void Sums(Random random) => Each(random, (words, from, to) =>
    {
        if (!ItemSumKernel.IsSupported) return;
        byte[] bytes = Bytes(random, words);
        ushort[] wide = UInt16s(random, words);
        double[] sums = new double[from.Length];
        ItemSumKernel.Bytes(bytes, new ItemPlaces(from, to), sums);
        AssertRows(row => bytes.AsSpan(from[row]..to[row]).ToArray().Sum(b => (long)b), sums, from);
        ItemSumKernel.UInt16s(wide, new ItemPlaces(from, to), sums);
        AssertRows(row => wide.AsSpan(from[row]..to[row]).ToArray().Sum(b => (long)b), sums, from);
    });

    /// <summary>Sums, least and largest of numbers of any width, of the items that count.</summary>
    public static void Numbers(Random random) => Each(random, (words, from, to) =>
    {
        ulong[] bits = KernelChecks.Bits(random, words);
        double[] numbers = Draw(random, words, r => (double)r.Next(-1_000, 1_000));
        (double[] kept, double[] results) = (new double[numbers.Length], new double[from.Length]);
        ItemNumberKernel.Keep(numbers, bits, 0, kept);
        ItemNumberKernel.Sum(kept, new ItemPlaces(from, to), results);
        AssertRows(row => Counted(row).Sum(), results, from);
        ItemNumberKernel.Keep(numbers, bits, double.PositiveInfinity, kept);
        ItemNumberKernel.Least(kept, new ItemPlaces(from, to), results);
        AssertRows(row => Counted(row).DefaultIfEmpty().Min(), results, from);
        ItemNumberKernel.Keep(numbers, bits, double.NegativeInfinity, kept);
        ItemNumberKernel.Largest(kept, new ItemPlaces(from, to), results);
        AssertRows(row => Counted(row).DefaultIfEmpty().Max(), results, from);

        IEnumerable<long> Counted(int row) => Items(from, to, row).Where(item => KernelChecks.Get(bits, item)).Select(item => (long)numbers[item]);
    });

    /// <summary>Sums of squares, weighted or not.</summary>
    public static void Moments(Random random) => Each(random, (words, from, to) =>
    {
        if (!ItemMomentKernel.IsSupported) return;
        (byte[] x, byte[] w) = (Bytes(random, words), Bytes(random, words));
        (double[] weights, double[] sums, double[] squares) = (new double[from.Length], new double[from.Length], new double[from.Length]);
        ItemMomentKernel.Plain(x, new ItemPlaces(from, to), new MomentRoom(weights, sums, squares));
        AssertRows(row => Items(from, to, row).Sum(item => (long)x[item]), sums, from);
        AssertRows(row => Items(from, to, row).Sum(item => (long)x[item] * x[item]), squares, from);
        ItemMomentKernel.Weighted(x, w, new ItemPlaces(from, to), new MomentRoom(weights, sums, squares));
        AssertRows(row => Items(from, to, row).Sum(item => (long)w[item]), weights, from);
        AssertRows(row => Items(from, to, row).Sum(item => (long)w[item] * x[item]), sums, from);
        AssertRows(row => Items(from, to, row).Sum(item => (long)w[item] * x[item] * x[item]), squares, from);
    });

    /// <summary>Numbers, quotients and variations against limits, near and at them and beyond what a double keeps.</summary>
    public static void Orders(Random random)
    {
        foreach (ComparisonOperator comparison in Enum.GetValues<ComparisonOperator>())
        {
            for (int round = 0; round < 10; round++)
            {
                double[] a = [.. Enumerable.Range(0, 192).Select(_ => (double)random.Next(-4, 5))];
                double[] b = [.. Enumerable.Range(0, 192).Select(_ => (double)random.Next(-4, 5))];
                double factor = random.Next(1, 3);
                KernelChecks.Compare(1, row => ExactComparison.Holds(comparison, (a[row] * factor).CompareTo(b[row])), result => result[0] = NumberOrder.Word(comparison, new ScaledNumbers(a.AsSpan(..64), factor), new ScaledNumbers(b.AsSpan(..64), 1)));
                Quotients(random, comparison, (a, b));
                Variations(random, comparison);
            }
        }
    }

    private static void Quotients(Random random, ComparisonOperator comparison, (double[] Above, double[] Below) of)
    {
        Rational limit = Rational.Of(random.Next(-3, 4)) / Rational.Of(random.Next(1, 4));
        QuotientLimit quotient = new(comparison, ProductLimit.Of(limit), (random.Next(2) == 0 ? 4 : double.PositiveInfinity, 4));
        AssertKnown(random, row => of.Below[row] == 0 ? null : ExactComparison.Holds(comparison, (Rational.Of((long)of.Above[row]) / Rational.Of((long)of.Below[row])).CompareTo(limit)), (rows, into) => quotient.Judge(of.Above, of.Below, rows, into));
    }

    private static void Variations(Random random, ComparisonOperator comparison)
    {
        long scale = random.Next(3) switch { 0 => 1, 1 => 1_000_000, _ => 20_000_000 };
        long[][] items = [.. Enumerable.Range(0, 192).Select(_ => Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) * scale).ToArray())];
        double[] weights = [.. items.Select(i => (double)i.Length)];
        double[] sums = [.. items.Select(i => (double)i.Sum())];
        double[] squares = [.. items.Select(i => (double)i.Sum(x => x * x))];
        Rational limit = random.Next(4) switch { 0 => Rational.Zero, 1 => Rational.Of(-1), 2 => Rational.Of(1), _ => Rational.Of(random.Next(1, Percent)) / Rational.Of(Percent) };
        AssertKnown(random, row => sums[row] == 0 ? null : ExactComparison.Holds(comparison, Order(items[row], limit)), (rows, into) => new VariationLimit(comparison, limit).Judge(new MomentRoom(weights, sums, squares), rows, into));
    }

    private static int Order(long[] items, Rational limit)
    {
        if (limit < Rational.Zero) return 1;
        BigInteger sum = items.Aggregate(BigInteger.Zero, (s, x) => s + x);
        BigInteger spread = (items.Length * items.Aggregate(BigInteger.Zero, (s, x) => s + ((BigInteger)x * x))) - (sum * sum);
        return (spread * limit.Denominator * limit.Denominator).CompareTo(sum * sum * limit.Numerator * limit.Numerator);
    }

    private static void AssertKnown(Random random, Func<int, bool?> plain, RowsWriter write)
    {
        (int from, int to) = random.Next(2) == 0 ? (0, 192) : (random.Next(100), random.Next(100, 193));
        (ulong[] isTrue, ulong[] known) = (new ulong[3], new ulong[3]);
        write((from, to), new BitPair(isTrue, known));
        for (int row = 0; row < 192; row++)
        {
            bool? expected = row < from || row >= to ? null : plain(row);
            Assert.Equal(expected is not null, KernelChecks.Get(known, row));
            if (expected is { } truth) Assert.Equal(truth, KernelChecks.Get(isTrue, row));
        }
    }

    private static void AssertMasked(ulong[] bits, byte[] cells, int words)
    {
        byte[] kept = new byte[words * 64];
        if (!ItemSumKernel.IsSupported) return;
        ItemMask.Keep(cells, bits, kept);
        Assert.Equal(cells.Select((cell, item) => KernelChecks.Get(bits, item) ? cell : (byte)0), kept);
    }

    private static void AssertRows(Func<int, long> plain, double[] found, int[] from)
    {
        for (int row = 0; row < from.Length; row++)
        {
            if (plain(row) != found[row]) Assert.Fail($"row {row} from item {from[row]} is {found[row]}, not {plain(row)}");
        }
    }

    private static IEnumerable<int> Items(int[] from, int[] to, int row) => Enumerable.Range(from[row], to[row] - from[row]);

    private static void Each(Random random, Action<int, int[], int[]> check)
    {
        for (int round = 0; round < Rounds; round++)
        {
            int words = round < 3 ? MostWords : random.Next(1, 40);
            int rows = 64 * random.Next(1, 4);
            (int[] from, int[] to) = (new int[rows], new int[rows]);
            for (int row = 0; row < rows; row++) (from[row], to[row]) = Place(random, words * 64, row == 0 && round < 3);
            check(words, from, to);
        }
    }

    private static (int From, int To) Place(Random random, int items, bool isAll)
    {
        if (isAll) return (0, items);
        int many = random.Next(6) switch { 0 => 0, 1 => random.Next(30, 70), 2 => random.Next(1, 2_000), _ => random.Next(1, 40) };
        if (many == 0) return (0, 0);
        int from = random.Next(4) == 0 ? Math.Max(0, items - many) : random.Next(items);
        return (from, Math.Min(items, from + many));
    }

    private static byte[] Bytes(Random random, int words) => random.Next(4) == 0 ? Largest(words, byte.MaxValue) : Draw(random, words, r => (byte)r.Next(256));

    private static ushort[] UInt16s(Random random, int words) => random.Next(4) == 0 ? Largest(words, ushort.MaxValue) : Draw(random, words, r => (ushort)r.Next(65536));

    // What sums are least likely to hold.
    private static T[] Largest<T>(int words, T largest) => [.. Enumerable.Repeat(largest, words * 64)];

    private static T[] Draw<T>(Random random, int words, Func<Random, T> draw)
    {
        T[] cells = new T[words * 64];
        for (int i = 0; i < cells.Length; i++) cells[i] = draw(random);
        return cells;
    }

    private delegate void RowsWriter((int From, int To) rows, BitPair into);
}
