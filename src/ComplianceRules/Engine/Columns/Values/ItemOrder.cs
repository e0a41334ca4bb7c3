using System.Buffers;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds numbers of the items of one list by their place in ascending order.</summary>
internal static class ItemOrder
{
    private const int FewItems = 128;

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
    private static int Rank(int count, Rational percentile)
    {
        if (percentile.IsWhole) return (int)Math.Max(1, (((long)percentile.Numerator * count) + 99) / 100);
        Rational place = percentile * Rational.Of(count) / Rational.Of(100);
        return (int)BigInteger.Max(BigInteger.One, place.IsWhole ? place.Numerator : BigInteger.Divide(place.Numerator, place.Denominator) + 1);
    }
}
