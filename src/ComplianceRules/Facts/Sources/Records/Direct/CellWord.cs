using System.Numerics;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Short cells as words, read with one load each, whatever stands before and behind them.</summary>
internal static class CellWord
{
    /// <summary>The longest cells that fit into a word.</summary>
    public const int Most = sizeof(ulong);

    private const ulong Zeros = 0x3030303030303030;
    private const ulong HighBits = 0x8080808080808080;
    private const int Point = '.' ^ '0';
    private const int Colon = ':' ^ '0';

    /// <summary>The last bytes of a cell, the very last one highest, zeros below a shorter one.</summary>
    /// <param name="end">The byte behind the cell.</param>
    /// <param name="length">Its length; what is more than a word is left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Last(ref byte end, int length) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Subtract(ref end, Most)) & Top(length);

    /// <summary>The bytes of a cell of at most a word, the first one lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong First(ref byte start, int length) => Unsafe.ReadUnaligned<ulong>(ref start) & ~(ulong.MaxValue << (length * 4) << (length * 4));

    /// <summary>The digits of a cell of at most a word as a whole number.</summary>
    /// <param name="last">The cell as <see cref="Last"/> gives it.</param>
    /// <param name="length">Its length, at least 1.</param>
    /// <param name="units">The digits on both sides of the point as one number.</param>
    /// <param name="decimals">How many of them are behind a point; 8 where there is none.</param>
    /// <returns>Whether it is digits with at most one point between them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNumber(ulong last, int length, out uint units, out int decimals)
    {
        ulong word = (last ^ Zeros) & Top(length);
        ulong others = Others(word);
        bool isNumber = true;
        decimals = Most;
        if (others != 0)
        {
            decimals = BitOperations.LeadingZeroCount(others) >> 3;
            ulong mark = others >> 7;
            isNumber = (others & (others - 1)) == 0 && (word & (mark * byte.MaxValue)) == mark * Point && decimals > 0 && decimals < length - 1;
            ulong behind = Top(decimals);
            // The point is taken out of the word, so that the digits on both sides of it become one number.
            word = (word & behind) | ((word << 8) & ~behind);
        }

        units = Value(word);
        return isNumber;
    }

    /// <summary>Reads <c>8:20</c> and <c>08:20</c>, hours 0 to 47.</summary>
    /// <param name="last">The cell as <see cref="Last"/> gives it.</param>
    /// <param name="length">Its length.</param>
    /// <returns>Minutes after midnight; -1 for what is no time.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Minutes(ulong last, int length)
    {
        const int minutes = 48;
        ulong word = ((last ^ Zeros) & Top(length)) ^ ((ulong)Colon << (minutes - 8));
        int hour = ((int)(word >> 24 & 0xFF) * 10) + (int)(word >> 32 & 0xFF);
        int minute = ((int)(word >> minutes & 0xFF) * 10) + (int)(word >> 56);
        bool isTime = (uint)(length - 4) <= 1 && (Others(word) | (word >> 40 & 0xFF)) == 0 && hour < 48 && minute < 60;
        return isTime ? (hour * 60) + minute : -1;
    }

    // The highest bytes; none and all are right too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Top(int bytes) => ~(ulong.MaxValue >> (bytes * 4) >> (bytes * 4));

    // The highest bit of each byte that was no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Others(ulong word) => (((word & ~HighBits) + 0x7676767676767676) | word) & HighBits;

    // Pairs, fours and eights are joined at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Value(ulong word)
    {
        ulong joined = (word * 2561) >> 8;
        joined = ((joined & 0x00FF00FF00FF00FF) * 6553601) >> 16;
        return (uint)(((joined & 0x0000FFFF0000FFFF) * 42949672960001) >> 32);
    }
}
