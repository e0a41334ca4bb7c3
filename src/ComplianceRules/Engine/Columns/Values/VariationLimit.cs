using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A limit that coefficients of variation are compared with, by their squares and multiplied out.</summary>
internal readonly struct VariationLimit
{
    private readonly Rational _limit;
    private readonly double _above;
    private readonly double _below;
    private readonly bool _isNegative;

    /// <summary>Takes the limit.</summary>
    /// <param name="limit">The limit.</param>
    public VariationLimit(Rational limit)
    {
        _limit = limit;
        _isNegative = limit < Rational.Zero;
        (double numerator, double denominator) = ((double)limit.Numerator, (double)limit.Denominator);
        (_above, _below) = (numerator * numerator, denominator * denominator);
    }

    /// <summary>How a coefficient compares with the limit: negative where it is smaller.</summary>
    /// <param name="items">The sums that it is made of.</param>
    public int Order(ItemMoments items)
    {
        if (_isNegative) return 1;
        (double weight, double sum, double squares) = ((double)items.Weight, (double)items.Sum, (double)items.Squares);
        double right = sum * sum * _above;

        // Whole numbers that a double keeps, and their products: enough for a school.
        bool isKept = weight * squares * _below < NumberNode.MostExact && right < NumberNode.MostExact && sum * sum * _below < NumberNode.MostExact;
        return isKept ? (((weight * squares) - (sum * sum)) * _below).CompareTo(right) : OrderOfLarge(items);
    }

    private int OrderOfLarge(ItemMoments items)
    {
        BigInteger spread = ((BigInteger)items.Weight * (BigInteger)items.Squares) - ((BigInteger)items.Sum * (BigInteger)items.Sum);
        return (spread * _limit.Denominator * _limit.Denominator).CompareTo((BigInteger)items.Sum * (BigInteger)items.Sum * _limit.Numerator * _limit.Numerator);
    }
}
