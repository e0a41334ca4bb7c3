using System.Globalization;

namespace ComplianceRules.Json;

/// <summary>Which numbers a pack may hold: what a double keeps exactly as it is written.</summary>
/// <remarks>
/// The significant digits are those from the first to the last that is not zero. The exponent is that of the value as d.ddd × 10^e, so 1000 has 3 and 0.05 has -2;
/// an exponent that is written out must lie between -15 and 15 itself. Zero has no digits and the exponent 0.
/// </remarks>
internal static class JsonNumberRules
{
    public const int MostDigits = 15;
    public const int LargestExponent = 15;

    // Room for 15 digits, 15 zeros on either side of the point, signs and an exponent.
    private const int LongestNumber = 64;

    /// <summary>Whether a number is written with digits and a sign alone, and not endlessly long.</summary>
    public static bool IsPlainInt(ReadOnlySpan<byte> number) => number.Length <= LongestNumber && !number.ContainsAny((byte)'.', (byte)'e', (byte)'E');

    public static bool HasFewDigits(ReadOnlySpan<byte> number)
    {
        ReadOnlySpan<byte> mantissa = Mantissa(number);
        int first = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
        int last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        if (number.Length > LongestNumber) return false;
        return first < 0 || last - first + 1 - (mantissa[first..last].Contains((byte)'.') ? 1 : 0) <= MostDigits;
    }

    public static bool HasSmallExponent(ReadOnlySpan<byte> number)
    {
        ReadOnlySpan<byte> mantissa = Mantissa(number);
        int written = 0;
        if (mantissa.Length < number.Length && !IsSmall(number[(mantissa.Length + 1)..], out written)) return false;
        int first = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0) return true;
        int point = mantissa.IndexOf((byte)'.');
        int whole = point < 0 ? mantissa.Length : point;
        int place = first < whole ? whole - first - 1 : whole - first;
        return Math.Abs(place + written) <= LargestExponent;
    }

    private static ReadOnlySpan<byte> Mantissa(ReadOnlySpan<byte> number)
    {
        int exponent = number.IndexOfAny((byte)'e', (byte)'E');
        return exponent < 0 ? number : number[..exponent];
    }

    private static bool IsSmall(ReadOnlySpan<byte> digits, out int exponent) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && Math.Abs((long)exponent) <= LargestExponent;
}
