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
    private const ulong Ones = 0x0101010101010101;
    private const ulong Highs = 0x8080808080808080;
    private const ulong Commas = Comma * Ones;
    private const byte Comma = ',' ^ '0';
    private const byte Point = '.' ^ '0';

    /// <summary>Reads a whole number of at most seven digits before a comma.</summary>
    /// <param name="at">Its first byte.</param>
    /// <param name="units">The number.</param>
    /// <returns>The bytes it takes; 0 where it is something else.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadWhole(ref byte at, out long units)
    {
        ulong word = Unsafe.ReadUnaligned<ulong>(ref at) ^ Zeros;
        int bits = BitOperations.TrailingZeroCount(Others(word)) & ~7;
        units = (long)ValueOf(word, bits);
        bool isSound = (byte)(word >> bits) == Comma && ((byte)word != 0 || bits <= 8);
        return isSound ? BytesBeforeComma(word) : 0;
    }

    /// <summary>Reads a number before a comma that takes no more than eight bytes with it.</summary>
    /// <param name="at">Its first byte.</param>
    /// <param name="units">The number without its decimal point.</param>
    /// <param name="decimals">How many digits stand behind the point.</param>
    /// <returns>The bytes it takes; 0 where it is something else.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadDecimal(ref byte at, out long units, out int decimals)
    {
        ulong word = Unsafe.ReadUnaligned<ulong>(ref at) ^ Zeros;
        ulong others = Others(word);
        int bits = BitOperations.TrailingZeroCount(others) & ~7;
        int point = (byte)(word >> bits) == Point ? 1 : 0;

        // The point is taken out of the word, so that the digits on both sides of it become one number; whether there is one is no branch, for it differs from value to value.
        int end = BitOperations.TrailingZeroCount(others & (others - (ulong)point)) & ~7;
        units = (long)ValueOf(word ^ ((word ^ (word >> 8)) & ((0UL - (ulong)point) << bits)), end - (8 * point));
        decimals = ((end - bits) >> 3) - point;
        bool isSound = (byte)(word >> end) == Comma && bits > 0 && ((byte)word != 0 || bits == 8) && decimals >= point;
        return isSound ? BytesBeforeComma(word) : 0;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="at">Its first byte.</param>
    public static JsonNumber Read(ref byte at)
    {
        ulong word = Unsafe.ReadUnaligned<ulong>(ref at) ^ Zeros;
        ulong others = Others(word);
        int digits = BitOperations.TrailingZeroCount(others) >> 3;
        bool isSound = digits is > 0 and < Word && (digits == 1 || (word & byte.MaxValue) != 0);
        if (!isSound) return ReadLong(ref at);
        if (Unsafe.Add(ref at, digits) != (byte)'.') return new JsonNumber((long)Value(word, digits), 0, digits);

        // The point is taken out of the word, so that the digits on both sides of it become one number.
        int end = BitOperations.TrailingZeroCount(others & (others - 1)) >> 3;
        if (end == Word || end == digits + 1) return ReadLong(ref at);
        ulong before = (1UL << (digits * 8)) - 1;
        return new JsonNumber((long)Value((word & before) | ((word >> 8) & ~before), end - 1), end - digits - 1, end);
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
    /// <param name="next">The byte.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayEndBefore(byte next, byte lineFeed) => next is (byte)',' or (byte)'}' || next == lineFeed || IsBlank(next, lineFeed);

    // A return may stand before the line feed that ends the line, and no number ends a line.
    private static bool IsBlank(byte next, byte lineFeed) => next is (byte)' ' or (byte)'\t' || (next == (byte)'\r' && lineFeed == (byte)'\n');

    private static JsonNumber ReadLong(ref byte at)
    {
        (long units, int decimals) = (0, 0);
        int sign = at == (byte)'-' ? 1 : 0;
        int whole = Count(ref Unsafe.Add(ref at, sign));
        if (whole is 0 or > MostDigits || (whole > 1 && Unsafe.Add(ref at, sign) == (byte)'0')) return default;
        int end = sign + whole;
        Add(ref units, ref Unsafe.Add(ref at, sign), whole);
        if (Unsafe.Add(ref at, end) == (byte)'.')
        {
            decimals = Count(ref Unsafe.Add(ref at, end + 1));
            if (decimals == 0 || whole + decimals > MostDigits) return default;
            Add(ref units, ref Unsafe.Add(ref at, end + 1), decimals);
            end += 1 + decimals;
        }

        return new JsonNumber(sign > 0 ? -units : units, decimals, end);
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

    // The value behind waits for this, so that it is the shortest way there is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BytesBeforeComma(ulong word)
    {
        ulong others = word ^ Commas;
        return BitOperations.TrailingZeroCount((others - Ones) & ~others & Highs) >> 3;
    }

    // The highest bit of each byte that was no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Others(ulong word) => (((word & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | word) & 0x8080808080808080;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Value(ulong word, int digits) => ValueOf(word, digits * 8);

    // The digits move to the upper end, so that zeros stand before them; then pairs, fours and eights are joined at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ValueOf(ulong word, int bits)
    {
        ulong joined = word << -bits;
        joined = (joined * 2561) >> 8;
        joined = ((joined & 0x00FF00FF00FF00FF) * 6553601) >> 16;
        return ((joined & 0x0000FFFF0000FFFF) * 42949672960001) >> 32;
    }
}
