using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Compares numbers of 64 rows at once. For numbers and products that a double keeps exactly.</summary>
internal static class NumberOrder
{
    /// <summary>Two numbers of each row, each multiplied to come into one scale.</summary>
    /// <param name="comparison">How the left is compared.</param>
    /// <param name="left">64 numbers and their factor.</param>
    /// <param name="right">64 others, likewise.</param>
    public static ulong Word(ComparisonOperator comparison, ScaledNumbers left, ScaledNumbers right)
    {
        ref double a = ref MemoryMarshal.GetReference(left.Numbers);
        ref double b = ref MemoryMarshal.GetReference(right.Numbers);
        (ulong less, ulong same) = (0, 0);
        for (int lane = 0; lane < ValidityBits.PerWord; lane += Vector256<double>.Count)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref a, (nuint)lane) * Vector256.Create(left.Factor);
            Vector256<double> y = Vector256.LoadUnsafe(ref b, (nuint)lane) * Vector256.Create(right.Factor);
            less |= (ulong)Vector256.LessThan(x, y).ExtractMostSignificantBits() << lane;
            same |= (ulong)Vector256.Equals(x, y).ExtractMostSignificantBits() << lane;
        }

        return Choose(comparison, less, same);
    }

    /// <summary>Quotients of 64 rows compared with a limit, multiplied out; of a divisor of 0 the bit means nothing.</summary>
    /// <param name="comparison">How a quotient is compared.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="above">The 64 dividends.</param>
    /// <param name="below">The 64 divisors; a negative one turns the order round.</param>
    public static ulong Quotients(ComparisonOperator comparison, ProductLimit limit, ReadOnlySpan<double> above, ReadOnlySpan<double> below)
    {
        ref double dividend = ref MemoryMarshal.GetReference(above);
        ref double divisor = ref MemoryMarshal.GetReference(below);
        Vector256<double> denominators = Vector256.Create((double)limit.Denominator);
        Vector256<double> numerators = Vector256.Create((double)limit.Numerator);
        (ulong less, ulong same) = (0, 0);
        for (int lane = 0; lane < ValidityBits.PerWord; lane += Vector256<double>.Count)
        {
            Vector256<double> by = Vector256.LoadUnsafe(ref divisor, (nuint)lane);
            Vector256<double> x = Vector256.LoadUnsafe(ref dividend, (nuint)lane) * denominators;
            Vector256<double> y = by * numerators;
            Vector256<double> equal = Vector256.Equals(x, y);
            less |= (ulong)Vector256.AndNot(Vector256.LessThan(x, y) ^ Vector256.LessThan(by, Vector256<double>.Zero), equal).ExtractMostSignificantBits() << lane;
            same |= (ulong)equal.ExtractMostSignificantBits() << lane;
        }

        return Choose(comparison, less, same);
    }

    /// <summary>Which of 64 numbers are other than 0.</summary>
    public static ulong NotZero(ReadOnlySpan<double> numbers)
    {
        ref double first = ref MemoryMarshal.GetReference(numbers);
        ulong bits = 0;
        for (int lane = 0; lane < ValidityBits.PerWord; lane += Vector256<double>.Count)
            bits |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)lane), Vector256<double>.Zero).ExtractMostSignificantBits() << lane;
        return ~bits;
    }

    /// <summary>The rows for which a comparison holds.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="less">Where the left is smaller.</param>
    /// <param name="same">Where both are the same.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Choose(ComparisonOperator comparison, ulong less, ulong same) => comparison switch
    {
        ComparisonOperator.Equal => same,
        ComparisonOperator.NotEqual => ~same,
        ComparisonOperator.Less => less,
        ComparisonOperator.LessOrEqual => less | same,
        ComparisonOperator.Greater => ~(less | same),
        _ => ~less,
    };
}
