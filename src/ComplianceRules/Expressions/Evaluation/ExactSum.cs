using System.Numerics;

namespace ComplianceRules.Expressions;

/// <summary>Sums many fractions over their common denominator, so that neither the order nor the number of items makes it slow.</summary>
internal static class ExactSum
{
    /// <summary>The sum; null where the common denominator needs more bits than a number may have, in whatever order the items come.</summary>
    /// <param name="numbers">The items.</param>
    public static Rational? Of(IEnumerable<Rational> numbers)
    {
        Dictionary<BigInteger, BigInteger> numerators = [];
        BigInteger common = BigInteger.One;
        foreach (Rational number in numbers)
        {
            BigInteger denominator = number.Denominator;
            if (!numerators.TryGetValue(denominator, out BigInteger sum)) common = Common(common, denominator);
            if (common.GetBitLength() > ExactArithmetic.DenominatorBits) return null;
            numerators[denominator] = sum + number.Numerator;
        }

        BigInteger whole = numerators.Aggregate(BigInteger.Zero, (sum, part) => sum + (part.Value * (common / part.Key)));
        return Rational.Of(whole) / Rational.Of(common);
    }

    private static BigInteger Common(BigInteger left, BigInteger right) => left / BigInteger.GreatestCommonDivisor(left, right) * right;
}
