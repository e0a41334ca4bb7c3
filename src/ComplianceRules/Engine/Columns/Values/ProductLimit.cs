using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A limit that quotients of whole numbers are compared with, exactly.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Numerator">Its numerator, where it is small.</param>
/// <param name="Denominator">Its denominator, where it is small.</param>
/// <param name="IsSmall">Whether products with numbers below 2^53 fit in 128 bits.</param>
internal readonly record struct ProductLimit(Rational Limit, long Numerator, long Denominator, bool IsSmall)
{
    /// <summary>The limit of an exact number.</summary>
    public static ProductLimit Of(Rational limit)
    {
        bool isSmall = BigInteger.Abs(limit.Numerator) <= long.MaxValue && limit.Denominator <= long.MaxValue;
        return isSmall ? new ProductLimit(limit, (long)limit.Numerator, (long)limit.Denominator, true) : new ProductLimit(limit, 0, 1, false);
    }

    /// <summary>How a quotient compares with the limit: negative where it is smaller.</summary>
    /// <param name="above">The dividend: whole, below 2^53 in magnitude.</param>
    /// <param name="below">The divisor: likewise, not 0.</param>
    public int Compare(double above, double below)
    {
        if (!IsSmall) return (Rational.Of(new BigInteger(above)) / Rational.Of(new BigInteger(below))).CompareTo(Limit);
        (double x, double y) = (above * Denominator, below * Numerator);
        int order = Math.Abs(x) < NumberNode.MostExact && Math.Abs(y) < NumberNode.MostExact
            ? x.CompareTo(y)
            : ((Int128)(long)above * Denominator).CompareTo((Int128)(long)below * Numerator);
        return below < 0 ? -order : order;
    }

    /// <summary>Whether the products of all dividends and divisors are whole numbers that a double keeps.</summary>
    /// <param name="above">The largest magnitude of a dividend.</param>
    /// <param name="below">The largest magnitude of a divisor.</param>
    public bool FitsIn(double above, double below) => IsSmall && above * Denominator < NumberNode.MostExact && below * Math.Abs((double)Numerator) < NumberNode.MostExact;
}
