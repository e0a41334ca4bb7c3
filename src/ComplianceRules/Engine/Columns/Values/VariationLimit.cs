using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A limit that coefficients of variation are compared with, by their squares and multiplied out.</summary>
internal readonly struct VariationLimit
{
    // Ten roundings at most, each by a part in 2^53, and room to spare; products below 2^53 are not rounded at all.
    private const double Rounding = 1.0 / (1L << 48);

    private readonly ComparisonOperator _comparison;
    private readonly Rational _limit;
    private readonly double _above;
    private readonly double _below;
    private readonly bool _isNegative;

    /// <summary>Takes the limit.</summary>
    /// <param name="comparison">How a coefficient is compared.</param>
    /// <param name="limit">The limit.</param>
    public VariationLimit(ComparisonOperator comparison, Rational limit)
    {
        (_comparison, _limit) = (comparison, limit);
        _isNegative = limit < Rational.Zero;
        (double numerator, double denominator) = ((double)limit.Numerator, (double)limit.Denominator);
        (_above, _below) = (numerator * numerator, denominator * denominator);
    }

    /// <summary>Whether the comparison holds for a coefficient.</summary>
    /// <param name="items">The sums that it is made of.</param>
    public bool Holds(ItemMoments items) => ExactComparison.Holds(_comparison, Order(items));

    /// <summary>Answers for neighbouring rows; where a weight or a sum is 0 the row is left unknown.</summary>
    /// <param name="moments">The sums of all rows: whole and below 2^53.</param>
    /// <param name="rows">The first row and the one after the last.</param>
    /// <param name="into">Bits of these rows are added; clear before.</param>
    public void Judge(MomentRoom moments, (int From, int To) rows, BitPair into)
    {
        int row = rows.From;
        for (; row < rows.To && row % ValidityBits.PerWord != 0; row++) JudgeOne(moments, row, into);
        for (; row + ValidityBits.PerWord <= rows.To; row += ValidityBits.PerWord) Word(moments, row / ValidityBits.PerWord, into);
        for (; row < rows.To; row++) JudgeOne(moments, row, into);
    }

    private void Word(MomentRoom moments, int word, BitPair into)
    {
        int first = word * ValidityBits.PerWord;
        ref double weights = ref MemoryMarshal.GetReference(moments.Weights.Slice(first, ValidityBits.PerWord));
        ref double sums = ref MemoryMarshal.GetReference(moments.Sums.Slice(first, ValidityBits.PerWord));
        ref double squares = ref MemoryMarshal.GetReference(moments.Squares.Slice(first, ValidityBits.PerWord));
        (ulong none, ulong less, ulong same, ulong sure) = (0, 0, 0, 0);
        for (int lane = 0; lane < ValidityBits.PerWord; lane += Vector256<double>.Count)
        {
            Vector256<double> weight = Vector256.LoadUnsafe(ref weights, (nuint)lane);
            Vector256<double> sum = Vector256.LoadUnsafe(ref sums, (nuint)lane);
            Vector256<double> square = sum * sum;
            Vector256<double> all = weight * Vector256.LoadUnsafe(ref squares, (nuint)lane) * Vector256.Create(_below);
            Vector256<double> right = square * Vector256.Create(_above);
            Vector256<double> apart = (all - (square * Vector256.Create(_below))) - right;
            Vector256<double> isSure = Vector256.LessThan(all + right, Vector256.Create(NumberNode.MostExact)) | Vector256.GreaterThan(Vector256.Abs(apart), (all + all + right) * Vector256.Create(Rounding));
            none |= (ulong)Vector256.Equals(weight * sum, Vector256<double>.Zero).ExtractMostSignificantBits() << lane;
            less |= (ulong)Vector256.LessThan(apart, Vector256<double>.Zero).ExtractMostSignificantBits() << lane;
            same |= (ulong)Vector256.Equals(apart, Vector256<double>.Zero).ExtractMostSignificantBits() << lane;
            sure |= (ulong)isSure.ExtractMostSignificantBits() << lane;
        }

        into.Known[word] = ~none;
        into.True[word] = NumberOrder.Choose(_comparison, less, same);
        for (ulong near = (_isNegative ? ulong.MaxValue : ~sure) & ~none; near != 0; near &= near - 1) One(moments, first + BitOperations.TrailingZeroCount(near), into.True);
    }

    private void JudgeOne(MomentRoom moments, int row, BitPair into)
    {
        if (moments.Weights[row] == 0 || moments.Sums[row] == 0) return;
        ValidityBits.Set(into.Known, row);
        One(moments, row, into.True);
    }

    private void One(MomentRoom moments, int row, Span<ulong> isTrue)
    {
        Bitmaps.ClearRange(isTrue, row, row + 1);
        if (Holds(new ItemMoments((long)moments.Weights[row], (long)moments.Sums[row], (long)moments.Squares[row]))) ValidityBits.Set(isTrue, row);
    }

    /// <summary>How a coefficient compares with the limit: negative where it is smaller.</summary>
    private int Order(ItemMoments items)
    {
        if (_isNegative) return 1;
        (double weight, double sum, double squares) = ((double)items.Weight, (double)items.Sum, (double)items.Squares);
        double all = weight * squares * _below;
        double right = sum * sum * _above;
        double apart = (all - (sum * sum * _below)) - right;
        bool isSure = all + right < NumberNode.MostExact || Math.Abs(apart) > (all + all + right) * Rounding;
        return isSure ? Math.Sign(apart) : OrderOfNear(items);
    }

    private int OrderOfNear(ItemMoments items)
    {
        BigInteger spread = ((BigInteger)items.Weight * (BigInteger)items.Squares) - ((BigInteger)items.Sum * (BigInteger)items.Sum);
        return (spread * _limit.Denominator * _limit.Denominator).CompareTo((BigInteger)items.Sum * (BigInteger)items.Sum * _limit.Numerator * _limit.Numerator);
    }
}
