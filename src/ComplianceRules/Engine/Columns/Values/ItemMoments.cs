using System.Numerics;
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

    /// <summary>Adds up; null where the coefficient is unknown.</summary>
    /// <param name="items">The items; at least one.</param>
    /// <param name="counted">The items that count.</param>
    /// <param name="numbers">Their numbers: whole, below 2^22 in magnitude.</param>
    /// <param name="weights">Their weights, likewise; empty where all weigh the same.</param>
    /// <param name="most">The largest that the weight of an item times the square of its number may be.</param>
    public static ItemMoments? Of(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers, ReadOnlySpan<double> weights, double most)
    {
        if (most * items.Count < NumberNode.MostExact) return OfFew(items, counted, numbers, weights);

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

    private static ItemMoments? OfFew(ItemSpan items, ReadOnlySpan<ulong> counted, ReadOnlySpan<double> numbers, ReadOnlySpan<double> weights)
    {
        (double weight, double sum, double squares, double least) = (0, 0, 0, 0);
        for (int word = items.From >> 6; word << 6 < items.To; word++)
        {
            for (ulong bits = ItemMask.Word(counted, word, items.From, items.To); bits != 0; bits &= bits - 1)
            {
                int item = (word << 6) + BitOperations.TrailingZeroCount(bits);
                double own = weights.IsEmpty ? 1 : weights[item];
                double part = own * numbers[item];
                weight += own;
                sum += part;
                squares += part * numbers[item];
                least = Math.Min(least, own);
            }
        }

        return least < 0 || weight == 0 || sum == 0 ? null : new ItemMoments((long)weight, (long)sum, (long)squares);
    }
}
