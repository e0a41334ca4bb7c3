using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Reads plain numbers of tables from bytes, eight at a time.</summary>
/// <remarks>What it does not take, such as a plus, exponents and more than 15 digits, is left to who reads texts. No byte beside the cell is looked at.</remarks>
internal static class CellDigits
{
    private const int MostDigits = 15;
    private const int Word = sizeof(ulong);
    private const ulong Zeros = 0x3030303030303030;

    // Powers of ten that a double holds exactly: a quotient of two exact numbers is rounded once, as the text would be.
    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The number of so many units of a decimal.</summary>
    public static double Number(long units, int decimals) => units / Powers[decimals];

    /// <summary>Two digits as a number; negative where they are none.</summary>
    public static int Two(byte tens, byte ones) => char.IsAsciiDigit((char)tens) && char.IsAsciiDigit((char)ones) ? ((tens - '0') * 10) + ones - '0' : -1;

    /// <summary>The first eight bytes of a text as a number, the first one lowest; zeros behind a shorter one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WordOf(ReadOnlySpan<byte> text)
    {
        int length = text.Length;
        ref byte first = ref MemoryMarshal.GetReference(text);
        if (length >= Word) return Unsafe.ReadUnaligned<ulong>(ref first);
        if (length >= sizeof(uint))
        {
            int rest = length - sizeof(uint);
            return Unsafe.ReadUnaligned<uint>(ref first) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, rest)) << (rest * 8));
        }

        // The first, the middle and the last byte are all bytes there are, some of them twice.
        if (length == 0) return 0;
        return first | ((ulong)Unsafe.Add(ref first, length >> 1) << ((length >> 1) * 8)) | ((ulong)Unsafe.Add(ref first, length - 1) << ((length - 1) * 8));
    }

    /// <summary>Reads a whole cell as digits with at most one point between them, a minus before them or not.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="units">The digits as a whole number.</param>
    /// <param name="decimals">How many of them are behind the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> cell, out long units, out int decimals)
    {
        decimals = 0;
        units = 0;
        if (cell.Length >= Word) return TryReadLong(cell, out units, out decimals);
        ulong word = WordOf(cell) ^ Zeros;
        ulong others = Others(word);
        int digits = BitOperations.TrailingZeroCount(others) >> 3;
        if (digits == 0) return TryReadLong(cell, out units, out decimals);
        if (digits < cell.Length)
        {
            // The point is taken out of the word, so that the digits on both sides of it become one number.
            int end = BitOperations.TrailingZeroCount(others & (others - 1)) >> 3;
            if (((word >> (digits * 8)) & byte.MaxValue) != ('.' ^ '0') || end != cell.Length || end == digits + 1) return false;
            ulong before = (1UL << (digits * 8)) - 1;
            word = (word & before) | ((word >> 8) & ~before);
            decimals = end - digits - 1;
            digits = end - 1;
        }

        units = Value(word, digits);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadLong(ReadOnlySpan<byte> cell, out long units, out int decimals)
    {
        (units, decimals) = (0, 0);
        bool isNegative = cell is [(byte)'-', ..];
        ReadOnlySpan<byte> rest = isNegative ? cell[1..] : cell;
        int point = rest.IndexOf((byte)'.');
        if (rest.Length > MostDigits + 1 || rest.IsEmpty || point == 0 || point == rest.Length - 1) return false;
        if (rest.Length - (point < 0 ? 0 : 1) > MostDigits) return false;
        for (int i = 0; i < rest.Length; i++)
        {
            if (i == point) continue;
            if (!char.IsAsciiDigit((char)rest[i])) return false;
            units = (units * 10) + rest[i] - '0';
        }

        decimals = point < 0 ? 0 : rest.Length - point - 1;
        if (isNegative) units = -units;
        return true;
    }

    // The highest bit of each byte that was no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Others(ulong word) => (((word & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | word) & 0x8080808080808080;

    // The digits move to the upper end, so that zeros stand before them; then pairs, fours and eights are joined at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Value(ulong word, int digits)
    {
        ulong joined = word << (64 - (digits * 8));
        joined = (joined * 2561) >> 8;
        joined = ((joined & 0x00FF00FF00FF00FF) * 6553601) >> 16;
        return (long)(((joined & 0x0000FFFF0000FFFF) * 42949672960001) >> 32);
    }
}
