using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Looks whether numbers ascend, many at a time and piece by piece.</summary>
/// <remarks>As numbers without sign, so that negative ones stand behind all others.</remarks>
internal sealed class AscendingNumbers
{
    private uint _last;

    /// <summary>Whether no number of the next piece is less than the one before it.</summary>
    public bool Ascend(ReadOnlySpan<int> piece)
    {
        if (piece.IsEmpty) return true;
        ReadOnlySpan<uint> numbers = MemoryMarshal.Cast<int, uint>(piece);
        bool ascend = numbers[0] >= _last && Are(numbers);
        _last = numbers[^1];
        return ascend;
    }

    private static bool Are(ReadOnlySpan<uint> numbers)
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
