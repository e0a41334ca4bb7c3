using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Unicode;

namespace ComplianceRules.Facts;

/// <summary>Writes the values of a database as people would.</summary>
internal static class DataCellText
{
    /// <summary>The longest text that a value becomes.</summary>
    public const int Longest = 64;

    private const string Day = "yyyy-MM-dd";
    private const string AllDigits = "0.############################";
    private const int MostBytesShown = 8;

    // A double keeps every number of 15 digits apart, a single one of 7; above that two ids may have become one.
    private const double FirstLossy = 1e15;
    private const float FirstLossySingle = 1e7f;

    /// <summary>How many bytes say enough of a value of bytes.</summary>
    public const int BytesShown = MostBytesShown + 1;

    /// <summary>Writes a value that is neither a text nor bytes.</summary>
    /// <returns>Whether it is of a type that people write.</returns>
    public static bool TryWrite(object value, Span<byte> to, out int length)
    {
        length = 0;
        return value switch
        {
            bool truth => TryWrite(truth, to, out length),
            decimal exact => TryWrite(exact, to, out length),
            double number => TryWrite(number, to, out length),
            float number => TryWrite(number, to, out length),
            DateOnly day => TryWrite(day, to, out length),
            DateTime time => TryWrite(time, to, out length),
            DateTimeOffset time => time.TryFormat(to, out length, Format(time.TimeOfDay), CultureInfo.InvariantCulture),
            TimeOnly time => ClockText.TryWrite(time.ToTimeSpan(), to, out length),
            TimeSpan time => ClockText.TryWrite(time, to, out length),
            Guid id => TryWrite(id, to, out length),
            sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or BigInteger =>
                ((IUtf8SpanFormattable)value).TryFormat(to, out length, default, CultureInfo.InvariantCulture),
            _ => false,
        };
    }

    public static bool TryWrite(bool truth, Span<byte> to, out int length)
    {
        ReadOnlySpan<byte> word = truth ? "true"u8 : "false"u8;
        length = word.Length;
        return word.TryCopyTo(to);
    }

    public static bool TryWrite(long number, Span<byte> to, out int length) => number.TryFormat(to, out length, default, CultureInfo.InvariantCulture);

    public static bool TryWrite(decimal number, Span<byte> to, out int length) => number.TryFormat(to, out length, AllDigits, CultureInfo.InvariantCulture);

    // Adding zero makes the negative zero a plain one. Whole numbers, which most are, have the digits that they have as such.
    public static bool TryWrite(double number, Span<byte> to, out int length) => Math.Abs(number) < FirstLossy && number == (long)number
        ? TryWrite((long)number, to, out length)
        : (number + 0.0).TryFormat(to, out length, "R", CultureInfo.InvariantCulture);

    public static bool TryWrite(float number, Span<byte> to, out int length) => (number + 0.0f).TryFormat(to, out length, "R", CultureInfo.InvariantCulture);

    public static bool TryWrite(DateOnly day, Span<byte> to, out int length)
    {
        length = Day.Length;
        if (to.Length < length) return false;
        (int year, int month, int number) = day;
        WriteTwo(year / 100, to);
        WriteTwo(year % 100, to[2..]);
        to[4] = to[7] = (byte)'-';
        WriteTwo(month, to[5..]);
        WriteTwo(number, to[8..]);
        return true;
    }

    public static bool TryWrite(DateTime time, Span<byte> to, out int length) => time.TimeOfDay == TimeSpan.Zero
        ? TryWrite(DateOnly.FromDateTime(time), to, out length)
        : time.TryFormat(to, out length, Format(time.TimeOfDay), CultureInfo.InvariantCulture);

    public static bool TryWrite(Guid id, Span<byte> to, out int length) => id.TryFormat(to, out length, "D");

    /// <summary>What is wrong with a number however it is written.</summary>
    public static CellFault FaultOf(object value) => value switch
    {
        double number => FaultOf(number),
        float number => FaultOf(number),
        _ => CellFault.None,
    };

    public static CellFault FaultOf(double number) => !double.IsFinite(number) ? CellFault.Error : Math.Abs(number) >= FirstLossy ? CellFault.LostDigits : CellFault.None;

    public static CellFault FaultOf(float number) => !float.IsFinite(number) ? CellFault.Error : Math.Abs(number) >= FirstLossySingle ? CellFault.LostDigits : CellFault.None;

    /// <summary>Whether a text is what was stored: providers put the replacement character where bytes are no text.</summary>
    public static bool IsWhole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFD')) return true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Half a character is enumerated as the replacement character too.
            if (rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    /// <summary>The same of a text in UTF-8.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> text) => Ascii.IsValid(text) || (Utf8.IsValid(text) && text.IndexOf("\uFFFD"u8) < 0);

    /// <summary>The first bytes, as they stand in SQL.</summary>
    public static string Excerpt(ReadOnlySpan<byte> bytes) => $"0x{Convert.ToHexString(bytes[..Math.Min(bytes.Length, MostBytesShown)])}{(bytes.Length > MostBytesShown ? "…" : string.Empty)}";

    /// <summary>Writes a number below 100 with two digits.</summary>
    public static void WriteTwo(int number, Span<byte> to)
    {
        to[1] = (byte)('0' + (number % 10));
        to[0] = (byte)('0' + (number / 10));
    }

    private static string Format(TimeSpan time)
    {
        if (time == TimeSpan.Zero) return Day;
        return time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    }
}
