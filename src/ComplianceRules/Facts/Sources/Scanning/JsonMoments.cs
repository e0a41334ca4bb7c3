using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Reads days and times from the bytes of JSON texts.</summary>
/// <remarks>What it does not take is left to who reads token by token. Up to a dozen bytes past the opening quote may be looked at.</remarks>
internal static class JsonMoments
{
    /// <summary>The bytes of a day with its quotes.</summary>
    public const int LengthOfDay = 12;

    /// <summary>The bytes of a time of five characters with its quotes.</summary>
    public const int LengthOfTime = 7;

    private const byte Quote = JsonText.Quote;
    private const ulong TimeOfZeros = 0x00_22_30_30_3A_30_30_22;
    private const ulong Below128 = 0x7F7F7F7F7F7F7F7F;

    // What carries into the highest bit of a byte that is no digit, or not as it must be; the eighth byte may be any.
    private const ulong TimeCarries = 0x00_7F_76_76_7F_76_76_7F;
    private const ulong TimeHighs = 0x00_80_80_80_80_80_80_80;

    /// <summary>Reads a day such as <c>"2026-09-01"</c>.</summary>
    /// <param name="at">The opening quote.</param>
    /// <param name="dayNumber">The number that <see cref="DateOnly"/> gives the day.</param>
    public static bool TryDay(ref byte at, out int dayNumber)
    {
        dayNumber = 0;
        if (at != Quote || Unsafe.Add(ref at, 5) != (byte)'-' || Unsafe.Add(ref at, 8) != (byte)'-' || Unsafe.Add(ref at, 11) != Quote) return false;
        int century = Two(ref at, 1);
        int year = Two(ref at, 3);
        int month = Two(ref at, 6);
        int day = Two(ref at, 9);
        if (century < 0 || year < 0 || month is < 1 or > 12 || day < 1) return false;
        year += century * 100;
        if (year == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        dayNumber = new DateOnly(year, month, day).DayNumber;
        return true;
    }

    /// <summary>Reads a time such as <c>"08:20"</c>, hours 0 to 47.</summary>
    /// <param name="at">The opening quote.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <returns>Whether it is one of five characters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTime(ref byte at, out int minutes)
    {
        ulong word = Unsafe.ReadUnaligned<ulong>(ref at) ^ TimeOfZeros;
        uint hour = (((uint)(word >> 8) & 0xF) * 10) + ((uint)(word >> 16) & 0xF);
        uint minute = (((uint)(word >> 32) & 0xF) * 10) + ((uint)(word >> 40) & 0xF);
        minutes = (int)((hour * 60) + minute);
        return ((((word & Below128) + TimeCarries) | word) & TimeHighs) == 0 && hour <= 47 && minute <= 59;
    }

    /// <summary>Reads a time such as <c>"8:20"</c> or <c>"08:20"</c>, hours 0 to 47.</summary>
    /// <param name="at">The opening quote.</param>
    /// <param name="minutes">Minutes after midnight.</param>
    /// <returns>The bytes with both quotes; 0 where it is no time.</returns>
    public static int ReadTime(ref byte at, out int minutes)
    {
        minutes = 0;
        bool isShort = Unsafe.Add(ref at, 2) == (byte)':';
        int colon = isShort ? 2 : 3;
        if (at != Quote || Unsafe.Add(ref at, colon) != (byte)':' || Unsafe.Add(ref at, colon + 3) != Quote) return 0;
        int hour = isShort ? One(ref at, 1) : Two(ref at, 1);
        int minute = Two(ref at, colon + 1);
        if (hour is < 0 or > 47 || minute is < 0 or > 59) return 0;
        minutes = (hour * 60) + minute;
        return colon + 4;
    }

    private static int One(ref byte at, int offset) => char.IsAsciiDigit((char)Unsafe.Add(ref at, offset)) ? Unsafe.Add(ref at, offset) - '0' : -1;

    private static int Two(ref byte at, int offset)
    {
        (int tens, int ones) = (One(ref at, offset), One(ref at, offset + 1));
        return tens < 0 || ones < 0 ? -1 : (tens * 10) + ones;
    }
}
