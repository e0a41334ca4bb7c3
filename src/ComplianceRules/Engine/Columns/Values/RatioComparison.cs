using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A quotient of two whole numbers of each row compared with a limit, multiplied out so that nothing is rounded; unknown where the divisor is 0.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="comparison">How the quotient is compared.</param>
/// <param name="above">The dividend; exact.</param>
/// <param name="below">The divisor; exact.</param>
/// <param name="limit">The limit, and by what the quotient of the numbers is multiplied to be compared with it.</param>
internal sealed class RatioComparison(int slot, ComparisonOperator comparison, NumberNode above, NumberNode below, (Constant Constant, Rational Factor) limit) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        into.SetUnknown();
        Span<ulong> known = into.Open();
        ProductLimits limits = scope.Bound.ProductsOf(this);
        if (limits.IsUniform) Judge(scope, limits[0], (scope.From - scope.First, scope.To - scope.First), new BitPair(into.True, known));
        else JudgeRuns(scope, limits, new BitPair(into.True, known));

        Limit(known, scope.Number(above));
        Limit(known, scope.Number(below));
        Bitmaps.And(into.True, known, into.True);
        Bitmaps.AndNot(known, into.True, known);
    }

    /// <summary>The limit of a stack; null where it is not known.</summary>
    /// <param name="binding">What is judged.</param>
    /// <param name="stack">The stack's number.</param>
    public ProductLimit? LimitOf(SnapshotBinding binding, int stack) => binding.ValueOf(limit.Constant, stack) is NumberValue { Number: var number } ? ProductLimit.Of(number / limit.Factor) : null;

    private void JudgeRuns(ColumnScope scope, ProductLimits limits, BitPair into)
    {
        RunWalk runs = new(scope, limits);
        while (runs.MoveNext()) Judge(scope, limits[runs.Stack], runs.Bits, into);
    }

    private static void Limit(Span<ulong> known, NumberBuffer numbers)
    {
        if (!numbers.IsTotal) Bitmaps.And(known, numbers.Known, known);
    }

    private void Judge(ColumnScope scope, ProductLimit? set, (int From, int To) rows, BitPair into)
    {
        if (set is not { } bound) return;
        ReadOnlySpan<double> a = scope.Number(above).Numbers;
        ReadOnlySpan<double> b = scope.Number(below).Numbers;
        int row = rows.From;
        if (bound.FitsIn(above.Most, below.Most))
        {
            for (; row < rows.To && (row & 63) != 0; row++) One(bound, a[row], b[row], row, into);
            for (; row + 64 <= rows.To; row += 64)
            {
                into.Known[row >> 6] = NotZero(b.Slice(row, 64));
                into.True[row >> 6] = Word(bound, a.Slice(row, 64), b.Slice(row, 64));
            }
        }

        for (; row < rows.To; row++) One(bound, a[row], b[row], row, into);
    }

    private void One(ProductLimit bound, double a, double b, int row, BitPair into)
    {
        if (b == 0) return;
        ValidityBits.Set(into.Known, row);
        if (ExactComparison.Holds(comparison, bound.Compare(a, b))) ValidityBits.Set(into.True, row);
    }

    private static ulong NotZero(ReadOnlySpan<double> numbers)
    {
        ulong bits = 0;
        ref double first = ref MemoryMarshal.GetReference(numbers);
        for (int lane = 0; lane < 64; lane += Vector512<double>.Count)
            bits |= (ulong)Vector512.Equals(Vector512.LoadUnsafe(ref first, (nuint)lane), Vector512<double>.Zero).ExtractMostSignificantBits() << lane;
        return ~bits;
    }

    // The products of both with the parts of the limit; a negative divisor turns the order round.
    private ulong Word(ProductLimit bound, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        (ulong less, ulong same) = (0, 0);
        ref double dividend = ref MemoryMarshal.GetReference(a);
        ref double divisor = ref MemoryMarshal.GetReference(b);
        Vector512<double> denominators = Vector512.Create((double)bound.Denominator);
        Vector512<double> numerators = Vector512.Create((double)bound.Numerator);
        for (int lane = 0; lane < 64; lane += Vector512<double>.Count)
        {
            Vector512<double> below = Vector512.LoadUnsafe(ref divisor, (nuint)lane);
            Vector512<double> x = Vector512.LoadUnsafe(ref dividend, (nuint)lane) * denominators;
            Vector512<double> y = below * numerators;
            ulong negative = Vector512.LessThan(below, Vector512<double>.Zero).ExtractMostSignificantBits();
            ulong equal = Vector512.Equals(x, y).ExtractMostSignificantBits();
            ulong smaller = Vector512.LessThan(x, y).ExtractMostSignificantBits();
            less |= (ulong)(byte)((smaller ^ negative) & ~equal) << lane;
            same |= (ulong)(byte)equal << lane;
        }

        return comparison switch
        {
            ComparisonOperator.Equal => same,
            ComparisonOperator.NotEqual => ~same,
            ComparisonOperator.Less => less,
            ComparisonOperator.LessOrEqual => less | same,
            ComparisonOperator.Greater => ~(less | same),
            _ => ~less,
        };
    }
}
