using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The sums that the coefficient of variation of the items of one list is made of.</summary>
/// <param name="Weight">The sum of the weights; positive.</param>
/// <param name="Sum">The weighted sum of the numbers; not 0.</param>
/// <param name="Squares">The weighted sum of their squares.</param>
internal readonly record struct ItemMoments(Int128 Weight, Int128 Sum, Int128 Squares)
{
    // Weights and numbers below 2^22 of 2^18 items: their weighted sum stays below 2^63.
    private const int MostItems = 1 << 18;
    private const int SmallLimit = 1 << 10;

    /// <summary>Adds up; null where the coefficient is unknown.</summary>
    /// <param name="items">The items; at least one.</param>
    /// <param name="counted">The items that count.</param>
    /// <param name="numbers">Their numbers: whole, below 2^22 in magnitude.</param>
    /// <param name="weights">Their weights, likewise; empty where all weigh the same.</param>
    public static ItemMoments? Of(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers, ReadOnlySpan<double> weights)
    {
        (Int128 weight, Int128 sum, Int128 squares) = (0, 0, 0);
        for (int from = items.From; from < items.To; from += MostItems)
        {
            (long w, long s, Int128 q) = (0, 0, 0);
            for (int item = from; item < Math.Min(items.To, from + MostItems); item++)
            {
                if (!ValidityBits.Get(counted, item)) continue;
                long own = weights.IsEmpty ? 1 : (long)weights[item];
                if (own < 0) return null;
                long x = (long)numbers[item];
                w += own;
                s += own * x;
                q += (Int128)(own * x) * x;
            }

            (weight, sum, squares) = (weight + w, sum + s, squares + q);
        }

        return weight == 0 || sum == 0 ? null : new ItemMoments(weight, sum, squares);
    }

    /// <summary>How the coefficient of variation compares with a limit: negative where it is smaller.</summary>
    /// <param name="limit">The limit.</param>
    public int CompareVariation(Rational limit)
    {
        if (limit < Rational.Zero) return 1;
        if (limit.Numerator <= SmallLimit && limit.Denominator <= SmallLimit && TryCompare((long)limit.Numerator, (long)limit.Denominator) is { } order) return order;
        BigInteger spread = ((BigInteger)Weight * (BigInteger)Squares) - ((BigInteger)Sum * (BigInteger)Sum);
        return (spread * limit.Denominator * limit.Denominator).CompareTo((BigInteger)Sum * (BigInteger)Sum * limit.Numerator * limit.Numerator);
    }

    private int? TryCompare(long numerator, long denominator)
    {
        Int128 most = (Int128)1 << 52;
        if (Weight >= most || Squares >= most || Int128.Abs(Sum) >= most) return null;
        return (((Weight * Squares) - (Sum * Sum)) * denominator * denominator).CompareTo(Sum * Sum * numerator * numerator);
    }
}
