using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Columns.Kernels;

/// <summary>Every kernel over bitmaps and cells against a plain loop: random data, all lengths up to some hundred words.</summary>
internal static class KernelChecks
{
    private const int MostWords = 200;
    private const ulong Untouched = 0xDEAD_BEEF_0BAD_F00D;

    private delegate void WithBound<T>(ReadOnlySpan<T> cells, T bound, Span<ulong> result);

    private delegate void WithOthers<T>(ReadOnlySpan<T> cells, ReadOnlySpan<T> others, Span<ulong> result);

    /// <summary>The checks by name; each throws where a kernel is wrong.</summary>
    public static SortedDictionary<string, Action<Random>> All { get; } = new(StringComparer.Ordinal)
    {
        ["bytes"] = r => Cells<byte>(r, x => (byte)(x.Next(4) == 0 ? x.Next(2) * 255 : x.Next(256)), (ByteComparison.AtMost, ByteComparison.Equal), (ByteComparison.AtMost, ByteComparison.Equal)),
        ["16 bits"] = r => Cells<ushort>(r, x => (ushort)(x.Next(3) == 0 ? x.Next(2) * 65535 : 32760 + x.Next(16)), (UInt16Comparison.AtMost, UInt16Comparison.Equal), (UInt16Comparison.AtMost, UInt16Comparison.Equal)),
        ["32 bits"] = r => Cells<int>(r, x => x.Next(4) switch { 0 => int.MinValue, 1 => int.MaxValue, _ => x.Next(-3, 4) }, (Int32Comparison.AtMost, Int32Comparison.Equal), (Int32Comparison.AtMost, Int32Comparison.Equal)),
        ["doubles"] = r => Cells<double>(r, x => x.Next(5) switch { 0 => double.MinValue, 1 => 0.1 + 0.2, 2 => 0.3, _ => x.Next(-2, 3) }, (DoubleComparison.AtMost, DoubleComparison.Equal), (DoubleComparison.AtMost, DoubleComparison.Equal)),
        ["no limit of doubles"] = NoLimit,
        ["logic"] = Logic,
        ["counts"] = Counts,
        ["counts of several bitmaps"] = Several,
        ["ranges"] = Ranges,
        ["rows below"] = r => SpreadChecks.Spread(r, MostWords),
        ["rows below, none without"] = r => SpreadChecks.TrySpread(r, MostWords),
        ["limits by key"] = Keyed,
        ["broken"] = r => VerdictChecks.Broken(r, MostWords),
        ["broken and open"] = r => VerdictChecks.BrokenAndOpen(r, MostWords),
        ["broken and open where values are known"] = r => VerdictChecks.WhereKnown(r, MostWords),
        ["counts of items"] = ItemChecks.Counts,
        ["masks of items"] = ItemChecks.Masks,
        ["words of items"] = ItemChecks.Words,
        ["sums of items"] = ItemChecks.Sums,
        ["numbers of items"] = ItemChecks.Numbers,
        ["moments of items"] = ItemChecks.Moments,
        ["orders of numbers"] = ItemChecks.Orders,
    };

    public static ulong[] Bits(Random random, int words)
    {
        ulong[] bits = new ulong[words];
        for (int word = 0; word < words; word++) bits[word] = random.Next(4) switch { 0 => 0, 1 => ulong.MaxValue, _ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) };
        return bits;
    }

    private static void Cells<T>(Random random, Func<Random, T> draw, (WithBound<T> AtMost, WithBound<T> Same) bound, (WithOthers<T> AtMost, WithOthers<T> Same) others)
        where T : IComparable<T>
    {
        for (int words = 0; words <= MostWords; words++)
        {
            T[] left = Draw(random, words * 64, draw);
            T[] right = Draw(random, words * 64, draw);
            T limit = draw(random);
            Compare(words, row => left[row].CompareTo(limit) <= 0, result => bound.AtMost(left, limit, result));
            Compare(words, row => left[row].CompareTo(limit) == 0, result => bound.Same(left, limit, result));
            Compare(words, row => left[row].CompareTo(right[row]) <= 0, result => others.AtMost(left, right, result));
            Compare(words, row => left[row].CompareTo(right[row]) == 0, result => others.Same(left, right, result));
        }
    }

    private static T[] Draw<T>(Random random, int count, Func<Random, T> draw)
    {
        T[] drawn = new T[count];
        for (int i = 0; i < count; i++) drawn[i] = draw(random);
        return drawn;
    }

    // A limit that no cell meets is no number.
    private static void NoLimit(Random random)
    {
        double[] cells = Draw(random, 640, r => r.NextDouble());
        Compare(10, _ => false, result => DoubleComparison.AtMost(cells, double.NaN, result));
        Compare(10, _ => false, result => DoubleComparison.Equal(cells, double.NaN, result));
    }

    private static void Logic(Random random)
    {
        for (int words = 0; words <= MostWords; words++)
        {
            (ulong[] a, ulong[] b) = (Bits(random, words), Bits(random, words));
            Compare(words, row => Get(a, row) && Get(b, row), result => Bitmaps.And(a, b, result));
            Compare(words, row => Get(a, row) && !Get(b, row), result => Bitmaps.AndNot(a, b, result));
            Compare(words, row => Get(a, row) || Get(b, row), result => Bitmaps.Or(a, b, result));
            Compare(words, row => !Get(a, row), result => Bitmaps.Not(a, result));
            Compare(words, row => Get(a, row) && Get(b, row), result => InPlace(a, result, copy => Bitmaps.Split(copy, b, new ulong[words])));
            Compare(words, row => !Get(a, row) && Get(b, row), result => Bitmaps.Split([.. a], b, result));
            (ulong[] c, ulong[] d) = (Bits(random, words), Bits(random, words));
            Compare(words, row => (Get(a, row) && Get(c, row)) || (Get(b, row) && Get(d, row)), result => Bitmaps.Pick(a, b, c, d, result));
            Compare(words, row => Get(a, row) && Get(b, row), result => InPlace(a, result, copy => Bitmaps.And(copy, b, copy)));
        }
    }

    // The result may be one of the operands.
    private static void InPlace(ulong[] from, Span<ulong> result, Action<ulong[]> change)
    {
        ulong[] copy = [.. from];
        change(copy);
        copy.CopyTo(result);
    }

    private static void Counts(Random random)
    {
        for (int words = 0; words <= MostWords; words++)
        {
            ulong[] a = Bits(random, words);
            Assert.Equal(Enumerable.Range(0, words * 64).Count(row => Get(a, row)), Bitmaps.Count(a));
            (int from, int to) = Span(random, words * 64);
            Assert.Equal(Enumerable.Range(from, to - from).Count(row => Get(a, row)), Bitmaps.Count(a, from, to));
        }
    }

    private static void Several(Random random)
    {
        for (int words = 0; words <= MostWords; words += 7)
        {
            ulong[][] bitmaps = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => Bits(random, words))];
            ulong[] planes = new ulong[BitCounting.Planes(bitmaps.Length) * words];
            foreach (ulong[] bits in bitmaps) BitCounting.Add(bits, planes);
            foreach (int least in (int[])[1, random.Next(1, bitmaps.Length + 1), bitmaps.Length])
                Compare(words, row => bitmaps.Count(bits => Get(bits, row)) >= least, result => BitCounting.AtLeast(least, planes, result));
        }
    }

    private static void Ranges(Random random)
    {
        for (int words = 0; words <= MostWords; words++)
        {
            ulong[] a = Bits(random, words);
            (int from, int to) = Span(random, words * 64);
            Compare(words, row => Get(a, row) || (row >= from && row < to), result => InPlace(a, result, copy => Bitmaps.SetRange(copy, from, to)));
            Compare(words, row => Get(a, row) && !(row >= from && row < to), result => InPlace(a, result, copy => Bitmaps.ClearRange(copy, from, to)));
        }
    }

    private static (int From, int To) Span(Random random, int rows)
    {
        int from = random.Next(rows + 1);
        return (from, random.Next(3) == 0 ? Math.Min(rows, from + random.Next(130)) : random.Next(from, rows + 1));
    }

    private static void Keyed(Random random)
    {
        if (KeyedComparison.MostKeys == 0) return;
        for (int words = 0; words <= MostWords; words++)
        {
            byte[] keys = Draw(random, words * 64, r => (byte)r.Next(KeyedComparison.MostKeys));
            byte[] bytes = Draw(random, words * 64, r => (byte)r.Next(256));
            byte[] limits = Draw(random, KeyedComparison.Limits, r => (byte)(r.Next(4) == 0 ? r.Next(2) * 255 : r.Next(256)));
            ushort[] wide = Draw(random, words * 64, r => (ushort)r.Next(65536));
            ushort[] wideLimits = Draw(random, KeyedComparison.Limits, r => (ushort)(r.Next(4) == 0 ? r.Next(2) * 65535 : r.Next(65536)));
            ulong marked = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            Compare(words, row => bytes[row] <= limits[keys[row]], result => KeyedComparison.Bytes(false, bytes, keys, limits, result));
            Compare(words, row => bytes[row] == limits[keys[row]], result => KeyedComparison.Bytes(true, bytes, keys, limits, result));
            Compare(words, row => wide[row] <= wideLimits[keys[row]], result => KeyedComparison.UInt16s(false, wide, keys, wideLimits, result));
            Compare(words, row => wide[row] == wideLimits[keys[row]], result => KeyedComparison.UInt16s(true, wide, keys, wideLimits, result));
            Compare(words, row => (marked >> keys[row] & 1) != 0, result => KeyedComparison.Marked(keys, marked, result));
            if (KeyedComparison.MostKeysOfDoubles == 0) continue;
            byte[] fewKeys = Draw(random, words * 64, r => (byte)r.Next(KeyedComparison.MostKeysOfDoubles));
            double[] plain = Draw(random, words * 64, r => r.Next(-9, 9) / 4.0);
            double[] plainLimits = Draw(random, KeyedComparison.Limits, r => r.Next(9) == 0 ? double.NaN : r.Next(-9, 9) / 4.0);
            Compare(words, row => plain[row] <= plainLimits[fewKeys[row]], result => KeyedComparison.Doubles(false, plain, fewKeys, plainLimits, result));
            Compare(words, row => plain[row].Equals(plainLimits[fewKeys[row]]), result => KeyedComparison.Doubles(true, plain, fewKeys, plainLimits, result));
        }
    }

    public static bool Get(ulong[] bits, int row) => (bits[row >> 6] >> row & 1) != 0;

    public static void Compare(int words, Func<int, bool> plain, SpanWriter kernel)
    {
        ulong[] found = new ulong[words + 1];
        found.AsSpan().Fill(Untouched);
        kernel(found.AsSpan(0, words));
        Assert.Equal(Untouched, found[words]);
        for (int row = 0; row < words * 64; row++)
        {
            if (plain(row) != Get(found, row)) Assert.Fail($"bit {row} of {words} words is {Get(found, row)}");
        }
    }

    /// <summary>Writes bits.</summary>
    internal delegate void SpanWriter(Span<ulong> result);
}
