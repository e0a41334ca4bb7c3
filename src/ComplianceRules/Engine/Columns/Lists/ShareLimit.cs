using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A limit that shares in per cent are compared with, exactly.</summary>
internal readonly struct ShareLimit
{
    private const long MostTiny = 1L << 24;

    private readonly ComparisonOperator _comparison;
    private readonly Rational _limit;
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly bool _isSmall;

    // A count of items below 2^31 times these stays within 64 bits.
    private readonly bool _isTiny;

    /// <summary>Takes the limit.</summary>
    /// <param name="comparison">How a share is compared.</param>
    /// <param name="limit">The limit, in per cent.</param>
    public ShareLimit(ComparisonOperator comparison, Rational limit)
    {
        (_comparison, _limit) = (comparison, limit);

        // A count of items below 2^31 times these stays within 128 bits.
        _isSmall = BigInteger.Abs(limit.Numerator) < long.MaxValue && limit.Denominator < long.MaxValue / 100;
        (_numerator, _denominator) = _isSmall ? ((long)limit.Numerator, (long)limit.Denominator) : (0, 1);
        _isTiny = _isSmall && _denominator < MostTiny && Math.Abs(_numerator) < MostTiny;
    }

    /// <summary>Whether the comparison holds for every share that items may come to; null where they differ or there is no share.</summary>
    /// <param name="items">The items.</param>
    /// <param name="mayBeOpen">Whether the shares may differ.</param>
    public bool? Answer(ItemCounts items, bool mayBeOpen)
    {
        int certain = items.Met + items.Failed + items.Open;
        if (certain == 0) return null;
        int most = items.Met + items.Open + items.PerhapsMet + items.PerhapsOpen;
        (int ofLeast, int ofMost) = (certain + items.PerhapsFailed + items.PerhapsOpen, certain + items.PerhapsMet + items.PerhapsOpen);
        if (!mayBeOpen && (long)items.Met * ofMost != (long)most * ofLeast) return null;
        int least = Compare(items.Met, ofLeast);
        int largest = Compare(most, ofMost);
        bool answer = ExactComparison.Holds(_comparison, least);
        bool isBetween = least < 0 && largest > 0 && (_comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        return answer == ExactComparison.Holds(_comparison, largest) && !isBetween ? answer : null;
    }

    private int Compare(int part, int whole)
    {
        if (_isTiny) return (part * _denominator * 100).CompareTo(whole * _numerator);
        return CompareLarge(part, whole);
    }

    private int CompareLarge(int part, int whole) => _isSmall
        ? ((Int128)part * 100 * _denominator).CompareTo((Int128)whole * _numerator)
        : (Rational.Of(100) * Rational.Of(part) / Rational.Of(whole)).CompareTo(_limit);
}
