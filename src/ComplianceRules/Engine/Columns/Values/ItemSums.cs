using System.Buffers;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What is made of the whole numbers of the items of one list.</summary>
internal static class ItemSums
{
    private const int FewItems = 128;


    /// <summary>The sum; 0 of no items.</summary>
    public static double Sum(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        if (items.IsWhole)
        {
            foreach (double number in numbers[items.From..items.To]) sum += number;
            return sum;
        }

        for (int item = items.From; item < items.To; item++) sum += ValidityBits.Get(counted, item) ? numbers[item] : 0;
        return sum;
    }

    /// <summary>The least; of at least one item.</summary>
    public static double Least(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers)
    {
        double least = double.PositiveInfinity;
        for (int item = items.From; item < items.To; item++)
        {
            if (ValidityBits.Get(counted, item)) least = Math.Min(least, numbers[item]);
        }

        return least;
    }

    /// <summary>The largest; of at least one item.</summary>
    public static double Largest(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers)
    {
        double largest = double.NegativeInfinity;
        for (int item = items.From; item < items.To; item++)
        {
            if (ValidityBits.Get(counted, item)) largest = Math.Max(largest, numbers[item]);
        }

        return largest;
    }

    /// <summary>The number at place ceil(p n / 100), at least 1, in ascending order; of at least one item.</summary>
    public static double OfRank(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers, Rational percentile)
    {
        int rank = Rank(items.Count, percentile);
        double[]? rented = items.Count <= FewItems ? null : ArrayPool<double>.Shared.Rent(items.Count);
        Span<double> sorted = rented is null ? stackalloc double[FewItems] : rented;
        int next = 0;
        for (int item = items.From; item < items.To; item++)
        {
            if (ValidityBits.Get(counted, item)) sorted[next++] = numbers[item];
        }

        sorted[..items.Count].Sort();
        double found = sorted[rank - 1];
        if (rented is not null) ArrayPool<double>.Shared.Return(rented);
        return found;
    }

    /// <summary>The place ceil(p n / 100), at least 1.</summary>
    /// <param name="count">How many items there are; at least one.</param>
    /// <param name="percentile">From 0 to 100.</param>
    public static int Rank(int count, Rational percentile)
    {
        if (percentile.IsWhole) return (int)Math.Max(1, (((long)percentile.Numerator * count) + 99) / 100);
        Rational place = percentile * Rational.Of(count) / Rational.Of(100);
        return (int)BigInteger.Max(BigInteger.One, place.IsWhole ? place.Numerator : BigInteger.Divide(place.Numerator, place.Denominator) + 1);
    }
}
