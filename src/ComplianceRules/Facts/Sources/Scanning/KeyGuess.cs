using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Guesses keys by their first eight bytes, where keys stand in any order.</summary>
/// <remarks>A guess is compared with what stands there before it counts.</remarks>
/// <param name="none">What is guessed where nothing is known; matches nothing.</param>
internal sealed class KeyGuess(ExpectedKey none)
{
    private const int SlotBits = 8;
    private const ulong Quotes = 0x2222222222222222;
    private const ulong Ones = 0x0101010101010101;
    private const ulong Highs = 0x8080808080808080;

    private readonly ExpectedKey[] _slots = [.. Enumerable.Repeat(none, 1 << SlotBits)];
    private int _start;

    /// <summary>Guesses which key stands here.</summary>
    /// <param name="next">Behind what was read last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExpectedKey At(ref byte next) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), SlotOf(ref Unsafe.Add(ref next, _start)));

    /// <summary>Keeps a key in mind.</summary>
    /// <param name="key">The key.</param>
    /// <param name="next">Behind what was read before it.</param>
    /// <param name="start">How far from there the key's first byte is.</param>
    public void Learn(ExpectedKey key, ref byte next, int start)
    {
        _start = start;
        _slots[SlotOf(ref Unsafe.Add(ref next, start))] = key;
    }

    // Up to the first quote; what comes after it does not count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ref byte key)
    {
        ulong word = Unsafe.ReadUnaligned<ulong>(ref key);
        ulong others = word ^ Quotes;
        ulong quote = (others - Ones) & ~others & Highs;
        return (int)(((word & (quote ^ (quote - 1))) * 0x9E3779B97F4A7C15) >> (64 - SlotBits));
    }
}
