using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Looks whether numbers ascend, many at a time.</summary>
internal static class AscendingNumbers
{
    /// <summary>Whether no number is less than the one before it.</summary>
    public static bool Are(ReadOnlySpan<int> numbers)
    {
        ref int first = ref MemoryMarshal.GetReference(numbers);
        Vector512<int> falls = Vector512<int>.Zero;
        int at = 0;
        for (; at < numbers.Length - Vector512<int>.Count; at += Vector512<int>.Count)
            falls |= Vector512.LessThan(Vector512.LoadUnsafe(ref first, (nuint)at + 1), Vector512.LoadUnsafe(ref first, (nuint)at));
        bool ascend = falls == Vector512<int>.Zero;
        for (at++; at < numbers.Length; at++) ascend &= numbers[at] >= numbers[at - 1];
        return ascend;
    }

    /// <summary>The same of numbers without sign.</summary>
    public static bool Are(ReadOnlySpan<uint> numbers)
    {
        ref uint first = ref MemoryMarshal.GetReference(numbers);
        Vector512<uint> falls = Vector512<uint>.Zero;
        int at = 0;
        for (; at < numbers.Length - Vector512<uint>.Count; at += Vector512<uint>.Count)
            falls |= Vector512.LessThan(Vector512.LoadUnsafe(ref first, (nuint)at + 1), Vector512.LoadUnsafe(ref first, (nuint)at));
        bool ascend = falls == Vector512<uint>.Zero;
        for (at++; at < numbers.Length; at++) ascend &= numbers[at] >= numbers[at - 1];
        return ascend;
    }
}
