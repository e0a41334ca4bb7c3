using System.Numerics;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Reads plain numbers of JSON from bytes, eight digits at a time.</summary>
/// <remarks>What it does not take, such as exponents and more than 15 digits, is left to who reads token by token. Eight bytes past the last digit may be looked at.</remarks>
internal static class JsonDigits
{
    private const int MostDigits = 15;
    private const int Word = sizeof(ulong);
    private const ulong Zeros = 0x3030303030303030;

    /// <summary>Reads a number.</summary>
    /// <param name="at">Its first byte.</param>
    /// <param name="units">The number without its decimal point.</param>
    /// <param name="decimals">How many digits stand behind the point.</param>
    /// <returns>The bytes it takes; 0 where it is none, or not a plain one. What follows it is not looked at.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref byte at, out long units, out int decimals)
    {
        ulong word = Unsafe.ReadUnaligned<ulong>(ref at) ^ Zeros;
        ulong others = Others(word);
        int digits = BitOperations.TrailingZeroCount(others) / 8;
        units = (long)Value(word, digits);
        decimals = 0;
        bool isSound = digits is > 0 and < Word && (digits == 1 || (word & byte.MaxValue) != 0);
        if (!isSound) return ReadLong(ref at, out units, out decimals);
        return Unsafe.Add(ref at, digits) != (byte)'.' ? digits : ReadDecimals(ref at, (word, others, digits), out units, out decimals);
    }

    /// <summary>The digits that stand here, at most 15.</summary>
    public static int Count(ref byte at)
    {
        int digits = Count(Unsafe.ReadUnaligned<ulong>(ref at) ^ Zeros);
        for (; digits is >= Word and <= MostDigits; digits++)
        {
            if (!char.IsAsciiDigit((char)Unsafe.Add(ref at, digits))) break;
        }

        return digits;
    }

    /// <summary>Whether a number may end before a byte within an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayEndBefore(byte next) => next is (byte)',' or (byte)'}' or (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t';

    // The point is taken out of the word, so that the digits on both sides of it become one number.
    private static int ReadDecimals(ref byte at, (ulong Word, ulong Others, int Point) whole, out long units, out int decimals)
    {
        int end = BitOperations.TrailingZeroCount(whole.Others & (whole.Others - 1)) / 8;
        decimals = end - whole.Point - 1;
        if (decimals == 0 || end == Word) return ReadLong(ref at, out units, out decimals);
        ulong before = (1UL << (whole.Point * 8)) - 1;
        units = (long)Value((whole.Word & before) | ((whole.Word >> 8) & ~before), end - 1);
        return end;
    }

    private static int ReadLong(ref byte at, out long units, out int decimals)
    {
        (units, decimals) = (0, 0);
        int sign = at == (byte)'-' ? 1 : 0;
        int whole = Count(ref Unsafe.Add(ref at, sign));
        if (whole is 0 or > MostDigits || (whole > 1 && Unsafe.Add(ref at, sign) == (byte)'0')) return 0;
        int end = sign + whole;
        Add(ref units, ref Unsafe.Add(ref at, sign), whole);
        if (Unsafe.Add(ref at, end) == (byte)'.')
        {
            decimals = Count(ref Unsafe.Add(ref at, end + 1));
            if (decimals == 0 || whole + decimals > MostDigits) return 0;
            Add(ref units, ref Unsafe.Add(ref at, end + 1), decimals);
            end += 1 + decimals;
        }

        if (sign > 0) units = -units;
        return end;
    }

    private static void Add(ref long units, ref byte at, int digits)
    {
        if (digits < Word)
        {
            units = (units * Powers[digits]) + (long)Value(Unsafe.ReadUnaligned<ulong>(ref at) ^ Zeros, digits);
            return;
        }

        for (int digit = 0; digit < digits; digit++) units = (units * 10) + Unsafe.Add(ref at, digit) - '0';
    }

    private static ReadOnlySpan<int> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    private static int Count(ulong word) => BitOperations.TrailingZeroCount(Others(word)) / 8;

    // The highest bit of each byte that was no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Others(ulong word) => (((word & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | word) & 0x8080808080808080;

    // The digits move to the upper end, so that zeros stand before them; then pairs, fours and eights are joined at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Value(ulong word, int digits)
    {
        ulong joined = word << (64 - (digits * 8));
        joined = (joined * 2561) >> 8;
        joined = ((joined & 0x00FF00FF00FF00FF) * 6553601) >> 16;
        return ((joined & 0x0000FFFF0000FFFF) * 42949672960001) >> 32;
    }
}
