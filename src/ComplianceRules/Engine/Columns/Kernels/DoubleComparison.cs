using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Comparisons of cells that are numbers of double precision: 64 cells become one word of bits.</summary>
/// <remarks>Written out for this type, not generic over types: such code would be compiled again at run time where the rest was compiled ahead.</remarks>
internal static class DoubleComparison
{
    /// <summary>Which cells are at most a bound.</summary>
    /// <param name="left">The cells, 64 for each word of the result.</param>
    /// <param name="bound">What each is compared with.</param>
    /// <param name="result">One bit a cell.</param>
    public static void AtMost(ReadOnlySpan<double> left, double bound, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        ref double cells = ref MemoryMarshal.GetReference(left);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> bounds = Vector512.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 8), bounds).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 16), bounds).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 24), bounds).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 40), bounds).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 48), bounds).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 56), bounds).ExtractMostSignificantBits() << 56);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> bounds = Vector256.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 4), bounds).ExtractMostSignificantBits() << 4)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 8), bounds).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 12), bounds).ExtractMostSignificantBits() << 12)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 16), bounds).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 20), bounds).ExtractMostSignificantBits() << 20)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 24), bounds).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 28), bounds).ExtractMostSignificantBits() << 28)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 36), bounds).ExtractMostSignificantBits() << 36)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 40), bounds).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 44), bounds).ExtractMostSignificantBits() << 44)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 48), bounds).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 52), bounds).ExtractMostSignificantBits() << 52)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 56), bounds).ExtractMostSignificantBits() << 56)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 60), bounds).ExtractMostSignificantBits() << 60);
            }

            return;
        }

        for (int word = 0; word < result.Length; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i++) bits |= (left[(word * 64) + i] <= bound ? 1UL : 0) << i;
            result[word] = bits;
        }
    }

    /// <summary>Which cells are the same as a value.</summary>
    /// <param name="left">The cells, 64 for each word of the result.</param>
    /// <param name="bound">What each is compared with.</param>
    /// <param name="result">One bit a cell.</param>
    public static void Equal(ReadOnlySpan<double> left, double bound, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        ref double cells = ref MemoryMarshal.GetReference(left);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> bounds = Vector512.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 8), bounds).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 16), bounds).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 24), bounds).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 40), bounds).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 48), bounds).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 56), bounds).ExtractMostSignificantBits() << 56);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> bounds = Vector256.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 4), bounds).ExtractMostSignificantBits() << 4)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 8), bounds).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 12), bounds).ExtractMostSignificantBits() << 12)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 16), bounds).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 20), bounds).ExtractMostSignificantBits() << 20)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 24), bounds).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 28), bounds).ExtractMostSignificantBits() << 28)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 36), bounds).ExtractMostSignificantBits() << 36)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 40), bounds).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 44), bounds).ExtractMostSignificantBits() << 44)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 48), bounds).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 52), bounds).ExtractMostSignificantBits() << 52)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 56), bounds).ExtractMostSignificantBits() << 56)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 60), bounds).ExtractMostSignificantBits() << 60);
            }

            return;
        }

        for (int word = 0; word < result.Length; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i++) bits |= (left[(word * 64) + i] == bound ? 1UL : 0) << i;
            result[word] = bits;
        }
    }

    /// <summary>Which cells are at most the cells beside them.</summary>
    /// <param name="left">The cells, 64 for each word of the result.</param>
    /// <param name="right">The cells that each is compared with.</param>
    /// <param name="result">One bit a cell.</param>
    public static void AtMost(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        Check(right.Length, result.Length);
        ref double cells = ref MemoryMarshal.GetReference(left);
        ref double others = ref MemoryMarshal.GetReference(right);
        if (Vector512.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at), Vector512.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 8), Vector512.LoadUnsafe(ref others, at + 8)).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 16), Vector512.LoadUnsafe(ref others, at + 16)).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 24), Vector512.LoadUnsafe(ref others, at + 24)).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 32), Vector512.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 40), Vector512.LoadUnsafe(ref others, at + 40)).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 48), Vector512.LoadUnsafe(ref others, at + 48)).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 56), Vector512.LoadUnsafe(ref others, at + 56)).ExtractMostSignificantBits() << 56);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at), Vector256.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 4), Vector256.LoadUnsafe(ref others, at + 4)).ExtractMostSignificantBits() << 4)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 8), Vector256.LoadUnsafe(ref others, at + 8)).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 12), Vector256.LoadUnsafe(ref others, at + 12)).ExtractMostSignificantBits() << 12)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 16), Vector256.LoadUnsafe(ref others, at + 16)).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 20), Vector256.LoadUnsafe(ref others, at + 20)).ExtractMostSignificantBits() << 20)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 24), Vector256.LoadUnsafe(ref others, at + 24)).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 28), Vector256.LoadUnsafe(ref others, at + 28)).ExtractMostSignificantBits() << 28)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 32), Vector256.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 36), Vector256.LoadUnsafe(ref others, at + 36)).ExtractMostSignificantBits() << 36)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 40), Vector256.LoadUnsafe(ref others, at + 40)).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 44), Vector256.LoadUnsafe(ref others, at + 44)).ExtractMostSignificantBits() << 44)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 48), Vector256.LoadUnsafe(ref others, at + 48)).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 52), Vector256.LoadUnsafe(ref others, at + 52)).ExtractMostSignificantBits() << 52)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 56), Vector256.LoadUnsafe(ref others, at + 56)).ExtractMostSignificantBits() << 56)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 60), Vector256.LoadUnsafe(ref others, at + 60)).ExtractMostSignificantBits() << 60);
            }

            return;
        }

        for (int word = 0; word < result.Length; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i++) bits |= (left[(word * 64) + i] <= right[(word * 64) + i] ? 1UL : 0) << i;
            result[word] = bits;
        }
    }

    /// <summary>Which cells are the same as the cells beside them.</summary>
    /// <param name="left">The cells, 64 for each word of the result.</param>
    /// <param name="right">The cells that each is compared with.</param>
    /// <param name="result">One bit a cell.</param>
    public static void Equal(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        Check(right.Length, result.Length);
        ref double cells = ref MemoryMarshal.GetReference(left);
        ref double others = ref MemoryMarshal.GetReference(right);
        if (Vector512.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at), Vector512.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 8), Vector512.LoadUnsafe(ref others, at + 8)).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 16), Vector512.LoadUnsafe(ref others, at + 16)).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 24), Vector512.LoadUnsafe(ref others, at + 24)).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 32), Vector512.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 40), Vector512.LoadUnsafe(ref others, at + 40)).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 48), Vector512.LoadUnsafe(ref others, at + 48)).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 56), Vector512.LoadUnsafe(ref others, at + 56)).ExtractMostSignificantBits() << 56);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at), Vector256.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 4), Vector256.LoadUnsafe(ref others, at + 4)).ExtractMostSignificantBits() << 4)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 8), Vector256.LoadUnsafe(ref others, at + 8)).ExtractMostSignificantBits() << 8)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 12), Vector256.LoadUnsafe(ref others, at + 12)).ExtractMostSignificantBits() << 12)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 16), Vector256.LoadUnsafe(ref others, at + 16)).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 20), Vector256.LoadUnsafe(ref others, at + 20)).ExtractMostSignificantBits() << 20)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 24), Vector256.LoadUnsafe(ref others, at + 24)).ExtractMostSignificantBits() << 24)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 28), Vector256.LoadUnsafe(ref others, at + 28)).ExtractMostSignificantBits() << 28)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 32), Vector256.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 36), Vector256.LoadUnsafe(ref others, at + 36)).ExtractMostSignificantBits() << 36)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 40), Vector256.LoadUnsafe(ref others, at + 40)).ExtractMostSignificantBits() << 40)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 44), Vector256.LoadUnsafe(ref others, at + 44)).ExtractMostSignificantBits() << 44)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 48), Vector256.LoadUnsafe(ref others, at + 48)).ExtractMostSignificantBits() << 48)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 52), Vector256.LoadUnsafe(ref others, at + 52)).ExtractMostSignificantBits() << 52)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 56), Vector256.LoadUnsafe(ref others, at + 56)).ExtractMostSignificantBits() << 56)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 60), Vector256.LoadUnsafe(ref others, at + 60)).ExtractMostSignificantBits() << 60);
            }

            return;
        }

        for (int word = 0; word < result.Length; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i++) bits |= (left[(word * 64) + i] == right[(word * 64) + i] ? 1UL : 0) << i;
            result[word] = bits;
        }
    }

    private static void Check(int cells, int words)
    {
        if (cells < words * 64L) throw new ArgumentException("there are fewer cells than bits");
    }
}
