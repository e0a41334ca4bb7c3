using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>Comparisons of cells that are whole numbers of 16 bits: 64 cells become one word of bits.</summary>
/// <remarks>Written out for this type, not generic over types: such code would be compiled again at run time where the rest was compiled ahead.</remarks>
internal static class UInt16Comparison
{
    /// <summary>Which cells are at most a bound.</summary>
    /// <param name="left">The cells, 64 for each word of the result.</param>
    /// <param name="bound">What each is compared with.</param>
    /// <param name="result">One bit a cell.</param>
    public static void AtMost(ReadOnlySpan<ushort> left, ushort bound, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        ref ushort cells = ref MemoryMarshal.GetReference(left);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<ushort> bounds = Vector512.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<ushort> bounds = Vector256.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 16), bounds).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 48), bounds).ExtractMostSignificantBits() << 48);
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
    public static void Equal(ReadOnlySpan<ushort> left, ushort bound, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        ref ushort cells = ref MemoryMarshal.GetReference(left);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<ushort> bounds = Vector512.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<ushort> bounds = Vector256.Create(bound);
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at), bounds).ExtractMostSignificantBits()
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 16), bounds).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 32), bounds).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 48), bounds).ExtractMostSignificantBits() << 48);
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
    public static void AtMost(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        Check(right.Length, result.Length);
        ref ushort cells = ref MemoryMarshal.GetReference(left);
        ref ushort others = ref MemoryMarshal.GetReference(right);
        if (Vector512.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at), Vector512.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref cells, at + 32), Vector512.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at), Vector256.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 16), Vector256.LoadUnsafe(ref others, at + 16)).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 32), Vector256.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref cells, at + 48), Vector256.LoadUnsafe(ref others, at + 48)).ExtractMostSignificantBits() << 48);
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
    public static void Equal(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right, Span<ulong> result)
    {
        Check(left.Length, result.Length);
        Check(right.Length, result.Length);
        ref ushort cells = ref MemoryMarshal.GetReference(left);
        ref ushort others = ref MemoryMarshal.GetReference(right);
        if (Vector512.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at), Vector512.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector512.Equals(Vector512.LoadUnsafe(ref cells, at + 32), Vector512.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32);
            }

            return;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (int word = 0; word < result.Length; word++)
            {
                nuint at = (nuint)word * 64;
                result[word] = (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at), Vector256.LoadUnsafe(ref others, at)).ExtractMostSignificantBits()
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 16), Vector256.LoadUnsafe(ref others, at + 16)).ExtractMostSignificantBits() << 16)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 32), Vector256.LoadUnsafe(ref others, at + 32)).ExtractMostSignificantBits() << 32)
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref cells, at + 48), Vector256.LoadUnsafe(ref others, at + 48)).ExtractMostSignificantBits() << 48);
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
